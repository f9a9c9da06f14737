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
  by: { person?: string; post?: string; body?: string }
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

/** The same as a statement, to stand in a `with` of a multi-row statement where a path is hot. */
export function tellingOf(facts: readonly NewFact[]): Sql {
  return sql`insert into facts (county, subject, kind, version, person, post, body, at, detail) values ${bulk(
    facts.map((fact) => [
      fact.county, fact.subject, fact.kind, fact.version ?? null, fact.by.person ?? null, fact.by.post ?? null,
      fact.by.body ?? null, fact.at, JSON.stringify(fact.detail ?? {}),
    ]),
  )}`
}

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

/** Where the feed ends now: a reader that starts here gets what comes later. */
export async function endOfFeed(db: Queryable): Promise<Position> {
  const [end] = await db.query<{ moment: number }>(sql`select fact_horizon() as moment`)
  return { moment: end!.moment, seq: 0 }
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
