import sql, { join, type Sql } from 'sql-template-tag'
import { ages, spanSteps, type FigureKey } from '#contract/figure-keys.ts'
import type { Database, Queryable } from '#server/kernel/database.ts'
import { keysOfClosed, keysOfMark, keysOfReceived, type Counted, type Marked } from './figure.ts'
import { daysAgo, desk, during, holder, placeBelow, withinScope, type Counting } from './narrow.sql.ts'
import type { Period, Stretch } from './period.ts'
import type { Often } from './spread.ts'

interface Source {
  from: Sql
  /** The columns that tell the keys. */
  verdict: Sql
  at: Sql
  body: Sql
}

/** What a count is for: a body with a category, or a channel, or a place. */
type Named = Pick<Counted, 'body' | 'category' | 'channel' | 'place' | 'count'>
const unnamed = { body: null, category: null, channel: null, place: null }

/**
 * Counts by verdict: by part of a period and of the one before it, and of the period itself by body and category, by
 * channel, by place. Both group by few known columns: grouped by a part that is worked out, PostgreSQL expects as many
 * groups as instants, and sorts all rows.
 */
async function counted<Verdict>(db: Queryable, source: Source, scope: Counting, period: Period, keysOf: (row: Verdict) => FigureKey[]): Promise<Counted[]> {
  const byPart = await partsOf<Verdict>(db, source, scope, period)
  const byName = await namesOf<Verdict>(db, source, scope, period)
  return [
    ...byPart.flatMap(({ counts, ...row }) => counts.map((count, part) => ({ keys: keysOf(row as unknown as Verdict), ...unnamed, part, count }))),
    ...byName.map(({ body, category, channel, place, count, ...row }) => ({ keys: keysOf(row as unknown as Verdict), part: null, body, category, channel, place, count })),
  ].filter(({ count }) => count > 0)
}

/** Between the period before and this one there is no gap: it is counted as part 0. */
function partsOf<Verdict>(db: Queryable, { from, verdict, at, body }: Source, scope: Counting, { before, parts, end }: Period): Promise<(Verdict & { counts: number[] })[]> {
  const each = [before, ...parts].map((part) => sql`count(*) filter (where ${during(at, part)})`)
  return db.query(sql`
    select ${verdict}, array[${join(each)}]::integer[] as counts from ${from}
    where ${withinScope(scope, body)} and ${during(at, { start: before.start, end })} group by ${verdict}`)
}

function namesOf<Verdict>(db: Queryable, { from, verdict, at, body }: Source, scope: Counting, period: Period): Promise<(Verdict & Named)[]> {
  return db.query(sql`
    select ${verdict}, ${body} as body, category, channel, ${placeBelow(scope)} as place, count(*) as count from ${from}
    where ${withinScope(scope, body)} and ${during(at, period)} group by ${verdict}, ${byNames(body, scope)}`)
}

const byNames = (body: Sql, scope: Counting) => sql`grouping sets ((${body}, category), (channel), (${placeBelow(scope)}))`

const ofMarks: Source = { from: sql`figure_marks row`, verdict: sql`kind, late, is_excluded, solved, satisfied, contacted, sort`, at: sql`row.at`, body: holder }
const ofReceived: Source = { from: sql`figure_cases row`, verdict: sql`by_caller, by_place`, at: sql`row.received_at`, body: desk }
const ofClosed: Source = { from: sql`figure_cases row`, verdict: sql`is_excluded`, at: sql`row.closed_at`, body: desk }

/** All that is counted of a scope and a period: what happened in it and in the one before, what is open now, how long steps took, who ruled. */
export async function countAll(db: Database, scope: Counting, period: Period, now: Date) {
  const [marks, cases, [open, spans, rulings]] = await Promise.all([
    reading(db, (tx) => counted<Marked>(tx, ofMarks, scope, period, keysOfMark)),
    reading(db, async (tx) => [
      ...(await counted<{ by_caller: boolean; by_place: boolean }>(tx, ofReceived, scope, period, keysOfReceived)),
      ...(await counted<{ is_excluded: boolean }>(tx, ofClosed, scope, period, keysOfClosed)),
    ]),
    reading(db, async (tx) => [await openNow(tx, scope, now), await spansOfClosed(tx, scope, period), await rulingsOf(tx, scope, period)] as const),
  ])
  return { happened: [...marks, ...cases], open, spans, rulings }
}

/**
 * One of three connections that a page of figures takes, however much it counts. Nothing is compiled for it: that takes
 * longer than a month's rows do.
 */
const reading = <T>(db: Database, work: (tx: Queryable) => Promise<T>): Promise<T> => db.transaction(['set local jit = off'], work)

/** What is open now, by how long it has been. */
async function openNow(db: Queryable, scope: Counting, now: Date): Promise<Counted[]> {
  const oldestFirst = ages.toReversed()
  const borders = oldestFirst.slice(1).map(({ to }) => daysAgo(now, to!))
  const rows = await db.query<Named & { age: number }>(sql`
    select age, row.desk as body, category, channel, ${placeBelow(scope)} as place, count(*) as count
    from figure_cases row, width_bucket(row.received_at, ${borders}::timestamptz[]) age
    where ${withinScope(scope, desk)} and row.is_open group by age, ${byNames(desk, scope)}`)
  return rows.map(({ age, ...row }) => ({ ...row, keys: ['open', oldestFirst[age]!.key], part: null }))
}

export const minutesOf = {
  reply: sql`row.to_reply`, dispatch: sql`row.to_dispatch`, start: sql`row.to_start`, report: sql`row.to_report`, close: sql`row.to_close`, answer: sql`row.to_answer`,
} as const satisfies Record<(typeof spanSteps)[number], Sql>

/** How long the cases that were closed in a period took to each step. Excluded ones are left out. */
async function spansOfClosed(db: Queryable, scope: Counting, period: Stretch): Promise<{ step: (typeof spanSteps)[number]; lengths: Often[] }[]> {
  const spans = []
  for (const step of spanSteps) {
    const lengths = await db.query<Often>(sql`
      select ${minutesOf[step]} as minutes, count(*) as count from figure_cases row
      where ${withinScope(scope, desk)} and ${during(sql`row.closed_at`, period)} and not row.is_excluded and ${minutesOf[step]} is not null group by 1`)
    spans.push({ step, lengths })
  }
  return spans
}

export interface Rulings {
  ruled_by: string
  granted: number
  refused: number
}

/** Who ruled what to leave out of the figures. */
function rulingsOf(db: Queryable, scope: Counting, period: Stretch): Promise<Rulings[]> {
  return db.query<Rulings>(sql`
    select ruled_by, count(*) filter (where not late)::integer as granted, count(*) filter (where late)::integer as refused from figure_marks row
    where ${withinScope(scope, holder)} and ${during(sql`row.at`, period)} and row.kind = 'exclusion' group by ruled_by order by count(*) desc, ruled_by`)
}
