import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Position } from '#server/kernel/facts.ts'

/** Rules by which clocks warn and end within seconds, from now on. */
export async function hurryClocks(db: Queryable, county: number, seconds: Record<'reply' | 'start' | 'resolve' | 'task', number>): Promise<void> {
  const spans = Object.fromEntries(Object.entries(seconds).map(([kind, n]) => [kind, { hours: n / 3_600 }]))
  await db.query(sql`
    insert into books (county, kind, version, id, content, note, effective_from, published_at)
    values (${county}, 'policy', 1000, gen_random_uuid(), ${JSON.stringify({ layers: [{ town: null, category: null, set: { ...spans, warnShare: 0.5 }, locked: [] }] })}, 'hurried', now(), now())`)
}

export interface FactRow {
  subject: string
  moment: number
  seq: number
  kind: string
  version: number | null
  person: string | null
  at: Date
  detail: { to?: { desk?: string }; other?: string; above?: string; clocks?: { id: string; warnedAt: string | null; breachedAt: string | null }[] }
}

/** Every fact after a place, whatever the horizon: nobody is at work any more. */
export const allFacts = (db: Queryable, after: Position): Promise<FactRow[]> => db.query(sql`
  select subject, moment, seq, kind, version, person, at, detail from facts
  where (moment, seq) > (${after.moment}::bigint, ${after.seq}::bigint) order by moment, seq`)

export const appealsByKey = (db: Queryable): Promise<{ id: string; case_id: string; number: number; year: number }[]> => db.query(sql`
  select a.id, a.case_id, c.number, c.year from appeals a join cases c on c.county = a.county and c.id = a.case_id`)

export const caseStates = (db: Queryable): Promise<{ id: string; desk: string; state: string; version: number; person: string }[]> => db.query(sql`
  select c.id, c.desk, c.state, c.version, (select a.person from appeals a where a.county = c.county and a.case_id = c.id limit 1) as person from cases c`)

export const clockRows = (db: Queryable): Promise<{ id: string; case_id: string; warned: boolean; breached: boolean; left: boolean }[]> => db.query(sql`
  select id, case_id, warned_at is not null as warned, breached_at is not null as breached, next_at is not null and next_at <= now() as left from clocks`)

export const noticeRows = (db: Queryable): Promise<{ person: string; app: string; kind: string; subject: string; at: Date }[]> => db.query(sql`
  select person, app, kind, subject, at from notices where subject_kind = 'case'`)

/** Counts that the worker folded and that differ from the rows themselves. */
export const wrongTallies = (db: Queryable): Promise<{ desk: string; state: string; told: number; there: number }[]> => db.query(sql`
  select coalesce(t.desk, c.desk) as desk, coalesce(t.state, c.state) as state, coalesce(t.n, 0) as told, coalesce(c.n, 0) as there
  from (select * from tallies where n <> 0) t
  full join (select county, desk, state, count(*) as n from cases group by 1, 2, 3) c on c.county = t.county and c.desk = t.desk and c.state = t.state
  where coalesce(t.n, 0) <> coalesce(c.n, 0)`)

export const entryKeys = (db: Queryable): Promise<{ id: string }[]> => db.query(sql`select id from entries`)

export const failedReactions = (db: Queryable): Promise<{ listener: string; problem: string; tries: number }[]> =>
  db.query(sql`select listener, problem, tries from failed_reactions`)

/** Cases that lack their appeal, their first fact or their first clock, or have several first facts. */
export const halfCases = (db: Queryable): Promise<{ id: string }[]> => db.query(sql`
  select c.id from cases c
  where (select count(*) from facts f where f.county = c.county and f.subject = c.id and f.kind = 'case.received') <> 1
    or (select count(*) from facts f where f.county = c.county and f.subject = c.id and f.version is not null) <> c.version
    or not exists (select 1 from appeals a where a.county = c.county and a.case_id = c.id)
    or not exists (select 1 from clocks k where k.county = c.county and k.case_id = c.id)`)

export const countCases = async (db: Queryable): Promise<number> => (await db.query<{ n: number }>(sql`select count(*) as n from cases`))[0]!.n
