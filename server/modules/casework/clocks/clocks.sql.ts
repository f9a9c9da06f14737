import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export async function casesWithRunningClocks(db: Queryable, county: number): Promise<string[]> {
  const rows = await db.query<{ case_id: string }>(sql`
    select distinct case_id from clocks where county = ${county} and ended_at is null and breached_at is null order by case_id`)
  return rows.map((row) => row.case_id)
}

/** Cases with a clock that must be looked at, the most urgent first: an index read, whoever holds the case or not. */
export function casesToLookAt(db: Queryable, now: Date, limit: number): Promise<{ county: number; case_id: string }[]> {
  return db.query(sql`
    select county, case_id from clocks where next_at <= ${now} order by next_at limit ${limit}`)
}
