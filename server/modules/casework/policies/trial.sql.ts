import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Mark } from '#server/kernel/keyset.ts'
import type { Span } from '#contract/policy-fields.ts'

export interface PastCaseRow {
  id: string
  number: number
  year: number
  town: number | null
  category: string | null
  received_at: Date
  is_dispatched: boolean
  is_closed: boolean
  clocks: { kind: string; body: string; span: Span; started_at: string; ended_at: string | null; pauses: { from: string; to: string | null }[] }[]
}

/** Past cases with their clocks, the newest first, a page at a time. */
export function pastCaseRows(db: Queryable, county: number, { since, after, limit }: { since: Date; after: Mark | undefined; limit: number }): Promise<PastCaseRow[]> {
  const before = after ? sql`and (c.received_at, c.id) < (${after.at}, ${after.id}::uuid)` : sql``
  return db.query(sql`
    select c.id, c.number, c.year, c.town, c.category, c.received_at, c.closed_at is not null as is_closed,
      exists (select 1 from tasks t where t.county = c.county and t.case_id = c.id) as is_dispatched,
      (select coalesce(json_agg(json_build_object('kind', k.kind, 'body', k.body, 'span', k.span, 'started_at', k.started_at, 'ended_at', k.ended_at, 'pauses', k.pauses)), '[]')
        from clocks k where k.county = c.county and k.case_id = c.id) as clocks
    from cases c where c.county = ${county} and c.received_at >= ${since} ${before}
    order by c.received_at desc, c.id desc limit ${limit}`)
}
