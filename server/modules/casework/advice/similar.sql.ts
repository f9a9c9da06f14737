import sql, { join, type Sql } from 'sql-template-tag'
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

/** Where to look for neighbours: in the village; without one in the town; without that among the county's own. */
export interface Around {
  county: number
  village: number | null
  town: number | null
  category: string | null
  /** No case that came earlier than this. */
  since: Date
  /** The case itself, which is no neighbour. */
  not?: string
}

/** Of every index read so many rows, whatever the county holds. */
const perReadMax = 80
const byBodyMax = 150
const wordsMax = 600

/** Neighbours within reach, newest first: at most so many rows of each index, one read for place and one for category. */
export function neighboursWithin(db: Queryable, around: Around, branches: readonly Branch[]): Promise<Neighbour[]> {
  const found = branches.flatMap(({ where, body }) => placesOf(around).map((here) => (body ? heldBy(around, body, where, here) : sql`(
    select row.id from cases row where ${where} and ${here} and ${isEarlier(around)} order by row.received_at desc, row.id desc limit ${perReadMax})`)))
  return whole(db, around, found)
}

const isEarlier = ({ since, not }: Around): Sql => sql`row.received_at >= ${since} and row.state <> 'withdrawn' ${not ? sql`and row.id <> ${not}::uuid` : sql``}`

function placesOf({ county, village, town, category }: Around): Sql[] {
  const here = village !== null ? sql`row.county = ${county} and row.village = ${village}` : town !== null ? sql`row.county = ${county} and row.town = ${town}` : sql`row.county = ${county}`
  // Across a border the same trouble lies in another village: there only the same kind is looked for.
  const beyond = village !== null && town !== null && category !== null ? [sql`row.county = ${county} and row.town = ${town} and row.category = ${category}`] : []
  return [here, ...beyond]
}

function heldBy(around: Around, body: string, where: Sql, here: Sql): Sql {
  return sql`(
    select row.id from (
      select case_id from case_bodies where county = ${around.county} and body = ${body} order by received_at desc, case_id desc limit ${byBodyMax}
    ) held join cases row on row.county = ${around.county} and row.id = held.case_id
    where ${where} and ${here} and ${isEarlier(around)} limit ${perReadMax})`
}

function whole(db: Queryable, { county }: Around, found: readonly Sql[]): Promise<Neighbour[]> {
  if (found.length === 0) return Promise.resolve([])
  return db.query<Neighbour>(sql`
    select row.id, row.number, row.year, row.state, row.paused, row.category, row.village, row.desk, row.received_at,
      left(a.words, ${wordsMax}::integer) as words, a.photos[1] as photo, a.lon, a.lat, false as mine
    from (${join(found, ' union ')}) near
    join cases row on row.county = ${county} and row.id = near.id
    cross join lateral (select words, photos, lon, lat from appeals a where a.county = ${county} and a.case_id = row.id order by a.received_at limit 1) a
    order by row.received_at desc`)
}

/** About a hundred metres: where a public matter lies exactly nobody else may find out. */
const roundedTo = 3

/** What a resident may see of it: public ones, by their public words and rounded place, and their own. */
export function neighboursForResident(db: Queryable, around: Around, person: string | undefined): Promise<Neighbour[]> {
  const { county, village } = around
  const shown = sql`row.id, row.number, row.year, row.state, row.paused, row.category, row.village, row.desk, row.received_at`
  const own = person && sql`
    union all (
      select ${shown}, left(a.words, ${wordsMax}::integer), a.photos[1], a.lon, a.lat, true
      from appeals a join cases row on row.county = a.county and row.id = a.case_id
      where a.person = ${person}::uuid and a.county = ${county} and a.received_at >= ${around.since} and row.state <> 'withdrawn'
      order by a.received_at desc, a.id desc limit 20)`
  return db.query<Neighbour>(sql`
    select distinct on (id) * from (
      (select ${shown}, left(row.public_words, ${wordsMax}::integer) as words, row.public_photos[1] as photo,
        round(a.lon::numeric, ${roundedTo}::integer)::double precision as lon, round(a.lat::numeric, ${roundedTo}::integer)::double precision as lat, false as mine
      from (
        select * from cases row where row.county = ${county} and row.publicity = 'public' ${village ? sql`and row.village = ${village}` : sql``} and ${isEarlier(around)}
        order by row.received_at desc, row.id desc limit ${perReadMax}
      ) row
      cross join lateral (select lon, lat from appeals a where a.county = row.county and a.case_id = row.id order by a.received_at limit 1) a)
      ${own ?? sql``}
    ) near order by id, mine desc`)
}
