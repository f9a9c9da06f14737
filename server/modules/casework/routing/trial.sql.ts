import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Mark } from '#server/kernel/keyset.ts'

export interface ClosedCaseRow {
  id: string
  number: number
  year: number
  town: number | null
  village: number | null
  grid: number | null
  category: string | null
  owner: string | null
  received_at: Date
  solver: string | null
}

/** Closed cases with the lead whose report stood, the newest first, a page at a time. */
export function closedCaseRows(db: Queryable, county: number, { since, after, limit }: { since: Date; after: Mark | undefined; limit: number }): Promise<ClosedCaseRow[]> {
  const before = after ? sql`and (c.received_at, c.id) < (${after.at}, ${after.id}::uuid)` : sql``
  return db.query(sql`
    select c.id, c.number, c.year, c.town, c.village, c.grid, c.category, c.owner, c.received_at,
      (select t.body from tasks t where t.county = c.county and t.case_id = c.id and t.role = 'lead' and t.state = 'reported' order by t.ended_at desc limit 1) as solver
    from cases c where c.county = ${county} and c.closed_at is not null and c.received_at >= ${since} ${before}
    order by c.received_at desc, c.id desc limit ${limit}`)
}
