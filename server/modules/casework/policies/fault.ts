import type { PolicyField } from '#contract/policy-fields.ts'
import { policyFieldKeys } from '#contract/policy-fields.ts'
import type { Layer, RuleBook } from './layer.ts'

/** What the layers of a book are held against. */
export interface Known {
  towns: ReadonlySet<number>
  /** The category and those above it, the narrowest first; undefined where there is none, or it can't be chosen any more. */
  chainOf: (category: string) => readonly string[] | undefined
}

export interface Fault {
  town: number | null
  category: string | null
  code: 'twice' | 'locked_above' | 'town_unknown' | 'category_unknown'
  field: PolicyField | null
}

/** What keeps a book from being published, layer by layer. */
export function faultsOf({ layers }: RuleBook, known: Known): Fault[] {
  return layers.flatMap((layer, i): Fault[] => {
    const of = { town: layer.town, category: layer.category, field: null }
    const isSecond = layers.findIndex((other) => other.town === layer.town && other.category === layer.category) < i
    const locked = policyFieldKeys.filter((field) => layer.set[field] !== undefined && layers.some((above) => above.locked.includes(field) && isAbove(above, layer, known)))
    return [
      ...(isSecond ? [{ ...of, code: 'twice' } as const] : []),
      ...(layer.town !== null && !known.towns.has(layer.town) ? [{ ...of, code: 'town_unknown' } as const] : []),
      ...(layer.category !== null && !known.chainOf(layer.category) ? [{ ...of, code: 'category_unknown' } as const] : []),
      ...locked.map((field) => ({ ...of, field, code: 'locked_above' }) as const),
    ]
  })
}

/** Does the first layer hold wherever the second does, and further. */
function isAbove(above: Layer, layer: Layer, { chainOf }: Known): boolean {
  if (above.town === layer.town && above.category === layer.category) return false
  if (above.town !== null && above.town !== layer.town) return false
  return above.category === null || (layer.category !== null && (chainOf(layer.category) ?? []).includes(above.category))
}
