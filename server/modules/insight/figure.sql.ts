import sql, { join, type Sql } from 'sql-template-tag'
import { ages, spanSteps, type FigureKey } from '#contract/figure-keys.ts'
import type { Database, Queryable } from '#server/kernel/database.ts'
import type { Scope } from '#server/kernel/reach.ts'
import { keysOfClosed, keysOfMark, keysOfRating, type Counted, type MarkKind } from './figure.ts'
import type { Period, Stretch } from './period.ts'
import type { Often } from './spread.ts'

/** Rows of a scope. Figures are counted over one scope that lies within the caller's reach (scope.ts), so there is no union. */
export function withinScope(scope: Scope, body: Sql): Sql {
  const { county, town, village, grid, categories } = scope
  const conditions = [sql`row.county = ${county}`]
  if (town !== undefined) conditions.push(sql`row.town = ${town}`)
  if (village !== undefined) conditions.push(sql`row.village = ${village}`)
  if (grid !== undefined) conditions.push(sql`row.grid = ${grid}`)
  if (scope.body !== undefined) conditions.push(sql`${body} = ${scope.body}::uuid`)
  if (categories) conditions.push(sql`row.category = any(${[...categories]}::text[])`)
  return join(conditions, ' and ')
}

const [desk, holder] = [sql`row.desk`, sql`row.body`]
export const during = (at: Sql, { start, end }: Pick<Stretch, 'start' | 'end'>): Sql => sql`${at} >= ${new Date(start)} and ${at} < ${new Date(end)}`


interface Source {
  from: Sql
  /** The columns that tell the keys. */
  verdict: Sql
  at: Sql
  body: Sql
}

/**
 * Counts by verdict: by part of a period and of the one before it, and of the period itself by body and category. Both
 * group by few known columns: grouped by a part that is worked out, PostgreSQL expects as many groups as instants, and sorts all rows.
 */
async function counted<Verdict>(db: Queryable, source: Source, scope: Scope, period: Period, keysOf: (row: Verdict) => FigureKey[]): Promise<Counted[]> {
  const byPart = await partsOf<Verdict>(db, source, scope, period)
  const byName = await namesOf<Verdict>(db, source, scope, period)
  return [
    ...byPart.flatMap(({ counts, ...row }) => counts.map((count, part) => ({ keys: keysOf(row as unknown as Verdict), part, body: null, category: null, count }))),
    ...byName.map(({ body, category, count, ...row }) => ({ keys: keysOf(row as unknown as Verdict), part: null, body, category, count })),
  ].filter(({ count }) => count > 0)
}

/** Between the period before and this one there is no gap: it is counted as part 0. */
function partsOf<Verdict>(db: Queryable, { from, verdict, at, body }: Source, scope: Scope, { before, parts, end }: Period): Promise<(Verdict & { counts: number[] })[]> {
  const each = [before, ...parts].map((part) => sql`count(*) filter (where ${during(at, part)})`)
  return db.query(sql`
    select ${verdict}, array[${join(each)}]::integer[] as counts from ${from}
    where ${withinScope(scope, body)} and ${during(at, { start: before.start, end })} group by ${verdict}`)
}

function namesOf<Verdict>(db: Queryable, { from, verdict, at, body }: Source, scope: Scope, period: Period): Promise<(Verdict & { body: string; category: string; count: number })[]> {
  return db.query(sql`
    select ${verdict}, ${body} as body, category, count(*) as count from ${from}
    where ${withinScope(scope, body)} and ${during(at, period)} group by ${verdict}, ${body}, category`)
}

const ofMarks: Source = { from: sql`figure_marks row`, verdict: sql`kind, late`, at: sql`row.at`, body: holder }
const ofReceived: Source = { from: sql`figure_cases row`, verdict: sql`is_open`, at: sql`row.received_at`, body: desk }
const ofClosed: Source = { from: sql`figure_cases row`, verdict: sql`outcome`, at: sql`row.closed_at`, body: desk }
const ofRated: Source = { from: sql`figure_cases row`, verdict: sql`contacted, solved, satisfied`, at: sql`row.rated_at`, body: desk }

/** All that is counted of a scope and a period: what happened in it and in the one before, what is open now, how long steps took. */
export async function countAll(db: Database, scope: Scope, period: Period, now: Date) {
  const [marks, cases, [open, spans]] = await Promise.all([
    reading(db, (tx) => counted<{ kind: MarkKind; late: boolean }>(tx, ofMarks, scope, period, ({ kind, late }) => keysOfMark(kind, late))),
    reading(db, async (tx) => [
      ...(await counted(tx, ofReceived, scope, period, () => ['received'])),
      ...(await counted<{ outcome: string | null }>(tx, ofClosed, scope, period, ({ outcome }) => keysOfClosed(outcome))),
      ...(await counted<{ contacted: boolean; solved: string; satisfied: number }>(tx, ofRated, scope, period, (one) => keysOfRating(one.contacted, one.solved, one.satisfied))),
    ]),
    reading(db, async (tx) => [await openNow(tx, scope, now), await spansOfClosed(tx, scope, period)] as const),
  ])
  return { happened: [...marks, ...cases], open, spans }
}

/**
 * One of three connections that a page of figures takes, however much it counts. Nothing is compiled for it: that takes
 * longer than a month's rows do.
 */
const reading = <T>(db: Database, work: (tx: Queryable) => Promise<T>): Promise<T> => db.transaction(['set local jit = off'], work)

const daysAgo = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** What is open now, by how long it has been. */
async function openNow(db: Queryable, scope: Scope, now: Date): Promise<Counted[]> {
  const oldestFirst = ages.toReversed()
  const borders = oldestFirst.slice(1).map(({ to }) => daysAgo(now, to!))
  const rows = await db.query<{ age: number; body: string; category: string; count: number }>(sql`
    select width_bucket(received_at, ${borders}::timestamptz[]) as age, desk as body, category, count(*) as count
    from figure_cases row where ${withinScope(scope, desk)} and row.is_open group by 1, 2, 3`)
  return rows.map(({ age, ...row }) => ({ ...row, keys: ['open', oldestFirst[age]!.key], part: null }))
}

const minutesOf = {
  reply: sql`row.to_reply`, dispatch: sql`row.to_dispatch`, start: sql`row.to_start`, report: sql`row.to_report`, close: sql`row.to_close`, answer: sql`row.to_answer`,
} as const satisfies Record<(typeof spanSteps)[number], Sql>

/** How long the cases that were closed in a period took to each step. */
async function spansOfClosed(db: Queryable, scope: Scope, period: Stretch): Promise<{ step: (typeof spanSteps)[number]; lengths: Often[] }[]> {
  const spans = []
  for (const step of spanSteps) {
    const lengths = await db.query<Often>(sql`
      select ${minutesOf[step]} as minutes, count(*) as count from figure_cases row
      where ${withinScope(scope, desk)} and ${during(sql`row.closed_at`, period)} and ${minutesOf[step]} is not null group by 1`)
    spans.push({ step, lengths })
  }
  return spans
}

/** Where the rows behind a key stand, and by which time they are ordered. */
export interface Behind {
  from: 'cases' | 'marks'
  at: Sql
  minutes: Sql
  where: Sql
}

/** The rows that a key counts, one by one: the same that are added up above, which a test holds them to. */
export function behind(key: FigureKey, scope: Scope, period: Stretch, now: Date, over: number | undefined): Behind {
  const [head, rest] = key.split('.') as [string, string | undefined]
  if (key === 'returned' || head === 'reply' || head === 'start' || head === 'resolve' || head === 'task' || head === 'dispatch') {
    const kind = key === 'returned' ? 'return' : head
    const late = rest === 'late' || rest === 'missed' ? sql`and row.late` : rest === 'onTime' || rest === 'right' ? sql`and not row.late` : sql``
    return { from: 'marks', at: sql`row.at`, minutes: sql`null::integer`, where: sql`${withinScope(scope, holder)} and ${during(sql`row.at`, period)} and row.kind = ${kind} ${late}` }
  }
  const cases = (at: Sql, where: Sql, minutes: Sql = sql`null::integer`): Behind => ({ from: 'cases', at, minutes, where: sql`${withinScope(scope, desk)} and ${where}` })
  if (head === 'received') return cases(sql`row.received_at`, during(sql`row.received_at`, period))
  if (head === 'open') return cases(sql`row.received_at`, sql`row.is_open ${ageOf(key, now)}`)
  if (head === 'rated') return cases(sql`row.rated_at`, sql`${during(sql`row.rated_at`, period)} ${ratingOf(key)}`)
  const closed = during(sql`row.closed_at`, period)
  if (head === 'closed') {
    return cases(sql`row.closed_at`, sql`${closed} ${outcomeOf(key)}`, sql`row.to_close`)
  }
  const minutes = minutesOf[rest as keyof typeof minutesOf]
  return cases(sql`row.closed_at`, sql`${closed} and ${minutes} >= ${over ?? 0}`, minutes)
}

function ageOf(key: FigureKey, now: Date): Sql {
  const age = ages.find((one) => one.key === key)
  if (!age) return sql``
  const younger = age.to === null ? sql`` : sql`and row.received_at >= ${daysAgo(now, age.to)}`
  return age.from === 0 ? younger : sql`and row.received_at < ${daysAgo(now, age.from)} ${younger}`
}

function outcomeOf(key: FigureKey): Sql {
  switch (key) {
    case 'closed.stated': return sql`and row.outcome is not null`
    case 'closed.solved': return sql`and row.outcome = 'solved'`
    case 'closed.other': return sql`and row.outcome <> 'solved'`
    default: return sql``
  }
}

function ratingOf(key: FigureKey): Sql {
  switch (key) {
    case 'rated.contacted': return sql`and row.contacted`
    case 'rated.notContacted': return sql`and not row.contacted`
    case 'rated.solved': return sql`and row.solved = 'yes'`
    case 'rated.partly': return sql`and row.solved = 'partly'`
    case 'rated.unsolved': return sql`and row.solved = 'no'`
    case 'rated.satisfied': return sql`and row.satisfied >= 4`
    case 'rated.middling': return sql`and row.satisfied = 3`
    case 'rated.unsatisfied': return sql`and row.satisfied < 3`
    default: return sql``
  }
}
