import sql from 'sql-template-tag'
import { ages } from '#contract/figure-keys.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { daysAgo, desk, withinScope, type Counting } from './narrow.sql.ts'

/** Counties with cases whose open state of the day is not kept yet. One index step per county. */
export async function countiesWithout(db: Queryable, day: string): Promise<number[]> {
  const rows = await db.query<{ county: number }>(sql`
    with recursive found (county) as (
      (select county from case_lines order by county limit 1)
      union all
      select (select county from case_lines where county > found.county order by county limit 1) from found where found.county is not null
    )
    select county from found where county is not null and not exists (select 1 from snapshots s where s.county = found.county and s.day = ${day}::date)`)
  return rows.map((row) => row.county)
}

/** Keeps what is open now as the state of the day, unless that day has one: whoever comes second finds it and adds nothing. */
export async function keepOpenState(tx: Queryable, county: number, day: string, now: Date): Promise<boolean> {
  const claimed = await tx.query(sql`insert into snapshots (county, day, taken_at) values (${county}, ${day}::date, ${now}) on conflict do nothing returning day`)
  if (claimed.length === 0) return false
  const oldestFirst = ages.toReversed()
  const borders = oldestFirst.slice(1).map(({ to }) => daysAgo(now, to!))
  await tx.query(sql`
    insert into snapshot_counts (county, day, desk, category, town, village, state, age, cases, late_cases, clocks, late_clocks)
    select ${county}, ${day}::date, o.desk, o.category, o.town, o.village, o.state, (${oldestFirst.map(({ key }) => key)}::text[])[age + 1],
      count(*), count(*) filter (where o.late_clocks > 0), sum(o.clocks), sum(o.late_clocks)
    from open_cases o, width_bucket(o.received_at, ${borders}::timestamptz[]) age
    where o.county = ${county} group by o.desk, o.category, o.town, o.village, o.state, age`)
  return true
}

export interface KeptDay {
  day: string
  taken_at: Date
  /** By state and age: null where nothing was open. */
  counts: { state: string; age: string; cases: number; late: number; clocks: number; lateClocks: number }[] | null
}

/** What was open on the days that were kept, of a scope. */
export function keptDays(db: Queryable, scope: Counting, from: string, to: string): Promise<KeptDay[]> {
  return db.query<KeptDay>(sql`
    select s.day, s.taken_at, (
      select json_agg(json_build_object('state', g.state, 'age', g.age, 'cases', g.cases, 'late', g.late, 'clocks', g.clocks, 'lateClocks', g.late_clocks)) from (
        select row.state, row.age, sum(row.cases)::integer as cases, sum(row.late_cases)::integer as late, sum(row.clocks)::integer as clocks, sum(row.late_clocks)::integer as late_clocks
        from snapshot_counts row where ${withinScope(scope, desk)} and row.day = s.day group by row.state, row.age
      ) g
    ) as counts
    from snapshots s where s.county = ${scope.county} and s.day between ${from}::date and ${to}::date order by s.day`)
}

/** The first day that was kept; undefined where none was. */
export async function firstKeptDay(db: Queryable, county: number): Promise<string | undefined> {
  const [row] = await db.query<{ day: string | null }>(sql`select min(day) as day from snapshots where county = ${county}`)
  return row?.day ?? undefined
}
