import { listSimilarCases } from '#contract/advice.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { branchesOf } from '#server/kernel/reach.sql.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { recallWhole } from '../reading/recall-whole.ts'
import { daysBack, nearAlike, type Subject } from './near-alike.ts'
import { similarShown } from './show-similar.ts'
import { neighboursWithin } from './similar.sql.ts'

const shownMax = 5
const dayMs = 86_400_000

/** In triage: what within reach may be the same trouble, earlier or later, open or not long closed. */
export default operation(listSimilarCases, staff('case.read'), async (call) => {
  const { county, id } = call.params
  const { row, appeals } = orRefuse(await recallWhole(call, county, id))
  orRefuse(can(call.actor, 'case.read', reachedOf(row)))
  const [first] = appeals
  const subject: Subject = {
    words: first?.words ?? row.title, category: row.category, lon: first?.lon ?? null, lat: first?.lat ?? null, at: row.received_at.getTime(),
  }
  const { lon, lat } = subject
  const point = lon !== null && lat !== null ? { lon, lat } : null
  const around = { county, village: row.village, point, since: new Date(subject.at - daysBack * dayMs) }
  const found = nearAlike(subject, await neighboursWithin(call.db, around, id, branchesOf(call.actor, 'case.read', county)), shownMax)
  return { items: await similarShown(call, county, subject, found) }
})
