import { readRoute } from '#contract/routing.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { today } from '#server/modules/regions/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { loadCase } from '../cases/case.sql.ts'
import { chainOf } from '../catalogue/category.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import { proposeRoute } from './propose-route.ts'
import { catalogueInForce } from './recall-routing.ts'

export default operation(readRoute, staff('case.read'), async (call) => {
  const { params: { county, id }, query: { owner }, now } = call
  const { row } = orRefuse(await loadCase(call.db, county, id, 'look'))
  orRefuse(can(call.actor, 'case.read', reachedOf(row)))
  const [catalogue, categories] = await Promise.all([catalogueInForce(call, county, now), knownCategories(call, county)])
  const places = [row.grid, row.village, row.town].filter((place) => place !== null)
  return await proposeRoute(call, county, catalogue, { chain: chainOf(categories, row.category), places, owner: owner ?? row.owner, day: today(call) }, row.desk)
})
