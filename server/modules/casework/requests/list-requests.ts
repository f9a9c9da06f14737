import { listRequests, type LeaderLoad, type RequestCard } from '#contract/casework.ts'
import { markOf, markText, pageOf } from '#server/kernel/keyset.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { instantOfMinute, zoneDayAt } from '#server/kernel/zone-day.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { calendarOf, namesOf } from '#server/modules/regions/index.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { numberOf } from '../cases/number.ts'
import { limitIn, limitOf } from '../digest/read-limit.ts'
import { siteKinds } from '../site-checks/check.ts'
import { gateKinds, requestKinds, type RequestKind } from './request.ts'
import { countWaiting, decidedSince, madeBy, requestOf, waitingFor, type CardRow } from './requests.sql.ts'
import { decidesFor } from './rule-on-case.ts'
import { requestShown } from './show-request.ts'

/** The decisions that wait for this person, the oldest first; or what their bodies asked for. */
export default operation(listRequests, staff('case.read'), async (call) => {
  const { actor, db, now, params: { county }, query } = call
  const decides = requestKinds.flatMap((kind) => decidesFor(actor, kind).map((body) => ({ kind, body })))
  const mine = decides.filter(({ kind }) => isOfSide(query.side, kind))
  const own = [...new Set(actor.holds.filter((held) => held.action === 'case.note').map((held) => held.body))]
  const { limit = 30 } = query
  const page = { limit: limit + 1, after: markOf(query.after) }
  const { zone } = await calendarOf(call, county)
  const [rows, waiting, decidedToday] = await Promise.all([
    query.side === 'made' ? madeBy(db, county, own, page) : waitingFor(db, county, mine, page),
    countWaiting(db, county, mine),
    decidedSince(db, county, mine, startOfDay(zone, now)),
  ])
  const { items, next } = pageOf(rows, limit, (row) => markText(row.asked_on, row.id), (row) => row)
  const load = query.side === 'made' ? await loadOf(call, items) : []
  return { items: await cardsOf(call, county, items), next, waiting, decidedToday, limit: (await limitOf(call, actor, county, now)) ?? null, load }
})

/** Calls to residents have a list of their own; what to look at on site stands among the rest too, for whoever sits at a desk. */
function isOfSide(side: 'mine' | 'made' | 'calls' | 'site', kind: RequestKind): boolean {
  if (side === 'site') return (siteKinds as readonly RequestKind[]).includes(kind)
  return (kind === 'callback') === (side === 'calls')
}

/** What already waits for the leaders whom one's bodies ask: whoever would send more sees it. */
async function loadOf(call: Call<'listRequests'>, rows: readonly CardRow[]): Promise<LeaderLoad[]> {
  const { db, now, params: { county } } = call
  const asked = [...new Set(rows.filter((row) => gateKinds.includes(row.kind)).map((row) => row.asked_of))]
  const [bodies, { zone }] = await Promise.all([knownBodies(call, county), calendarOf(call, county)])
  return await Promise.all(asked.map(async (id) => {
    const body = bodies.get(id)!
    const decides = gateKinds.map((kind) => ({ kind, body: id }))
    const [waiting, decidedToday, limit] = await Promise.all([countWaiting(db, county, decides), decidedSince(db, county, decides, startOfDay(zone, now)), limitIn(call, county, body.place.town, now)])
    return { body: namedBody(body), waiting, decidedToday, limit }
  }))
}

const startOfDay = (zone: string, now: Date): Date => new Date(instantOfMinute(zone, zoneDayAt(zone, now.getTime()), 0))

async function cardsOf(call: Call<'listRequests'>, county: number, rows: readonly CardRow[]): Promise<RequestCard[]> {
  const places = rows.map((row) => [row.town, row.village].filter((one) => one !== null))
  const [bodies, categories, regions] = await Promise.all([knownBodies(call, county), knownCategories(call, county), namesOf(call, places.flat())])
  return rows.map((row, i) => ({
    ...requestShown(requestOf(row), { bodies, file: { clocks: [] }, entries: entriesOf(row), actor: call.actor }),
    dueAt: row.request_due_at?.toISOString() ?? null,
    case: {
      county, id: row.case_id, number: numberOf(row), version: row.version, state: row.paused ? 'asked' : row.state, title: row.title, words: row.words,
      category: categoryName(categories.get(row.category ?? '')), place: places[i]!.flatMap((id) => regions.get(id)?.name ?? []),
      receivedAt: row.received_at.toISOString(), dueAt: row.due_at?.toISOString() ?? null, breached: row.breached, photos: row.photos,
      petition: row.petition, returns: row.returns, reopened: row.reopened,
    },
  }))
}

const entriesOf = (row: CardRow) => [{ id: row.entry ?? '', words: row.entry_words }, { id: row.ruled_entry ?? '', words: row.ruled_words }]
