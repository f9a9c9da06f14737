import { createHash } from 'node:crypto'
import sql, { join, type Sql } from 'sql-template-tag'
import { figureKeys } from '#contract/figure-keys.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { binDay, binMonth, binsMadeAs } from './lengths.sql.ts'
import { during } from './narrow.sql.ts'
import type { Stretch } from './period.ts'
import { countingOf, sources } from './rows-behind.sql.ts'

/** What is summed: whatever happened at a time. Its place among these is its place in `counts`. */
export const summed = figureKeys.flatMap((key) => {
  const counting = countingOf(key)
  return counting ? [{ key, ...counting }] : []
})

/** Changes with whatever a key counts: sums made by other definitions are not read. */
const madeAs = createHash('sha256').update(JSON.stringify([summed.map(({ key, source, where }) => [key, source, where.text, where.values]), binsMadeAs])).digest('hex').slice(0, 16)

/** One at a time in a county alters rows of figures or adds them up: what is added up is never half altered. */
export const lockFigures = (tx: Queryable, county: number) => tx.query(sql`select pg_advisory_xact_lock(4210008, ${county})`)

/** Adds up the rows of a day. */
export async function foldDay(tx: Queryable, county: number, day: Stretch): Promise<void> {
  await binDay(tx, county, day)
  const rows = Object.entries(sources).map(([source, { from, at, body }]) => sql`
    select row.town, row.village, row.category, row.channel, ${body} as body,
      array[${join(summed.map((one) => (one.source === source ? sql`count(*) filter (where ${one.where})` : sql`0`)))}] as counts
    from ${from === 'marks' ? sql`figure_marks` : sql`figure_cases`} row where row.county = ${county} and ${during(at, day)} group by 1, 2, 3, 4, 5`)
  await refold(tx, county, day, sql`(${join(rows, ' union all ')}) row`)
}

/** Adds up the days of a month, where each of them has its sum. */
export async function foldMonth(tx: Queryable, county: number, month: Stretch, days: readonly Stretch[]): Promise<void> {
  if (!(await areFolded(tx, county, days))) return
  await binMonth(tx, county, month, stretchesAs(days))
  await refold(tx, county, month, sql`figure_sums row join ${stretchesAs(days)} on row.county = ${county} and row.starts_at = one.starts_at and row.ends_at = one.ends_at`)
}

async function refold(tx: Queryable, county: number, { start, end }: Stretch, rows: Sql): Promise<void> {
  const [from, to] = [new Date(start), new Date(end)]
  await tx.query(sql`delete from figure_sums where county = ${county} and starts_at = ${from} and ends_at = ${to}`)
  await tx.query(sql`
    insert into figure_sums (county, starts_at, ends_at, town, village, category, channel, body, counts)
    select ${county}::integer, ${from}::timestamptz, ${to}::timestamptz, row.town, row.village, row.category, row.channel, row.body, ${sumOfEach}::integer[]
    from ${rows} group by row.town, row.village, row.category, row.channel, row.body`)
  await tx.query(sql`
    insert into figure_folded (county, starts_at, ends_at, made_as) values (${county}, ${from}, ${to}, ${madeAs})
    on conflict (county, starts_at, ends_at) do update set made_as = excluded.made_as`)
}

/** Days begin and end at a quarter of an hour, in every zone. */
const quarterMs = 900_000
/** No stretch is longer. */
const daysMax = 32

/** Rows that count at these times are other than before: until they are added up again, whoever counts reads them. */
export async function unfold(tx: Queryable, county: number, touched: readonly Date[]): Promise<void> {
  const quarters = [...new Set(touched.map((at) => Math.floor(at.getTime() / quarterMs)))].map((one) => new Date(one * quarterMs))
  if (quarters.length === 0) return
  await tx.query(sql`
    delete from figure_folded one using unnest(${quarters}::timestamptz[]) touched
    where one.county = ${county} and one.starts_at <= touched and one.starts_at > touched - ${daysMax}::integer * interval '1 day' and one.ends_at > touched`)
}

/** All sums of a county are made anew from here on. */
export async function unfoldAll(tx: Queryable, county: number): Promise<void> {
  await lockFigures(tx, county)
  await tx.query(sql`delete from figure_folded where county = ${county}`)
  await tx.query(sql`delete from figure_sums where county = ${county}`)
  await tx.query(sql`delete from figure_lengths where county = ${county}`)
}

/** What is folded within a stretch. */
export async function foldedIn(db: Queryable, county: number, start: Date, end: Date): Promise<{ start: number; end: number }[]> {
  const rows = await db.query<{ starts_at: Date; ends_at: Date }>(sql`
    select starts_at, ends_at from figure_folded where county = ${county} and starts_at >= ${start} and ends_at <= ${end} and made_as = ${madeAs}`)
  return rows.map((row) => ({ start: row.starts_at.getTime(), end: row.ends_at.getTime() }))
}

async function areFolded(tx: Queryable, county: number, days: readonly Stretch[]): Promise<boolean> {
  const [found] = await tx.query<{ n: number }>(sql`
    select count(*) as n from figure_folded row join ${stretchesAs(days)} on row.starts_at = one.starts_at and row.ends_at = one.ends_at
    where row.county = ${county} and row.made_as = ${madeAs}`)
  return found!.n === days.length
}

/** When the first row of a county counts. One index step for each. */
export async function firstCounted(db: Queryable, county: number): Promise<Date | undefined> {
  const firsts = Object.values(sources).map(({ from, at }) => sql`(select min(${at}) from ${from === 'marks' ? sql`figure_marks` : sql`figure_cases`} row where row.county = ${county} and ${at} is not null)`)
  const [row] = await db.query<{ at: Date | null }>(sql`select least(${join(firsts)}) as at`)
  return row?.at ?? undefined
}

/** A stretch as a row `one`. */
export const stretchesAs = (all: readonly Pick<Stretch, 'start' | 'end'>[]): Sql =>
  sql`unnest(${all.map(({ start }) => new Date(start))}::timestamptz[], ${all.map(({ end }) => new Date(end))}::timestamptz[]) one (starts_at, ends_at)`

/** The sum of the count of a key, by its place among those that are summed; arrays begin at one. */
export const sumOfCount = (place: number): Sql => sql`sum(row.counts[${place + 1}::integer])`

/** The sums of all, in their order. */
export const sumOfEach: Sql = sql`array[${join(summed.map((_, place) => sumOfCount(place)))}]`
