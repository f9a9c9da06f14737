import sql, { join, type Sql } from 'sql-template-tag'
import type { Point } from '#contract/wire.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Branch } from '#server/kernel/reach.sql.ts'
import type { State } from '../cases/case.ts'

/** An earlier case that may be the same trouble. */
export interface Neighbour {
  id: string
  number: number
  year: number
  state: State
  paused: boolean
  category: string | null
  village: number | null
  desk: string
  received_at: Date
  words: string
  photo: string | null
  lon: number | null
  lat: number | null
  mine: boolean
}

/** Where to look for neighbours. */
export interface Around {
  county: number
  point: Point | null
  village: number | null
  /** No case that came earlier than this. */
  since: Date
}

/** So many rows of each index are read, whatever the county holds. */
const newestMax = 80
const perSquareMax = 20
const wordsMax = 600

/** As in the index appeals_near. */
const squaresPerDegree = 500

/** Cases received at pins in the square of a point and the eight around it: ids, the newest of each square. */
const atPins = ({ county, point, since }: Around & { point: Point }): Sql => sql`
  select pinned.case_id as id
  from unnest(${[-1, 0, 1]}::integer[]) south, unnest(${[-1, 0, 1]}::integer[]) west
  cross join lateral (
    select a.case_id from appeals a
    where a.county = ${county} and a.lat is not null and a.received_at >= ${since}
      and floor(a.lat * 500)::integer = ${Math.floor(point.lat * squaresPerDegree)}::integer + south
      and floor(a.lon * 500)::integer = ${Math.floor(point.lon * squaresPerDegree)}::integer + west
    order by a.received_at desc limit ${perSquareMax}
  ) pinned`

const newest = (where: Sql, since: Date): Sql => sql`(
  select row.id from cases row where ${where} and row.received_at >= ${since} order by row.received_at desc, row.id desc limit ${newestMax})`

/** Of what a body held last, that which lies here: others may have filled the newest of the place. */
const heldLast = (county: number, body: string): Sql => sql`(
  select case_id from case_bodies where county = ${county} and body = ${body} order by received_at desc, case_id desc limit ${newestMax})`

const shown = sql`row.id, row.number, row.year, row.state, row.paused, row.category, row.village, row.desk, row.received_at`
/** What was said first. */
const firstSaid = (county: number): Sql => sql`
  cross join lateral (select words, photos, lon, lat from appeals a where a.county = ${county} and a.case_id = row.id order by a.received_at limit 1) a`

/** Neighbours within reach, what was merged standing by its master: at the pins around, and the newest of the village, else of the county. */
export function neighboursWithin(db: Queryable, around: Around, not: string, branches: readonly Branch[]): Promise<Neighbour[]> {
  if (branches.length === 0) return Promise.resolve([])
  const { county, point, village, since } = around
  const here = village === null ? sql`row.county = ${county}` : sql`row.county = ${county} and row.village = ${village}`
  const bodies = branches.flatMap(({ body }) => body ?? [])
  const sources = [newest(here, since), ...(point ? [atPins({ ...around, point })] : []), ...bodies.map((body) => heldLast(county, body))]
  // Joined by or, unlike a list's branches: what they choose from is a handful of rows that have been found already.
  const reached = branches.map(({ where, body }) => sql`(${where} ${body ? sql`and exists (
    select 1 from case_bodies b where b.county = row.county and b.body = ${body} and b.case_id = row.id)` : sql``})`)
  return db.query<Neighbour>(sql`
    with near as materialized (${join(sources, ' union ')})
    select ${shown}, left(a.words, ${wordsMax}::integer) as words, a.photos[1] as photo, a.lon, a.lat, false as mine
    from near join cases row on row.county = ${county} and row.id = near.id ${firstSaid(county)}
    where row.id <> ${not}::uuid and row.received_at >= ${since} and row.state <> 'withdrawn' and row.master is null
      and (${join(reached, ' or ')})`)
}

/** About a hundred metres: where a public matter lies exactly nobody else may find out. */
const roundedTo = 3

/** What a resident may see: public ones, by their public words and rounded place, and their own. */
export function neighboursForResident(db: Queryable, around: Around, person: string | undefined): Promise<Neighbour[]> {
  const { county, point, village, since } = around
  const publicHere = village === null ? sql`row.county = ${county} and row.publicity = 'public'` : sql`row.county = ${county} and row.publicity = 'public' and row.village = ${village}`
  const sources = [newest(publicHere, since), ...(point ? [atPins({ ...around, point })] : [])]
  const own = person && sql`
    union all (
      select ${shown}, left(a.words, ${wordsMax}::integer), a.photos[1], a.lon, a.lat, true
      from appeals a join cases row on row.county = a.county and row.id = a.case_id
      where a.person = ${person}::uuid and a.county = ${county} and a.received_at >= ${since} and row.state <> 'withdrawn'
      order by a.received_at desc, a.id desc limit 20)`
  return db.query<Neighbour>(sql`
    with near as materialized (${join(sources, ' union ')})
    select distinct on (id) * from (
      (select ${shown}, left(row.public_words, ${wordsMax}::integer) as words, row.public_photos[1] as photo,
        round(a.lon::numeric, ${roundedTo}::integer)::double precision as lon, round(a.lat::numeric, ${roundedTo}::integer)::double precision as lat, false as mine
      from near join cases row on row.county = ${county} and row.id = near.id ${firstSaid(county)}
      where row.publicity = 'public' and row.state <> 'withdrawn' and row.master is null)
      ${own ?? sql``}
    ) found order by id, mine desc`)
}
