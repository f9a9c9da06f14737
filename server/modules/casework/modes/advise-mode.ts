import { adviseMode } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { namesOf } from '#server/modules/regions/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { loadCase } from '../cases/case.sql.ts'
import { recallAdvice } from './recall-history.ts'

/** How such matters went before, and what that speaks for. A person decides. */
export default operation(adviseMode, staff('case.dispatch'), async (call) => {
  const { params: { county, id }, db, actor, now } = call
  const { row } = orRefuse(await loadCase(db, county, id, 'look'))
  orRefuse(can(actor, 'case.dispatch', reachedOf(row)))
  if (!row.category) return { advice: null, cases: 0, where: null, advised: 0, followed: 0 }
  const desk = (await knownBodies(call, county)).get(row.desk)!
  const { advice, handled, advised, followed, town } = await recallAdvice(call, county, row.category, desk, now)
  const place = (await namesOf(call, [town ?? county])).get(town ?? county)
  return { advice: advice ?? null, cases: handled.cases, where: place?.name ?? null, advised, followed }
})
