import { readDigest } from '#contract/digest.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { branchesOf } from '#server/kernel/reach.sql.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { instantOfMinute, zoneDay, zoneDayAt } from '#server/kernel/zone-day.ts'
import { staffNames } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { requestKinds } from '../requests/request.ts'
import { countWaiting, decidedSince } from '../requests/requests.sql.ts'
import { decidesFor } from '../requests/rule-on-case.ts'
import { beyondLimit, timesAsLong, unusualOf } from './attention.ts'
import { decidedByOthers, movements, openNow, seenSince, waitingNow } from './digest.sql.ts'
import { limitOf } from './read-limit.ts'

const longestMs = 2 * 86_400_000

/** From the beginning of yesterday until now, of what the leader reaches and decides. */
export default operation(readDigest, staff('gate.decide'), async (call) => {
  const { actor, db, now, params: { county } } = call
  const limit = orRefuse(await limitOf(call, actor, county, now))
  const { zone } = await calendarOf(call, county)
  const today = zoneDayAt(zone, now.getTime())
  const [begin, since] = [new Date(instantOfMinute(zone, today, 0)), new Date(instantOfMinute(zone, zoneDay(zone, today.number - 1), 0))]
  const decides = requestKinds.filter((kind) => kind !== 'callback').flatMap((kind) => decidesFor(actor, kind).map((body) => ({ kind, body })))
  const branches = branchesOf(actor, 'case.read', county)
  const [waiting, decidedToday, standing, others, seen] = await Promise.all([
    countWaiting(db, county, decides), decidedSince(db, county, decides, begin), waitingNow(db, county, decides, now),
    decidedByOthers(db, county, decides, since, actor.person), seenSince(db, county, branches, since),
  ])
  const [open, moved, categories, names] = await Promise.all([
    openNow(db, branches), movements(db, branches, since, new Date(since.getTime() - timesAsLong * longestMs)), knownCategories(call, county), staffNames(call, others.map(({ person }) => person)),
  ])
  return {
    day: today.date, limit, decidedToday, waiting, beyond: beyondLimit(waiting, limit, decidedToday), oldest: standing.oldest?.toISOString() ?? null, lateRequests: standing.late,
    byOthers: others.flatMap(({ person, n }) => (names.has(person) ? [{ name: names.get(person)!, count: n }] : [])),
    ...seen, ...open,
    unusual: unusualOf(moved).flatMap(({ category, ...one }) => (categories.has(category) ? [{ category, name: categoryName(categories.get(category))!, ...one }] : [])),
  }
})
