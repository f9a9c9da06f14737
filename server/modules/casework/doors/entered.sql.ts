import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { CaseRow } from '../cases/case.sql.ts'

export type EnteredRow = Pick<CaseRow, 'number' | 'year' | 'state' | 'paused' | 'received_at' | 'desk'> & { lead: string | null }

/** The open case of a component, if there is one. Two who report it at once are made to wait for each other. */
export async function openCaseOf(tx: Queryable, county: number, code: string): Promise<string | undefined> {
  await tx.query(sql`select pg_advisory_xact_lock(4210009, hashtext(${`${county} ${code}`}))`)
  const [row] = await tx.query<{ id: string }>(sql`
    select coalesce(master, id) as id from cases
    where county = ${county} and code = ${code} and state in ('received', 'accepted', 'dispatched', 'reported', 'merged') order by received_at limit 1`)
  return row?.id
}

/** What became of a case that was just written down: its state and who leads or is proposed to. */
export async function showEntered(db: Queryable, county: number, id: string): Promise<EnteredRow | undefined> {
  const [row] = await db.query<EnteredRow>(sql`
    select c.number, c.year, c.state, c.paused, c.received_at, c.desk, coalesce(
      (select t.body from tasks t where t.county = c.county and t.case_id = c.id and t.role = 'lead' and t.state <> 'returned' limit 1),
      (select (q.wants->>'lead')::uuid from requests q where q.county = c.county and q.case_id = c.id and q.kind = 'dispatch' and q.ruling is null limit 1)) as lead
    from cases c where c.county = ${county} and c.id = ${id}::uuid`)
  return row
}

export type CallersRow = Pick<CaseRow, 'county' | 'id' | 'number' | 'year' | 'state' | 'paused' | 'title' | 'town' | 'village' | 'grid' | 'category' | 'bodies' | 'received_at' | 'about'>

/** The newest cases of a person in a county, as authority sees them. */
export function casesOfCaller(db: Queryable, county: number, person: string, limit: number): Promise<CallersRow[]> {
  return db.query<CallersRow>(sql`
    select c.county, c.id, c.number, c.year, c.state, c.paused, c.title, c.town, c.village, c.grid, c.category, c.received_at, c.about,
      (select coalesce(array_agg(body), '{}') from case_bodies b where b.county = c.county and b.case_id = c.id) as bodies
    from appeals a join cases c on c.county = a.county and c.id = a.case_id
    where a.person = ${person}::uuid and a.county = ${county} order by a.received_at desc, a.id desc limit ${limit}`)
}
