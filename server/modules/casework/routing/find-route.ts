import { findRoute } from '#contract/routing.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { deskOf, knownBodies } from '#server/modules/identity/index.ts'
import { placeOfRegion, today } from '#server/modules/regions/index.ts'
import { readDraft } from '../books/edit-draft.ts'
import { chainOf } from '../catalogue/category.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import { proposeRoute } from './propose-route.ts'
import { catalogueInForce } from './recall-routing.ts'
import { noCatalogue } from './route.ts'

export default operation(findRoute, staff('organisation.read'), async (call) => {
  const { params: { county }, query: { category, place, owner, day, draft } } = call
  if (draft) orRefuse(can(call.actor, 'routing.draft', { county }), 'not_allowed')
  const [categories, bodies, region, catalogue] = await Promise.all([
    knownCategories(call, county), knownBodies(call, county), place === undefined ? undefined : placeOfRegion(call, place),
    draft ? readDraft(call, 'routing', noCatalogue).then(({ said, content }) => ({ book: said.basedOn, content })) : catalogueInForce(call, county, call.now),
  ])
  refuseIf(category !== undefined && !categories.has(category) ? 'category.not_found' : undefined)
  refuseIf(place !== undefined && region?.place.county !== county ? 'region.not_found' : undefined)
  const { town = null, village = null, grid = null } = region?.place ?? {}
  const desk = deskOf(bodies, { town, village, grid })
  const places = [grid, village, town].filter((one) => one !== null)
  return await proposeRoute(call, county, catalogue, { chain: chainOf(categories, category), places, owner: owner ?? null, day: day ?? today(call) }, desk?.id)
})
