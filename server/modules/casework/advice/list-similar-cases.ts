import { listSimilarCases } from '#contract/advice.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { branchesOf } from '#server/kernel/reach.sql.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { photosOf } from '#server/modules/files/index.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { numberOf } from '../cases/number.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { recallWhole } from '../reading/recall-whole.ts'
import { metresBetween } from './likeness.ts'
import { daysBack, nearAlike, type Subject } from './near-alike.ts'
import { neighboursWithin } from './similar.sql.ts'

const shownMax = 5
const shownWords = 160
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
  const [categories, bodies, photos] = await Promise.all([
    knownCategories(call, county), knownBodies(call, county), photosOf(call.db, county, found.flatMap((one) => one.photo ?? [])),
  ])
  return {
    items: found.map((one) => {
      const metres = metresBetween(subject, { ...one, at: 0 })
      return {
        county, id: one.id, number: numberOf(one), words: one.words.slice(0, shownWords), state: one.paused ? ('asked' as const) : one.state,
        category: categoryName(categories.get(one.category ?? '')), desk: namedBody(bodies.get(one.desk)!), receivedAt: one.received_at.toISOString(),
        metres: metres === undefined ? null : Math.round(metres), photo: photos.find((photo) => photo.id === one.photo) ?? null,
      }
    }),
  }
})
