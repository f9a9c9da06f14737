import sql, { type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Mark } from '#server/kernel/keyset.ts'
import type { CaseRow } from '../cases/case.sql.ts'
import { kindsForResident } from '../clocks/clock.ts'

/** When something is due for the residents of the case `c`, if that is what comes first. */
export const dueForResident: Sql = sql`case when c.due_kind = any(${[...kindsForResident]}::text[]) then c.due_at end as due_at`

export type MatterListRow = Pick<CaseRow,
  'county' | 'id' | 'number' | 'year' | 'title' | 'state' | 'paused' | 'category' | 'received_at' | 'changed_at' | 'due_at' | 'publicity' | 'village' | 'public_words'> & {
  photo: string | null
  sort_at: Date
  sort_id: string
}

/** What a person reported, in every county, newest first. */
export function mattersOf(db: Queryable, person: string, open: boolean, after: Mark | undefined, limit: number): Promise<MatterListRow[]> {
  return db.query<MatterListRow>(sql`
    select c.county, c.id, c.number, c.year, c.title, c.state, c.paused, c.category, c.received_at, c.changed_at, ${dueForResident}, c.publicity, c.village,
      a.photos[1] as photo, a.received_at as sort_at, a.id as sort_id
    from appeals a join cases c on c.county = a.county and c.id = a.case_id
    where a.person = ${person}::uuid ${open ? sql`and c.state not in ('declined', 'rated', 'withdrawn')` : sql``}
      ${after ? sql`and (a.received_at, a.id) < (${after.at}, ${after.id}::uuid)` : sql``}
    order by a.received_at desc, a.id desc limit ${limit + 1}`)
}

/** Public matters of a county or a village, newest first. */
export function publicMatters(db: Queryable, county: number, village: number | undefined, after: Mark | undefined, limit: number): Promise<MatterListRow[]> {
  return db.query<MatterListRow>(sql`
    select c.county, c.id, c.number, c.year, c.title, c.state, c.paused, c.category, c.received_at, c.changed_at, ${dueForResident}, c.publicity, c.village,
      c.public_words, c.public_photos[1] as photo, c.received_at as sort_at, c.id as sort_id
    from cases c where c.county = ${county} and c.publicity = 'public' ${village ? sql`and c.village = ${village}` : sql``}
      ${after ? sql`and (c.received_at, c.id) < (${after.at}, ${after.id}::uuid)` : sql``}
    order by c.received_at desc, c.id desc limit ${limit + 1}`)
}
