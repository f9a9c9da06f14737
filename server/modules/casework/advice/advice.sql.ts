import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export type Kind = 'category' | 'body' | 'place'
export const kinds: readonly Kind[] = ['category', 'body', 'place']

/** A closed case as an example: what was said first, and what it turned out to be. */
export interface ClosedCase {
  words: string
  category: string | null
  village: number | null
  lead: string | null
  closed_at: Date
  id: string
}

/** The newest closed cases, newest first, page by page. What was declined teaches nothing, nor do words that a machine sent. */
export function closedCases(db: Queryable, county: number, before: { at: Date; id: string } | undefined, limit: number, lettersMax: number): Promise<ClosedCase[]> {
  return db.query<ClosedCase>(sql`
    select c.id, c.closed_at, c.category, c.village, left(a.words, ${lettersMax}::integer) as words,
      (select t.body from tasks t where t.county = c.county and t.case_id = c.id and t.role = 'lead' and t.outcome is not null
        order by t.ended_at desc limit 1) as lead
    from cases c
    cross join lateral (select words from appeals a where a.county = c.county and a.case_id = c.id order by a.received_at limit 1) a
    where c.county = ${county} and c.closed_at is not null and c.has_appellant and c.outcome is distinct from 'declined'
      ${before ? sql`and (c.closed_at, c.id) < (${before.at}, ${before.id}::uuid)` : sql``}
    order by c.closed_at desc, c.id desc limit ${limit}`)
}

export interface Look {
  county: number
  learnt_at: Date | null
  learnt_of: string
}

/** Counties at which nobody has looked since, the longest ago first. */
export function countiesToLookAt(db: Queryable, since: Date, limit: number): Promise<Look[]> {
  return db.query<Look>(sql`
    select c.county, l.learnt_at, coalesce(l.learnt_of, '') as learnt_of
    from (select distinct county from categories) c left join advice_looks l on l.county = c.county
    where l.looked_at is null or l.looked_at <= ${since}
    order by l.looked_at nulls first, c.county limit ${limit}`)
}

/** Somebody looks now. @returns false where another worker came first */
export async function bookLook(tx: Queryable, county: number, now: Date, since: Date): Promise<boolean> {
  const booked = await tx.query(sql`
    insert into advice_looks as l (county, looked_at) values (${county}, ${now})
    on conflict (county) do update set looked_at = excluded.looked_at where l.looked_at <= ${since} returning county`)
  return booked.length === 1
}

/** How many cases were closed since, counted up to a bound. */
export async function closedSince(db: Queryable, county: number, since: Date, max: number): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`
    select count(*) as n from (select 1 from cases where county = ${county} and closed_at > ${since} limit ${max}) counted`)
  return row!.n
}

export interface Kept {
  kind: Kind
  version: number
  bytes: Uint8Array | null
  examples: number
  correct: number
  learnt_at: Date
}

export async function keepModels(tx: Queryable, county: number, models: readonly Omit<Kept, 'version' | 'learnt_at'>[], learntOf: string, now: Date): Promise<void> {
  for (const { kind, bytes, examples, correct } of models) {
    await tx.query(sql`
      insert into advice_models as m (county, kind, version, bytes, examples, correct, learnt_at)
      values (${county}, ${kind}, 1, ${bytes}, ${examples}, ${correct}, ${now})
      on conflict (county, kind) do update set version = m.version + 1, bytes = excluded.bytes, examples = excluded.examples,
        correct = excluded.correct, learnt_at = excluded.learnt_at`)
  }
  await tx.query(sql`
    insert into advice_looks (county, looked_at, learnt_at, learnt_of) values (${county}, ${now}, ${now}, ${learntOf})
    on conflict (county) do update set learnt_at = excluded.learnt_at, learnt_of = excluded.learnt_of`)
}

export async function keptModel(db: Queryable, county: number, kind: Kind): Promise<Kept | undefined> {
  const [row] = await db.query<Kept>(sql`
    select kind, version, bytes, examples, correct, learnt_at from advice_models where county = ${county} and kind = ${kind}`)
  return row
}

