import sql, { type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface ReportedRow {
  seq: number
  kind: string
  subject: string
  person: string
  at: Date
  grant_id: string
  action: string
  withdrawn_at: Date | null
  to_zh: string
  to_en: string | null
  seen_at: Date | null
}

/** Acts under grants that these posts gave. */
const reported = (county: number, posts: readonly string[]): Sql => sql`
  from grants g join acts_under_grants a on a.county = g.county and a.grant_id = g.id::text
  left join reports_seen s on s.county = a.county and s.seq = a.seq
  where g.county = ${county} and g.report_afterwards and g.given_by_post = any(${[...posts]}::uuid[])`

/** What was done, the newest first: one row more than the limit where there is another page. */
export function reportedActs(db: Queryable, county: number, posts: readonly string[], { seen, before, limit }: { seen: boolean; before: number | undefined; limit: number }): Promise<ReportedRow[]> {
  return db.query<ReportedRow>(sql`
    with acts as (
      select a.seq, a.kind, a.subject, a.person, a.at, g.id as grant_id, s.seen_at ${reported(county, posts)}
        ${seen ? sql`` : sql`and s.seq is null`} ${before === undefined ? sql`` : sql`and a.seq < ${before}`}
      order by a.seq desc limit ${limit + 1}
    )
    select acts.*, g.action, g.withdrawn_at,
      b.name_zh || coalesce(p.title_zh, '') as to_zh, coalesce(b.name_en, b.name_zh) || coalesce(', ' || coalesce(p.title_en, p.title_zh), '') as to_en
    from acts join grants g on g.county = ${county} and g.id = acts.grant_id
    left join posts p on p.county = g.county and p.id = g.to_post
    join bodies b on b.county = g.county and b.id = coalesce(g.to_body, p.body)
    order by acts.seq desc`)
}

const countedMax = 1_000

/** How many wait to be seen by whoever gave the grants. */
export async function countUnseen(db: Queryable, county: number, posts: readonly string[]): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    select count(*)::integer as n from (select 1 ${reported(county, posts)} and s.seq is null limit ${countedMax}) unseen`)
  return row!.n
}

/** Only what was reported to these posts, and only once. @returns how many were noted */
export async function keepSeen(tx: Queryable, county: number, acts: readonly number[], by: { posts: readonly string[]; person: string; now: Date }): Promise<number[]> {
  const kept = await tx.query<{ seq: number }>(sql`
    insert into reports_seen (county, seq, seen_by, seen_at)
    select ${county}::integer, a.seq, ${by.person}::uuid, ${by.now}::timestamptz ${reported(county, by.posts)} and s.seq is null and a.seq = any(${[...acts]}::bigint[])
    on conflict do nothing returning seq`)
  return kept.map((row) => row.seq)
}
