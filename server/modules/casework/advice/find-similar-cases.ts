import { findSimilarCases } from '#contract/advice.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { branchesOf } from '#server/kernel/reach.sql.ts'
import { locatePoint } from '#server/modules/regions/index.ts'
import { daysBack, nearAlike, type Subject } from './near-alike.ts'
import { similarShown } from './show-similar.ts'
import { neighboursWithin } from './similar.sql.ts'

const shownMax = 4
const dayMs = 86_400_000
/** Nothing is written down yet: no case is left out. */
const none = '00000000-0000-0000-0000-000000000000'

/** While somebody is on the telephone: what within reach may be the same trouble. */
export default operation(findSimilarCases, staff('appeal.enter'), async (call) => {
  const { params: { county }, body: { words, category = null, village, point }, now, actor, db } = call
  const placed = point && (await locatePoint(call, county, point))
  const around = { county, village: placed?.village ?? village ?? null, point: point ?? null, since: new Date(now.getTime() - daysBack * dayMs) }
  const subject: Subject = { words, category, lon: point?.lon ?? null, lat: point?.lat ?? null, at: now.getTime() }
  const found = nearAlike(subject, await neighboursWithin(db, around, none, branchesOf(actor, 'case.read', county)), shownMax)
  return { items: await similarShown(call, county, subject, found) }
})
