import { policyFieldKeys } from '#contract/policy-fields.ts'
import { readPolicy } from '#contract/policies.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { placeOfRegion } from '#server/modules/regions/index.ts'
import { inForceAt } from '../books/book.ts'
import { recallBooks } from '../books/recall-books.ts'
import { chainOf } from '../catalogue/category.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import { decide, type RuleBook } from './layer.ts'
import { layerNames } from './name-layers.ts'
import { noRules } from './recall-policies.ts'

/** The rules under which a case would begin there: every member of staff may see why a time is what it is. */
export default operation(readPolicy, staff('organisation.read'), async (call) => {
  const { params: { county }, query: { town, category, at } } = call
  const [versions, categories, place] = await Promise.all([
    recallBooks<RuleBook>(call, county, 'policy'), knownCategories(call, county), town === undefined ? undefined : placeOfRegion(call, town),
  ])
  if (town !== undefined) orRefuse(place?.level === 4 && place.place.county === county ? place : undefined, 'region.not_found')
  refuseIf(category !== undefined && !categories.has(category) ? 'category.not_found' : undefined)
  const book = inForceAt(versions, at ? new Date(at) : call.now)
  const decisions = decide(book?.content ?? noRules, { town: town ?? null, chain: chainOf(categories, category) })
  const named = await layerNames(call, county, policyFieldKeys.flatMap((field) => decisions[field].layer ?? []))
  return {
    book: book?.version ?? 0,
    effectiveFrom: book?.effectiveFrom.toISOString() ?? null,
    fields: policyFieldKeys.map((field) => {
      const { value, layer, lockedBy } = decisions[field]
      return { field, value, layer: layer ? named(layer) : null, locked: lockedBy !== undefined }
    }),
  }
})
