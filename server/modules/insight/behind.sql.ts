import sql, { type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Mark } from '#server/kernel/keyset.ts'
import type { Behind } from './rows-behind.sql.ts'

export interface LineRow {
  case_id: string
  number: number
  year: number
  title: string
  state: string
  county: number
  town: number | null
  village: number | null
  grid: number | null
  category: string
  body: string
  late: boolean | null
  ended_at: Date | null
  /** Of a ruling: who ruled, on which ground it had been asked for. */
  ruled_by: string | null
  ground: string | null
  minutes: number | null
  sort_at: Date
  sort_id: string
}

/** A page of the lines behind a number: one row more than the limit where there is another page. */
export function linesBehind(db: Queryable, one: Behind, after: Mark | undefined, limit: number): Promise<LineRow[]> {
  return one.from === 'marks'
    ? page(db, one, sql`figure_marks row`, sql`row.id`, sql`row.body, row.late, row.ended_at, row.ruled_by, row.ground`, after, limit)
    : page(db, one, sql`figure_cases row`, sql`row.case_id`, sql`row.desk as body, null::boolean as late, null::timestamptz as ended_at, null::uuid as ruled_by, null as ground`, after, limit)
}

function page(db: Queryable, { at, minutes, where }: Behind, from: Sql, id: Sql, more: Sql, after: Mark | undefined, limit: number): Promise<LineRow[]> {
  return db.query<LineRow>(sql`
    with page as (
      select row.county, row.case_id, row.town, row.village, row.grid, row.category, ${more}, ${minutes} as minutes, ${at} as sort_at, ${id} as sort_id
      from ${from} where ${where} ${after ? sql`and (${at}, ${id}) < (${after.at}, ${after.id}::uuid)` : sql``}
      order by ${at} desc, ${id} desc limit ${limit + 1}
    )
    select page.*, l.number, l.year, l.title, l.state from page join case_lines l on l.county = page.county and l.case_id = page.case_id
    order by sort_at desc, sort_id desc`)
}

/** How many lines there are: the number itself. */
export async function countBehind(db: Queryable, { from, where }: Behind): Promise<number> {
  const [row] = await db.query<{ n: number }>(from === 'marks'
    ? sql`select count(*) as n from figure_marks row where ${where}`
    : sql`select count(*) as n from figure_cases row where ${where}`)
  return row!.n
}
