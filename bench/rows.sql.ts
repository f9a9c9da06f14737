import sql, { bulk, type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

const count = async (db: Queryable, statement: Sql): Promise<number> => (await db.query<{ n: number }>(statement))[0]!.n

/** How many transfers pgbench has made. */
export const countTransfers = (db: Queryable) => count(db, sql`select count(*) as n from pgbench_history`)

export const countCases = (db: Queryable) => count(db, sql`select count(*) as n from cases`)

/** How many cases were accepted: told as a fact, and standing in the case itself. */
export const countAccepted = (db: Queryable) => count(db, sql`
  select least(
    (select count(*) from facts where kind = 'case.accepted'),
    (select count(*) from cases where state <> 'received' and version > 1)) as n`)

/** How many facts some reaction has not had yet. */
export const countBehind = (db: Queryable) => count(db, sql`
  select count(*) as n from facts, (select moment, seq from listeners order by moment, seq limit 1) slowest
  where (facts.moment, facts.seq) > (slowest.moment, slowest.seq)`)

export interface BenchResident {
  person: string
  name: Buffer
  phone: Buffer
  phoneIndex: Buffer
  address: Buffer
  membership: string
  town: number
  village: number
}

/** Residents of a county who proved their phones, agreed to the notice and are verified where they live. */
export async function insertResidents(db: Queryable, county: number, consent: string, residents: readonly BenchResident[], now: Date): Promise<void> {
  await db.query(sql`
    insert into persons (id, name, phone, phone_index, phone_proved_at, is_demo, created_at)
    values ${bulk(residents.map((who) => [who.person, who.name, who.phone, who.phoneIndex, now, true, now]))}`)
  await db.query(sql`insert into consents (person, version, at) values ${bulk(residents.map((who) => [who.person, consent, now]))}`)
  await db.query(sql`
    insert into memberships (county, id, person, town, village, kind, address, state, asked_at, decided_at)
    values ${bulk(residents.map((who) => [county, who.membership, who.person, who.town, who.village, 'resident', who.address, 'verified', now, now]))}`)
}

/** Staff with a post each. */
export async function insertStaff(
  db: Queryable, county: number, role: string, staff: readonly { person: string; post: string; body: string; region: number; name: Buffer }[], now: Date,
): Promise<void> {
  await db.query(sql`
    insert into persons (id, name, login, is_demo, created_at) values ${bulk(staff.map((who) => [who.person, who.name, who.person, true, now]))}`)
  await db.query(sql`
    insert into posts (county, id, body, role, title_zh, region, valid_from)
    values ${bulk(staff.map((who) => [county, who.post, who.body, role, '居委会委员', who.region, now]))}`)
  await db.query(sql`insert into holdings (county, post, person, since) values ${bulk(staff.map((who) => [county, who.post, who.person, now]))}`)
}

export interface BenchSession {
  token: Buffer
  id: string
  person: string
  app: 'resident' | 'office'
}

export async function insertSessions(db: Queryable, sessions: readonly BenchSession[], now: Date, until: Date): Promise<void> {
  await db.query(sql`
    insert into sessions (token, id, person, app, device, started_at, last_seen_at, expires_at)
    values ${bulk(sessions.map((one) => [one.token, one.id, one.person, one.app, 'bench', now, now, until]))}`)
}

/** Cases that wait to be taken in, with where they lie. */
export function waitingCases(db: Queryable, villages: readonly number[], limit: number): Promise<{ id: string; version: number; village: number }[]> {
  return db.query(sql`
    select id, version, village from cases where village = any(${[...villages]}::integer[]) and state = 'received' order by received_at, id limit ${limit}`)
}

export interface Statement {
  query: string
  calls: number
  /** Milliseconds of the server, altogether. */
  total: number
}

export async function beginCountingStatements(db: Queryable): Promise<void> {
  await db.query(sql`create extension if not exists pg_stat_statements`)
  await db.query(sql`select pg_stat_statements_reset()`)
}

/** What the server spent most time on since it began counting. */
export function heaviestStatements(db: Queryable, limit: number): Promise<Statement[]> {
  return db.query(sql`
    select query, calls, total_exec_time + total_plan_time as total from pg_stat_statements
    order by total_exec_time + total_plan_time desc limit ${limit}`)
}
