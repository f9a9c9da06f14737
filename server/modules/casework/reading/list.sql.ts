import sql, { join, type Sql } from 'sql-template-tag'
import type { CaseLevel, TaskState } from '#contract/casework.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Mark } from '#server/kernel/keyset.ts'
import type { Branch } from '#server/kernel/reach.sql.ts'
import type { State } from '../cases/case.ts'

export interface ListRow {
  county: number
  id: string
  number: number
  year: number
  title: string
  state: State
  paused: boolean
  level: CaseLevel
  category: string | null
  town: number | null
  village: number | null
  desk: string
  received_at: Date
  due_at: Date | null
  due_kind: string | null
  breached: boolean
  version: number
  photos: number
  sort_at: Date
  sort_id: string
  task: { id: string; role: string; state: TaskState; body: string; handler: string | null } | null
}

export interface Filters {
  state?: string | undefined
  category?: string | undefined
  /** Of a track. */
  categories?: readonly string[] | undefined
  open?: boolean | undefined
  level?: CaseLevel | undefined
  /** A grid with the village that it lies in, by which it is found. */
  region?: { level: 'town' | 'village'; id: number } | { level: 'grid'; id: number; village: number } | undefined
  body?: string | undefined
  overdue?: boolean | undefined
  number?: { year?: number; number: number } | undefined
  /** A component's or event's whole code, or the key of its type. */
  code?: string | undefined
}

/** One source of a list: each branch is an index read, ordered and cut by itself, then all are merged. */
interface Source {
  from: Sql
  at: Sql
  id: Sql
  task: Sql
  /** The same rows without the cases themselves: enough to count them where no filter asks more. */
  bare?: Sql
}

const shown = sql`row.county, row.id, row.number, row.year, row.title, row.state, row.paused, row.level, row.category, row.town, row.village, row.desk,
  row.received_at, row.due_at, row.due_kind, row.breached, row.version`

/** Cases at desks, in states, due first. */
export const atDesks = (county: number, desks: readonly string[], states: readonly State[]): Source[] =>
  desks.flatMap((desk) => states.map((state) => ({
    from: sql`cases row where row.county = ${county} and row.desk = ${desk} and row.state = ${state}`,
    at: sql`row.queue_at`, id: sql`row.id`, task: sql`null::uuid`,
  })))

/** Open tasks of bodies, due first; of one handler where named. */
export const openTasks = (county: number, bodies: readonly string[], handler: string | undefined): Source[] => {
  const tasks = (whose: Sql) => {
    const where = sql`t.county = ${county} and ${whose} and t.state in ('assigned', 'taken')`
    return {
      from: sql`tasks t join cases row on row.county = t.county and row.id = t.case_id where ${where}`,
      at: sql`t.queue_at`, id: sql`t.id`, task: sql`t.id`, bare: sql`tasks t where ${where}`,
    }
  }
  return handler ? [tasks(sql`t.handler = ${handler}`)] : bodies.map((body) => tasks(sql`t.body = ${body}`))
}

/** Cases within reach, newest first. @param of a body to which the filters keep them: then its cases are gone through, not all */
export const withinReach = (county: number, branches: readonly Branch[], of?: string): Source[] =>
  branches.map(({ where, body, isWhole }) => {
    if (!body && !of) return { from: sql`cases row where ${where}`, at: sql`row.received_at`, id: sql`row.id`, task: sql`null::uuid` }
    const held = sql`b.county = ${county} and b.body = ${of ?? body}`
    const also = body && of ? sql`and exists (select 1 from case_bodies o where o.county = row.county and o.body = ${body} and o.case_id = row.id)` : sql``
    return {
      from: sql`case_bodies b join cases row on row.county = b.county and row.id = b.case_id where ${held} and ${where} ${also}`,
      at: sql`b.received_at`, id: sql`b.case_id`, task: sql`null::uuid`, ...(isWhole && !of && { bare: sql`case_bodies b where ${held}` }),
    }
  })

export type Order = 'due first' | 'newest first'
const wayOf = (order: Order): Sql => (order === 'due first' ? sql`asc` : sql`desc`)

/** A page of a list: one row more than the limit where there is another page. */
export function listRows(db: Queryable, sources: readonly Source[], filters: Filters, order: Order, after: Mark | undefined, limit: number): Promise<ListRow[]> {
  const wanted = whereOf(filters)
  const isDue = order === 'due first'
  const way = wayOf(order)
  const branches = sources.map(({ from, at, id, task }) => sql`(
    select ${shown}, ${at} as sort_at, ${id} as sort_id, ${task} as task_id from ${from} ${wanted}
    ${after ? (isDue ? sql`and (${at}, ${id}) > (${after.at}, ${after.id}::uuid)` : sql`and (${at}, ${id}) < (${after.at}, ${after.id}::uuid)`) : sql``}
    order by ${at} ${way}, ${id} ${way} limit ${limit + 1})`)
  return db.query<ListRow>(sql`
    with page as (
      select distinct on (sort_at, sort_id) * from (${join(branches, ' union all ')}) merged order by sort_at ${way}, sort_id ${way} limit ${limit + 1}
    )
    select page.*,
      (select coalesce(sum(cardinality(a.photos)), 0)::integer from appeals a where a.county = page.county and a.case_id = page.id) as photos,
      (select json_build_object('id', t.id, 'role', t.role, 'state', t.state, 'body', t.body, 'handler', t.handler) from tasks t
        where t.county = page.county and t.case_id = page.id and (t.id = page.task_id or page.task_id is null and t.state in ('assigned', 'taken', 'reported'))
        order by t.role desc limit 1) as task
    from page order by sort_at ${way}, sort_id ${way}`)
}

/**
 * How many a list holds, counted up to a bound. In the list's order too: else all that a filter finds may be gone through for
 * the sake of the first few.
 */
export async function countRows(db: Queryable, sources: readonly Source[], filters: Filters, order: Order, max: number): Promise<number> {
  const wanted = whereOf(filters)
  const way = wayOf(order)
  const isFiltered = Object.values(filters).some((one) => one !== undefined)
  const branches = sources.map(({ from, bare, at, id }) => sql`(
    select ${id} as id from ${isFiltered ? from : (bare ?? from)} ${wanted} order by ${at} ${way}, ${id} ${way} limit ${max + 1})`)
  const [row] = await db.query<{ n: number }>(sql`
    select count(*) as n from (select distinct id from (${join(branches, ' union all ')}) merged limit ${max + 1}) counted`)
  return row!.n
}

function whereOf(filters: Filters): Sql {
  const { state, category, categories, open, level, region, body, overdue, number, code } = filters
  const conditions = [
    state && (state === 'asked' ? sql`row.paused` : sql`row.state = ${state} and not row.paused`),
    category && sql`row.category = ${category}`,
    categories && sql`row.category = any(${[...categories]}::text[])`,
    open && sql`row.state in ('received', 'accepted', 'dispatched', 'reported')`,
    // Said once more of those that were sent up, few enough for an index of their own.
    level && (level === 'self' ? sql`row.level = ${level}` : sql`row.level = ${level} and row.level <> 'self'`),
    region && inRegion(region),
    body && sql`(row.desk = ${body} or exists (select 1 from tasks k where k.county = row.county and k.case_id = row.id and k.body = ${body} and k.state <> 'returned'))`,
    overdue && sql`row.breached`,
    code && (/^\d+$/.test(code) ? sql`row.code = ${code}` : sql`row.code_type = ${code}`),
    number && (number.year ? sql`row.year = ${number.year} and row.number = ${number.number}` : sql`row.number = ${number.number}`),
  ].filter((one) => one instanceof Object) as Sql[]
  return conditions.length > 0 ? sql`and ${join(conditions, ' and ')}` : sql``
}

function inRegion(region: NonNullable<Filters['region']>): Sql {
  if (region.level === 'grid') return sql`row.village = ${region.village} and row.grid = ${region.id}`
  return region.level === 'town' ? sql`row.town = ${region.id}` : sql`row.village = ${region.id}`
}

/** How many cases lie at desks in states, from the folded tallies. */
export async function tallied(db: Queryable, county: number, desks: readonly string[], states: readonly State[]): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    select coalesce(sum(n), 0)::bigint as n from tallies where county = ${county} and desk = any(${[...desks]}::uuid[]) and state = any(${[...states]}::text[])`)
  return row!.n
}

/** How many open cases at desks are late, up to a bound. */
export async function countLate(db: Queryable, county: number, desks: readonly string[], max: number): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    select count(*) as n from (select 1 from cases where county = ${county} and desk = any(${[...desks]}::uuid[])
      and state in ('received', 'accepted', 'dispatched', 'reported') and breached limit ${max}) late`)
  return row!.n
}
