import { policyFieldKeys, type PolicyField, type PolicyValue } from '#contract/policy-fields.ts'
import { isSame, type Layer, type RuleBook } from './layer.ts'

/** One field of one layer that two books say differently. */
export interface Difference {
  town: number | null
  category: string | null
  field: PolicyField
  before: PolicyValue | null
  after: PolicyValue | null
  lockedBefore: boolean
  lockedAfter: boolean
}

/** What a book changes of the one before it. */
export function differencesOf(before: RuleBook, after: RuleBook): Difference[] {
  return placesIn([...after.layers, ...before.layers]).flatMap(({ town, category }) => {
    const [old, next] = [layerAt(before, town, category), layerAt(after, town, category)]
    return policyFieldKeys.flatMap((field): Difference[] => {
      const [was, is] = [old?.set[field], next?.set[field]]
      const [lockedBefore, lockedAfter] = [old?.locked.includes(field) ?? false, next?.locked.includes(field) ?? false]
      if (isSame(was, is) && lockedBefore === lockedAfter) return []
      return [{ town, category, field, before: was ?? null, after: is ?? null, lockedBefore, lockedAfter }]
    })
  })
}

const layerAt = (book: RuleBook, town: number | null, category: string | null) =>
  book.layers.find((one) => one.town === town && one.category === category)

const placesIn = (layers: readonly Layer[]) =>
  layers.filter((one, i) => layers.findIndex((other) => other.town === one.town && other.category === one.category) === i)
