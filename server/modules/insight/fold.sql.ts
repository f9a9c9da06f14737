import sql, { join, type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import { lockFigures, unfold } from './sum.sql.ts'

/**
 * Makes the rows of cases anew from what casework publishes of them, so that doing it twice, or late, changes nothing.
 * One at a time in a county: of two that overlap, the second must see what the first saw.
 * @param also `others`: what the cases make repeats of; not where all are made anew one after another
 */
export async function foldCases(tx: Queryable, county: number, cases: readonly string[], also: 'others' | 'these alone' = 'others'): Promise<void> {
  const ids = sql`${[...cases]}::uuid[]`
  await lockFigures(tx, county)
  const changed = await tx.query<{ case_id: string; is_sorted: boolean; touched: Date[] }>(milestonesOf(county, ids))
  const marked = await tx.query<{ at: Date }>(marksOf(county, ids))
  const sorted = changed.filter((row) => row.is_sorted).map((row) => row.case_id)
  const followed = also === 'others' && sorted.length > 0 ? await tx.query<{ at: Date }>(followersOf(county, sorted)) : []
  await unfold(tx, county, [...changed.flatMap((row) => row.touched), ...[...marked, ...followed].map((row) => row.at)])
}

/** Null where it did not happen: greatest() would make that a nought. */
const minutesTo = (at: Sql) => sql`(case when ${at} < m.received_at then 0 else floor(extract(epoch from ${at} - m.received_at) / 60) end)::integer`

/** When a case no longer counts as it did: as received, as closed and with its lengths. Both times, before and now. */
const touched = [
  sql`case when (before.received_at, before.by_caller, before.by_place, before.town, before.village, before.category, before.channel, before.desk)
    is distinct from (fresh.received_at, fresh.by_caller, fresh.by_place, fresh.town, fresh.village, fresh.category, fresh.channel, fresh.desk)
    then array[before.received_at, fresh.received_at] end`,
  sql`case when (before.closed_at, before.is_excluded, before.to_reply, before.to_dispatch, before.to_start, before.to_report, before.to_close, before.to_answer,
      before.town, before.village, before.category, before.channel, before.desk)
    is distinct from (fresh.closed_at, fresh.is_excluded, fresh.to_reply, fresh.to_dispatch, fresh.to_start, fresh.to_report, fresh.to_close, fresh.to_answer,
      fresh.town, fresh.village, fresh.category, fresh.channel, fresh.desk)
    then array[before.closed_at, fresh.closed_at] end`,
]

/** @returns from the statement: the cases whose row is another than before; are they new, or sorted otherwise; when they no longer count as they did */
const milestonesOf = (county: number, ids: Sql) => sql`
  with before as materialized (
    select * from figure_cases where county = ${county} and case_id = any(${ids})
  ), fresh as (
    insert into figure_cases as row (county, case_id, received_at, closed_at, to_reply, to_dispatch, to_start, to_report, to_close,
      to_answer, town, village, grid, is_open, is_excluded, by_caller, by_place, category, channel, desk)
    select m.county, m.case_id, m.received_at, m.closed_at, ${minutesTo(sql`m.replied_at`)}, ${minutesTo(sql`m.dispatched_at`)},
      ${minutesTo(sql`m.started_at`)}, ${minutesTo(sql`m.reported_at`)}, ${minutesTo(sql`m.closed_at`)}, ${minutesTo(sql`m.answered_at`)},
      m.town, m.village, m.grid, m.is_open, m.excluded, r.by_caller, r.by_place, coalesce(m.category, ''), m.channel, m.desk
    from case_milestones m join case_repeats r on r.county = m.county and r.case_id = m.case_id
    where m.county = ${county} and m.case_id = any(${ids}) and r.county = ${county} and r.case_id = any(${ids})
    on conflict (county, case_id) do update set received_at = excluded.received_at, closed_at = excluded.closed_at, to_reply = excluded.to_reply, to_dispatch = excluded.to_dispatch, to_start = excluded.to_start, to_report = excluded.to_report,
      to_close = excluded.to_close, to_answer = excluded.to_answer, town = excluded.town, village = excluded.village, grid = excluded.grid,
      is_open = excluded.is_open, is_excluded = excluded.is_excluded, by_caller = excluded.by_caller, by_place = excluded.by_place, category = excluded.category, channel = excluded.channel, desk = excluded.desk
    where row is distinct from excluded
    returning row.*
  )
  select fresh.case_id, before.category is distinct from fresh.category as is_sorted, array_remove(coalesce(${join(touched, ' || ')}, '{}'), null) as touched
  from fresh left join before on before.case_id = fresh.case_id`

/** A case that came late, or was sorted otherwise, may make others repeats of it, or no longer. */
const followersOf = (county: number, cases: readonly string[]) => sql`
  update figure_cases row set by_caller = r.by_caller, by_place = r.by_place
  from (select distinct follower from case_followers where county = ${county} and case_id = any(${[...cases]}::uuid[])) f
  join case_repeats r on r.county = ${county} and r.case_id = f.follower
  where row.county = ${county} and row.case_id = f.follower and (row.by_caller, row.by_place) is distinct from (r.by_caller, r.by_place)
  returning row.received_at as at`

/** What no longer counts goes, the rest comes or changes: no row is touched by both. @returns from the statement: when what changed counted, and counts */
const marksOf = (county: number, ids: Sql) => sql`
  with before as materialized (
    select case_id, kind, id, at from figure_marks where county = ${county} and case_id = any(${ids})
  ), found as materialized (
    select case_id, kind, clock_id as id, at, ended_at, late, body, null as solved, null::smallint as satisfied, null::boolean as contacted, null as sort,
      null::uuid as ruled_by, null as ground
    from clock_ends where county = ${county} and case_id = any(${ids})
    union all
    select case_id, 'return', task_id, at, at, false, body, null, null, null, null, null, null from task_returns where county = ${county} and case_id = any(${ids})
    union all
    select case_id, 'dispatch', task_id, at, at, missed, body, null, null, null, null, null, null from dispatch_ends where county = ${county} and case_id = any(${ids})
    union all
    select case_id, 'reopen', fact_id, at, at, false, body, null, null, null, opened_by, null, null from reopenings where county = ${county} and case_id = any(${ids})
    union all
    select case_id, 'claim', fact_id, at, at, false, body, null, null, null, outcome, null, null from claims where county = ${county} and case_id = any(${ids})
    union all
    select case_id, 'rating', fact_id, at, at, false, body, solved, satisfied, contacted, null, null, null from verdicts where county = ${county} and case_id = any(${ids})
    union all
    select case_id, case when drawn then 'sample' else 'recall' end, request_id, at, at, false, body, solved, satisfied, null, null, null, null
    from call_backs where county = ${county} and case_id = any(${ids})
    union all
    select case_id, 'exclusion', request_id, at, at, not granted, body, null, null, null, null, ruled_by, ground
    from exclusion_rulings where county = ${county} and case_id = any(${ids})
  ), gone as (
    delete from figure_marks row where row.county = ${county} and row.case_id = any(${ids})
      and not exists (select 1 from found where found.case_id = row.case_id and found.kind = row.kind and found.id = row.id)
    returning row.at
  ), made as (
    insert into figure_marks as row (county, case_id, kind, id, at, ended_at, late, is_excluded, satisfied, contacted, solved, sort, body, ruled_by, ground, town, village, grid, category, channel)
    select c.county, c.case_id, found.kind, found.id, found.at, found.ended_at, found.late, c.is_excluded, found.satisfied, found.contacted, found.solved, found.sort, found.body, found.ruled_by,
      found.ground, c.town, c.village, c.grid, c.category, c.channel
    from found join figure_cases c on c.county = ${county} and c.case_id = found.case_id and c.case_id = any(${ids})
    on conflict (county, case_id, kind, id) do update set at = excluded.at, ended_at = excluded.ended_at, late = excluded.late, is_excluded = excluded.is_excluded,
      satisfied = excluded.satisfied, contacted = excluded.contacted, solved = excluded.solved, sort = excluded.sort, body = excluded.body, ruled_by = excluded.ruled_by, ground = excluded.ground,
      town = excluded.town, village = excluded.village, grid = excluded.grid, category = excluded.category, channel = excluded.channel
    where row is distinct from excluded
    returning row.case_id, row.kind, row.id, row.at
  )
  select at from gone union select at from made
  union select before.at from made join before on before.case_id = made.case_id and before.kind = made.kind and before.id = made.id`

/** The next ids of a county's cases, for making all anew piece by piece. */
export async function casesAfter(db: Queryable, county: number, after: string, limit: number): Promise<string[]> {
  const rows = await db.query<{ case_id: string }>(sql`
    select case_id from case_lines where county = ${county} and case_id > ${after}::uuid order by case_id limit ${limit}`)
  return rows.map((row) => row.case_id)
}

/** Counties that have cases, or rows made of them. One index step per county, however many cases. */
export async function countiesWithCases(db: Queryable): Promise<number[]> {
  const rows = await db.query<{ county: number }>(sql`
    with recursive found (county) as (
      (select county from case_lines order by county limit 1)
      union all
      select (select county from case_lines where county > found.county order by county limit 1) from found where found.county is not null
    )
    select county from found where county is not null`)
  return rows.map((row) => row.county)
}
