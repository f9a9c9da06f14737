import sql, { type Sql } from 'sql-template-tag'
import { ages, type FigureKey } from '#contract/figure-keys.ts'
import type { Database, Queryable } from '#server/kernel/database.ts'
import { keysOfClosed, keysOfMark, keysOfReceived, type Counted, type Marked } from './figure.ts'
import { byNames, daysAgo, desk, during, holder, piecesAs, placeBelow, withinScope, type Counting } from './narrow.sql.ts'
import { piecesOf, type Piece } from './cover.ts'
import { spansOf } from './lengths.sql.ts'
import type { Period, Stretch } from './period.ts'
import { countBehind } from './behind.sql.ts'
import { countedSums, isSummed, sumOfKey } from './read-sums.sql.ts'
import { behind, countingOf } from './rows-behind.sql.ts'
import { foldedIn } from './sum.sql.ts'

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

/** Counts of pieces by verdict, from the rows: by part, and of the period itself by body and category, by channel, by place. */
async function counted<Verdict>(db: Queryable, source: Source, scope: Counting, pieces: readonly Piece[], keysOf: (row: Verdict) => FigureKey[]): Promise<Counted[]> {
  if (pieces.length === 0) return []
  const byPart = await partsOf<Verdict>(db, source, scope, pieces)
  const byName = await namesOf<Verdict>(db, source, scope, piecesOfPeriod(pieces))
  return [
    ...byPart.map(({ part, count, ...row }) => ({ keys: keysOf(row as unknown as Verdict), ...unnamed, part, count })),
    ...byName.map(({ body, category, channel, place, count, ...row }) => ({ keys: keysOf(row as unknown as Verdict), part: null, body, category, channel, place, count })),
  ]
}

function partsOf<Verdict>(db: Queryable, source: Source, scope: Counting, pieces: readonly Piece[]): Promise<(Verdict & Pick<Counted, 'part' | 'count'>)[]> {
  return db.query(sql`select ${source.verdict}, one.part, count(*) as count from ${rowsOf(source, scope, pieces)} group by ${source.verdict}, one.part`)
}

function namesOf<Verdict>(db: Queryable, source: Source, scope: Counting, pieces: readonly Piece[]): Promise<(Verdict & Named)[]> {
  return db.query(sql`
    select ${source.verdict}, ${source.body} as body, category, channel, ${placeBelow(scope)} as place, count(*) as count
    from ${rowsOf(source, scope, pieces)} group by ${source.verdict}, ${byNames(source.body, scope)}`)
}

const rowsOf = ({ from, at, body }: Source, scope: Counting, pieces: readonly Piece[]): Sql =>
  sql`${piecesAs(pieces)} join ${from} on ${at} >= one.starts_at and ${at} < one.ends_at where ${withinScope(scope, body)}`

const ofMarks: Source = { from: sql`figure_marks row`, verdict: sql`kind, late, is_excluded, solved, satisfied, contacted, sort`, at: sql`row.at`, body: holder }
const ofReceived: Source = { from: sql`figure_cases row`, verdict: sql`by_caller, by_place`, at: sql`row.received_at`, body: desk }
const ofClosed: Source = { from: sql`figure_cases row`, verdict: sql`is_excluded`, at: sql`row.closed_at`, body: desk }

/** All that is counted of a scope and a period: what happened in it and in the one before, what is open now, how long steps took, who ruled. */
export async function countAll(db: Database, scope: Counting, period: Period, zone: string, now: Date) {
  const [happened, [open, spans, rulings]] = await Promise.all([
    countHappened(db, scope, period, zone),
    reading(db, async (tx) => [await openNow(tx, scope, now), await spansOf(tx, scope, piecesOfPeriod(await piecesFor(tx, scope, period, zone))), await rulingsOf(tx, scope, period)] as const),
  ])
  return { happened, open, spans, rulings }
}

/** What happened in a period and in the one before. */
export const countHappened = (db: Database, scope: Counting, period: Period, zone: string): Promise<Counted[]> =>
  reading(db, (tx) => happenedIn(tx, scope, period, zone))

/** How many lines stand behind a key: of a long period from sums, as the figure itself is. */
export function countLines(db: Database, key: FigureKey, scope: Counting, period: Period, zone: string, now: Date, over: number | undefined): Promise<number> {
  return reading(db, async (tx) => {
    if (!countingOf(key)) return await countBehind(tx, behind(key, scope, period, now, over))
    const pieces = piecesOfPeriod(await piecesFor(tx, scope, period, zone))
    let count = await sumOfKey(tx, key, scope, pieces.filter((one) => one.isFolded))
    for (const piece of pieces.filter((one) => !one.isFolded)) count += await countBehind(tx, behind(key, scope, piece, now, over))
    return count
  })
}

/** From sums where they stand and can be narrowed so far, else from rows. */
async function happenedIn(db: Queryable, scope: Counting, period: Period, zone: string): Promise<Counted[]> {
  const pieces = await piecesFor(db, scope, period, zone)
  const unfolded = pieces.filter((one) => !one.isFolded)
  return [
    ...(await countedSums(db, scope, pieces.filter((one) => one.isFolded))),
    ...(await counted<Marked>(db, ofMarks, scope, unfolded, keysOfMark)),
    ...(await counted<{ by_caller: boolean; by_place: boolean }>(db, ofReceived, scope, unfolded, keysOfReceived)),
    ...(await counted<{ is_excluded: boolean }>(db, ofClosed, scope, unfolded, keysOfClosed)),
  ]
}

/** Without those of the period before. */
const piecesOfPeriod = (pieces: readonly Piece[]) => pieces.filter(({ part }) => part > 0)

async function piecesFor(db: Queryable, scope: Counting, period: Period, zone: string): Promise<Piece[]> {
  const standing = isSummed(scope) ? await foldedIn(db, scope.county, new Date(period.before.start), new Date(period.end)) : []
  const folded = new Set(standing.map(({ start, end }) => `${start} ${end}`))
  return piecesOf(zone, period, ({ start, end }) => folded.has(`${start} ${end}`))
}

/**
 * One of two connections that a page of figures takes, however much it counts. All of it sees one state: what is added up
 * meanwhile would else count twice. Nothing is compiled for it: that takes longer than a month's rows do.
 */
const reading = <T>(db: Database, work: (tx: Queryable) => Promise<T>): Promise<T> =>
  db.transaction(['set transaction isolation level repeatable read', 'set local jit = off'], work)

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
