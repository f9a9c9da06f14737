import sql, { empty, join } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Branch } from '#server/kernel/reach.sql.ts'
import { decidedBy, type Decides } from '../requests/requests.sql.ts'
import type { Movement } from './attention.ts'

/** The oldest that waits, and how many of what waits are beyond their own time. */
export async function waitingNow(db: Queryable, county: number, decides: readonly Decides[], now: Date): Promise<{ oldest: Date | null; late: number }> {
  const [row] = await db.query<{ oldest: Date | null; late: number }>(sql`
    select min(q.asked_at) as oldest, count(*) filter (where q.due_at < ${now}) as late from requests q
    where q.county = ${county} and ${decidedBy(decides)} and q.ruling is null`)
  return row!
}

/** Who else decided, and how often. */
export function decidedByOthers(db: Queryable, county: number, decides: readonly Decides[], since: Date, me: string): Promise<{ person: string; n: number }[]> {
  return db.query(sql`
    select f.person, count(distinct q.id)::integer as n from requests q
    join case_acts f on f.county = q.county and f.case_id = q.case_id and f.at = q.ruled_at
    where q.county = ${county} and ${decidedBy(decides)} and q.ruled_at >= ${since} and f.person <> ${me}::uuid
    group by f.person order by n desc, f.person limit 10`)
}

export interface Seen {
  received: number
  byRule: number
}

/** What came in within reach of late, and what of it the routing catalogue dispatched. */
export async function seenSince(db: Queryable, county: number, branches: readonly Branch[], since: Date): Promise<Seen> {
  const [row] = await db.query<Seen>(sql`
    select count(*) as received, count(*) filter (where exists (
      select 1 from cases_dispatched_by_rule f where f.county = ${county} and f.case_id = seen.id
    )) as "byRule" from (${within(branches, sql`row.received_at >= ${since}`)}) seen`)
  return row!
}

/** What is open within reach. */
export async function openNow(db: Queryable, branches: readonly Branch[]): Promise<{ open: number; late: number }> {
  const [row] = await db.query<{ open: number; late: number }>(sql`
    select count(*) as open, count(*) filter (where breached) as late from (${within(branches, sql`row.state in ('received', 'accepted', 'dispatched', 'reported')`)}) seen`)
  return row!
}

/** What came by category of late, and in the time before. */
export function movements(db: Queryable, branches: readonly Branch[], since: Date, from: Date): Promise<Movement[]> {
  return db.query(sql`
    select category, count(*) filter (where received_at >= ${since}) as count, count(*) filter (where received_at < ${since}) as before
    from (${within(branches, sql`row.received_at >= ${from} and row.category is not null`)}) seen group by category`)
}

/** Each case once, however many branches hold it. */
function within(branches: readonly Branch[], where: ReturnType<typeof sql>) {
  if (branches.length === 0) return sql`select row.id, row.category, row.received_at, row.breached from cases row where false`
  return join(branches.map(({ where: area, body }) => sql`
    select row.id, row.category, row.received_at, row.breached from cases row where ${area} and ${where}
      ${body ? sql`and exists (select 1 from case_bodies b where b.county = row.county and b.body = ${body} and b.case_id = row.id)` : empty}`), ' union ')
}
