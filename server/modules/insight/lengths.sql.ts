import sql, { join, type Sql } from 'sql-template-tag'
import { spanSteps } from '#contract/figure-keys.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Piece } from './cover.ts'
import { desk, during, piecesAs, withinScope, type Counting } from './narrow.sql.ts'
import type { Stretch } from './period.ts'
import { minutesOf } from './rows-behind.sql.ts'
import { binsFor, spreadIn, spreadOf, type Bin, type Often, type Spread } from './spread.ts'

type Step = (typeof spanSteps)[number]
export type StepSpread = Spread & { step: Step }

/** Of these lengths are kept in bins: others are read row by row, of which there are fewer. */
export const areBinned = ({ village, grid, body, categories, channel, unplaced }: Counting): boolean =>
  village === undefined && grid === undefined && body === undefined && categories === undefined && channel === undefined && !unplaced

/** The time to each step, for each case that took it: rows `span`. */
const eachSpan = sql`cross join lateral (values
  ('reply', row.to_reply), ('dispatch', row.to_dispatch), ('start', row.to_start), ('report', row.to_report), ('close', row.to_close), ('answer', row.to_answer)
) span (step, minutes)`

/** Every minute below a quarter of an hour, twenty to each time that it grows e-fold above: so a bin is at most a twentieth wide. */
const bin = sql`case when span.minutes < 16 then span.minutes else floor(ln(span.minutes::float8) * 20)::integer end`

/** Told with the sums: changes where bins do. */
export const binsMadeAs = [bin.text, eachSpan.text].join(' ')

const closedIn = (where: Sql): Sql => sql`${where} and not row.is_excluded and span.minutes is not null`

/** Bins the lengths of the cases that were closed on a day. */
export async function binDay(tx: Queryable, county: number, day: Stretch): Promise<void> {
  await rebin(tx, county, day, sql`
    select row.town, span.step, ${bin} as bin, count(*)::integer as n, min(span.minutes) as least, max(span.minutes) as most
    from figure_cases row ${eachSpan} where ${closedIn(sql`row.county = ${county} and ${during(sql`row.closed_at`, day)}`)} group by 1, 2, 3`)
}

/** Puts the bins of a month's days together. */
export async function binMonth(tx: Queryable, county: number, month: Stretch, days: Sql): Promise<void> {
  await rebin(tx, county, month, sql`
    select row.town, row.step, row.bin, sum(row.n)::integer, min(row.least), max(row.most)
    from figure_lengths row join ${days} on row.starts_at = one.starts_at and row.ends_at = one.ends_at where row.county = ${county} group by 1, 2, 3`)
}

async function rebin(tx: Queryable, county: number, { start, end }: Stretch, bins: Sql): Promise<void> {
  const [from, to] = [new Date(start), new Date(end)]
  await tx.query(sql`delete from figure_lengths where county = ${county} and starts_at = ${from} and ends_at = ${to}`)
  await tx.query(sql`
    insert into figure_lengths (county, starts_at, ends_at, town, step, bin, n, least, most) select ${county}::integer, ${from}::timestamptz, ${to}::timestamptz, one.* from (${bins}) one`)
}

/** How long the cases that were closed took to each step, excluded ones left out. Of bins only those are read row by row in which the middle and the ninth tenth lie. */
export async function spansOf(db: Queryable, scope: Counting, pieces: readonly Piece[]): Promise<StepSpread[]> {
  if (!areBinned(scope)) return eachStep(await lengthsIn(db, scope, pieces), spreadOf)
  const folded = pieces.filter((one) => one.isFolded)
  const bins = await db.query<Bin & { step: Step }>(sql`
    select step, bin, sum(n)::integer as count, min(least) as least, max(most) as most from (
      select row.step, row.bin, row.n, row.least, row.most from ${piecesAs(folded)} join figure_lengths row on row.starts_at = one.starts_at and row.ends_at = one.ends_at
      where row.county = ${scope.county} ${scope.town === undefined ? sql`` : sql`and row.town = ${scope.town}`}
      union all
      select span.step, ${bin}, count(*), min(span.minutes), max(span.minutes) from ${closedOf(pieces.filter((one) => !one.isFolded))} where ${closedIn(withinScope(scope, desk))} group by 1, 2
    ) every group by step, bin`)
  const wide = spanSteps.flatMap((step) => binsFor(bins.filter((one) => one.step === step)).filter(({ least, most }) => least < most).map((one) => ({ step, ...one })))
  const lengths = wide.length === 0 ? [] : await lengthsWithin(db, scope, pieces, wide)
  return eachStep(bins, (own, step) => spreadIn(own, lengths.filter((one) => one.step === step)))
}

const closedOf = (pieces: readonly Piece[]): Sql => sql`${piecesAs(pieces)} join figure_cases row on row.closed_at >= one.starts_at and row.closed_at < one.ends_at ${eachSpan}`

/** The pieces of a period lie end to end: its rows are read in one go. */
const closedWithin = (scope: Counting, pieces: readonly Piece[]): Sql => sql`figure_cases row ${eachSpan}
  where ${closedIn(sql`${withinScope(scope, desk)} and ${during(sql`row.closed_at`, { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 })}`)}`

const lengthsIn = (db: Queryable, scope: Counting, pieces: readonly Piece[]): Promise<(Often & { step: Step })[]> => db.query(sql`
  select span.step, span.minutes, count(*) as count from ${closedWithin(scope, pieces)} group by 1, 2`)

/** What is in some bins, minute by minute. */
const lengthsWithin = (db: Queryable, scope: Counting, pieces: readonly Piece[], bins: readonly { step: Step; least: number; most: number }[]): Promise<(Often & { step: Step })[]> => db.query(sql`
  select span.step, span.minutes, count(*) as count from ${closedWithin(scope, pieces)}
    and (${join(bins.map(({ step, least, most }) => sql`${minutesOf[step]} between ${least} and ${most}`), ' or ')})
    and (${join(bins.map(({ step, least, most }) => sql`span.step = ${step} and span.minutes between ${least} and ${most}`), ' or ')}) group by 1, 2`)

function eachStep<Row extends { step: Step }>(rows: readonly Row[], spread: (own: readonly Row[], step: Step) => Spread): StepSpread[] {
  return spanSteps.map((step) => ({ step, ...spread(rows.filter((one) => one.step === step), step) }))
}
