import { listCases, type CaseRow } from '#contract/casework.ts'
import { markOf, markText, pageOf } from '#server/kernel/keyset.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { branchesOf } from '#server/kernel/reach.sql.ts'
import { bodiesFor } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { knownBodies, namedBody, staffNames } from '#server/modules/identity/index.ts'
import { namesOf, placeOfRegion } from '#server/modules/regions/index.ts'
import type { State } from '../cases/case.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { categoriesOfTrack } from '../tracks/track.ts'
import { atDesks, countRows, listRows, openTasks, withinReach, type Filters, type ListRow } from './list.sql.ts'
import { numberOf, parseNumber } from '../cases/number.ts'

/** Which states wait at a desk in each of its lists. */
export const deskLists = {
  intake: ['received'],
  dispatch: ['accepted', 'reported', 'closed'],
} as const satisfies Record<string, readonly State[]>

const countMax = 100

export default operation(listCases, staff('case.read'), async (call) => {
  const { county } = call.params
  const { list, after, limit = 30 } = call.query
  const number = call.query.number === undefined ? undefined : parseNumber(call.query.number)
  if (call.query.number !== undefined && !number) return { items: [], next: null, total: 0, totalIsMore: false }
  const sources = sourcesOf(call)
  if (sources.length === 0) return { items: [], next: null, total: 0, totalIsMore: false }
  const { state, category, track, level, body, overdue, open, code } = call.query
  const filters: Filters = { state, category, level, body, overdue, open, number, code, categories: track === undefined ? undefined : categoriesOfTrack(await knownCategories(call, county), track), region: await regionOf(call) }
  const order = list === 'cases' ? 'newest first' : 'due first'
  const [rows, total] = await Promise.all([
    listRows(call.db, sources, filters, order, markOf(after), limit),
    countRows(call.db, sources, filters, order, countMax),
  ])
  const names = await namesFor(call, county, rows)
  const page = pageOf(rows, limit, (row) => markText(row.sort_at, row.sort_id), (row) => itemOf(call, row, names))
  return { ...page, total: Math.min(total, countMax), totalIsMore: total > countMax }
})

function sourcesOf({ actor, params: { county }, query }: Call<'listCases'>) {
  if (query.list === 'work') return openTasks(county, bodiesFor(actor, 'task.work', county), query.mine ? actor.person : undefined)
  if (query.list === 'cases') return withinReach(county, branchesOf(actor, 'case.read', county), query.body)
  return atDesks(county, bodiesFor(actor, 'case.triage', county), deskLists[query.list])
}

async function regionOf(call: Call<'listCases'>): Promise<Filters['region']> {
  const { region } = call.query
  if (region === undefined || region === call.params.county) return undefined
  const { place } = orRefuse(await placeOfRegion(call, region), 'region.not_found')
  if (place.grid === region) return { level: 'grid', id: region, village: place.village! }
  return place.village === region ? { level: 'village', id: region } : { level: 'town', id: region }
}

async function namesFor(call: Call<'listCases'>, county: number, rows: readonly ListRow[]) {
  const [bodies, categories, people, regions] = await Promise.all([
    knownBodies(call, county), knownCategories(call, county),
    staffNames(call, rows.flatMap((row) => row.task?.handler ?? [])),
    namesOf(call, [...new Set(rows.flatMap((row) => [row.town, row.village]).filter((id) => id !== null))]),
  ])
  return { bodies, categories, people, regions }
}

function itemOf({ actor }: Call<'listCases'>, row: ListRow, names: Awaited<ReturnType<typeof namesFor>>): CaseRow {
  const { task } = row
  return {
    county: row.county, id: row.id, number: numberOf(row), title: row.title, state: row.paused ? 'asked' : row.state, level: row.level,
    category: categoryName(names.categories.get(row.category ?? '')),
    place: [row.town, row.village].flatMap((id) => (id === null ? [] : (names.regions.get(id)?.name ?? []))),
    desk: namedBody(names.bodies.get(row.desk)!),
    receivedAt: row.received_at.toISOString(),
    due: row.due_at && row.due_kind ? { kind: row.due_kind, at: row.due_at.toISOString(), paused: row.paused, breached: row.breached } : null,
    task: task && {
      id: task.id, role: task.role, state: task.state, body: namedBody(names.bodies.get(task.body)!),
      handler: task.handler ? (names.people.get(task.handler) ?? null) : null, isMine: task.handler === actor.person,
    },
    photos: row.photos,
    version: row.version,
  }
}
