import sql, { bulk, type Sql } from 'sql-template-tag'
import type { FactKind } from '#server/facts/index.ts'
import type { Queryable } from './database.ts'

/**
 * What happened. Ids only: names and words stay in declared tables. One row serves the trail, live updates,
 * webhooks and reactions.
 */
export interface NewFact {
  county: number
  /** The case, person, body … that it is about. */
  subject: string
  kind: FactKind
  /** The subject's version that it made. */
  version?: number
  /** `grant`: the one that they acted under, where that is to be reported; it is kept in the detail. */
  by: { person?: string; post?: string; body?: string; grant?: string }
  at: Date
  detail?: Record<string, unknown>
}

/** A fact that was told, with its place in the feed. */
export interface Fact {
  county: number
  subject: string
  seq: number
  moment: number
  kind: FactKind
  version: number | null
  person: string | null
  post: string | null
  body: string | null
  at: Date
  detail: Record<string, unknown>
}

/** Tells facts inside a change: they are there if and only if the rows are. */
export async function tell(tx: Queryable, ...facts: NewFact[]): Promise<void> {
  if (facts.length > 0) await tx.query(tellingOf(facts))
}

/** The same for a great many: one text of a statement and one value, however many there are. */
export async function tellMany(tx: Queryable, facts: readonly NewFact[]): Promise<void> {
  const rows = facts.map((fact, place) => {
    const { county, subject, kind, version, by: { person, post, body }, at } = fact
    return { place, county, subject, kind, version, person, post, body, at, detail: detailOf(fact) }
  })
  await tx.query(sql`
    insert into facts (county, subject, kind, version, person, post, body, at, detail)
    select county, subject, kind, version, person, post, body, at, detail from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (
      place integer, county integer, subject uuid, kind text, version integer, person uuid, post uuid, body uuid, at timestamptz, detail jsonb)
    order by place`)
}

/** The same as a statement, to stand in a `with` of a multi-row statement where a path is hot. */
export function tellingOf(facts: readonly NewFact[]): Sql {
  return sql`insert into facts (county, subject, kind, version, person, post, body, at, detail) values ${bulk(
    facts.map((fact) => [
      fact.county, fact.subject, fact.kind, fact.version ?? null, fact.by.person ?? null, fact.by.post ?? null,
      fact.by.body ?? null, fact.at, JSON.stringify(detailOf(fact)),
    ]),
  )}`
}

const detailOf = ({ by: { grant }, detail = {} }: NewFact): Record<string, unknown> => (grant ? { ...detail, under: grant } : detail)

/**
 * Was it told long after it happened, as an import tells the history of a case. It stands on the trail and in the counts, and
 * disturbs nobody: no notice, no live update.
 */
export const isToldLate = ({ detail }: Pick<Fact, 'detail'>): boolean => 'toldLate' in detail

/** A place in the feed. Later facts have a larger one, and none appears below a horizon that was read. */
export interface Position {
  moment: number
  seq: number
}

/**
 * Facts after a position, oldest first. Only what lies below every transaction that is still open is read:
 * a feed read by `seq > last` would lose what commits late.
 */
export function factsAfter(db: Queryable, after: Position, limit: number): Promise<Fact[]> {
  return db.query<Fact>(sql`
    select county, subject, seq, moment, kind, version, person, post, body, at, detail from facts
    where (moment, seq) > (${after.moment}::bigint, ${after.seq}::bigint) and moment < fact_horizon()
    order by moment, seq limit ${limit}`)
}

/**
 * What a reaction hears of the facts after a position, oldest first, and the last fact that was looked at, heard or not: it
 * goes on from there. What it doesn't hear is left in the database.
 */
export function factsFor(db: Queryable, after: Position, { kinds, late, max, scanMax }: { kinds: readonly FactKind[]; late: boolean; max: number; scanMax: number }): Promise<Fact[]> {
  return db.query<Fact>(sql`
    with scanned as materialized (
      select county, subject, seq, moment, kind = any(${[...kinds]}::text[]) and (${late}::boolean or not jsonb_exists(detail, 'toldLate')) as is_heard from facts
      where (moment, seq) > (${after.moment}::bigint, ${after.seq}::bigint) and moment < fact_horizon() order by moment, seq limit ${scanMax}
    ), heard as (
      select * from scanned where is_heard order by moment, seq limit ${max}
    ), wanted as (
      select county, subject, seq from heard
      union
      (select county, subject, seq from scanned where (select count(*) from heard) < ${max} order by moment desc, seq desc limit 1)
    )
    select f.county, f.subject, f.seq, f.moment, f.kind, f.version, f.person, f.post, f.body, f.at, f.detail
    from wanted w join facts f on f.county = w.county and f.subject = w.subject and f.seq = w.seq order by f.moment, f.seq`)
}

/**
 * Where the feed ends now: a reader that starts here gets what comes later. It is the place of a fact, not the horizon
 * itself: a server that was killed may count some transactions again, those of which nothing was left.
 */
export async function endOfFeed(db: Queryable): Promise<Position> {
  const [last] = await db.query<Position>(sql`
    select moment, seq from facts where moment < fact_horizon() order by moment desc, seq desc limit 1`)
  return last ?? { moment: 0, seq: 0 }
}

/** The trail of one subject, oldest first. */
export function factsOf(db: Queryable, county: number, subject: string): Promise<Fact[]> {
  return db.query<Fact>(sql`
    select county, subject, seq, moment, kind, version, person, post, body, at, detail from facts
    where county = ${county} and subject = ${subject}::uuid order by seq`)
}

/** The same as one JSON value, to stand in a larger read. `at` comes as text. */
export const trailJson = (county: Sql, subject: Sql): Sql => sql`(
  select coalesce(json_agg(json_build_object('seq', f.seq, 'kind', f.kind, 'version', f.version, 'person', f.person, 'body', f.body,
    'at', f.at, 'detail', f.detail) order by f.seq), '[]')
  from facts f where f.county = ${county} and f.subject = ${subject})`

export type TrailFact = Pick<Fact, 'seq' | 'kind' | 'version' | 'person' | 'body' | 'detail'> & { at: string }
