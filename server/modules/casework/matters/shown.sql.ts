import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { CaseRow } from '../cases/case.sql.ts'
import { dueForResident } from './matters.sql.ts'

/** A case as others than staff may see it: whole where it is their own, else only what is public. */
export interface ShownRow extends Pick<CaseRow,
  'id' | 'number' | 'year' | 'state' | 'category' | 'town' | 'village' | 'desk' | 'received_at' | 'changed_at' | 'due_at' | 'publicity' | 'public_words'> {
  closed_at: Date | null
  words: string
  address: Uint8Array | null
  lon: number | null
  lat: number | null
  answer: string | null
}

export interface ShownFilter {
  /** Whole cases: those that the asker opened. */
  own: readonly string[]
  /** Of these only. */
  ids?: readonly string[] | undefined
  span?: { from: Date; to: Date } | undefined
  categories?: readonly string[] | undefined
  open?: boolean | undefined
  offset: number
  limit: number
}

/** States in which nobody works on a case any more. */
export const overStates: readonly string[] = ['declined', 'closed', 'answered', 'rated', 'withdrawn']

/** Public cases and the asker's own, newest first. */
export function shownCases(db: Queryable, county: number, { own, ids, span, categories, open, offset, limit }: ShownFilter): Promise<ShownRow[]> {
  const asked = sql`
    ${span ? sql`and c.received_at >= ${span.from} and c.received_at <= ${span.to}` : sql``}
    ${ids ? sql`and c.id = any(${[...ids]}::uuid[])` : sql``}
    ${categories ? sql`and c.category = any(${[...categories]}::text[])` : sql``}
    ${open === undefined ? sql`` : sql`and (c.state = any(${[...overStates]}::text[])) = ${!open}`}`
  return db.query<ShownRow>(sql`
    with found as (
      select c.id, c.received_at from cases c where c.county = ${county} and c.publicity = 'public' ${asked}
      union
      select c.id, c.received_at from cases c where c.county = ${county} and c.id = any(${[...own]}::uuid[]) ${asked}
      order by received_at desc, id desc limit ${limit} offset ${offset}
    )
    select c.id, c.number, c.year, c.state, c.category, c.town, c.village, c.desk, c.received_at, c.changed_at, ${dueForResident}, c.publicity, c.public_words, c.closed_at,
      a.words, a.address, a.lon, a.lat,
      (select e.words from entries e where e.county = c.county and e.case_id = c.id and e.kind = 'answer' order by e.at desc limit 1) as answer
    from found f join cases c on c.county = ${county} and c.id = f.id
    join lateral (select words, address, lon, lat from appeals p where p.county = c.county and p.case_id = c.id order by p.received_at, p.id limit 1) a on true
    order by c.received_at desc, c.id desc`)
}

export async function idsByNumber(db: Queryable, county: number, numbers: readonly { year: number; number: number }[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>(sql`
    select c.id from jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) as g (number bigint, year smallint)
    join cases c on c.county = ${county} and c.number = g.number and c.year = g.year`)
  return rows.map((row) => row.id)
}

export interface StandRow {
  id: string
  number: number
  year: number
  state: CaseRow['state']
  paused: boolean
  category: string | null
  desk: string
  version: number
  town: number | null
  village: number | null
  grid: number | null
}

/** Where cases stand. */
export function standOf(db: Queryable, county: number, ids: readonly string[]): Promise<StandRow[]> {
  return db.query<StandRow>(sql`
    select id, number, year, state, paused, category, desk, version, town, village, grid from cases where county = ${county} and id = any(${[...ids]}::uuid[])`)
}
