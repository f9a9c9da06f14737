import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Mark } from '#server/kernel/keyset.ts'
import type { Joined, Rule } from './signal.ts'

export interface SourceRow {
  county: number
  id: string
  name: string
  secret: Uint8Array
  region: number | null
  window_minutes: number
  made_by: string
  made_at: Date
  withdrawn_at: Date | null
  last_event_at: Date | null
  sent: Uint8Array
}

type NewSource = Omit<SourceRow, 'withdrawn_at' | 'last_event_at' | 'secret' | 'sent'> & { secret: Buffer; sent: Buffer }

export async function insertSource(tx: Queryable, one: NewSource): Promise<boolean> {
  const made = await tx.query(sql`
    insert into signal_sources (county, id, name, secret, region, window_minutes, made_by, made_at, sent)
    values (${one.county}, ${one.id}::uuid, ${one.name}, ${one.secret}, ${one.region}, ${one.window_minutes}, ${one.made_by}::uuid, ${one.made_at}, ${one.sent})
    on conflict (county, id) do nothing returning id`)
  return made.length === 1
}

/** `lock`: events of one source are joined one after another. */
export async function sourceById(db: Queryable, county: number, id: string, lock?: 'lock'): Promise<SourceRow | undefined> {
  const [row] = await db.query<SourceRow>(sql`
    select * from signal_sources where county = ${county} and id = ${id}::uuid ${lock ? sql`for update` : sql``}`)
  return row
}

export function sourcesOf(db: Queryable, county: number, since: Date): Promise<(SourceRow & { signals: number })[]> {
  return db.query(sql`
    select s.*, (select count(*) from signals g where g.county = s.county and g.source = s.id and g.last_at >= ${since}) as signals
    from signal_sources s where s.county = ${county} order by s.withdrawn_at is not null, s.made_at desc, s.id limit 500`)
}

export async function endSource(tx: Queryable, county: number, id: string, now: Date): Promise<boolean> {
  const ended = await tx.query(sql`update signal_sources set withdrawn_at = ${now} where county = ${county} and id = ${id}::uuid and withdrawn_at is null returning id`)
  return ended.length === 1
}

export interface RuleRow {
  id: string
  source: string | null
  type: string
  least_count: number
  least_severity: number
  category: string
  words: string
  made_by: string
  ended_at: Date | null
  sent: Uint8Array
}

export async function insertRule(tx: Queryable, one: Omit<RuleRow, 'ended_at' | 'sent'> & { county: number; made_at: Date; sent: Buffer }): Promise<boolean> {
  const made = await tx.query(sql`
    insert into signal_rules (county, id, source, type, least_count, least_severity, category, words, made_by, made_at, sent)
    values (${one.county}, ${one.id}::uuid, ${one.source}::uuid, ${one.type}, ${one.least_count}, ${one.least_severity}, ${one.category}, ${one.words},
      ${one.made_by}::uuid, ${one.made_at}, ${one.sent})
    on conflict (county, id) do nothing returning id`)
  return made.length === 1
}

export function rulesOf(db: Queryable, county: number): Promise<RuleRow[]> {
  return db.query<RuleRow>(sql`
    select id, source, type, least_count, least_severity, category, words, made_by, ended_at, sent from signal_rules
    where county = ${county} order by ended_at is not null, made_at desc, id limit 500`)
}

export async function ruleById(db: Queryable, county: number, id: string): Promise<RuleRow | undefined> {
  const [row] = await db.query<RuleRow>(sql`
    select id, source, type, least_count, least_severity, category, words, made_by, ended_at, sent from signal_rules where county = ${county} and id = ${id}::uuid`)
  return row
}

export const ruleOf = (row: RuleRow): Rule =>
  ({ id: row.id, source: row.source, type: row.type, leastCount: row.least_count, leastSeverity: row.least_severity, category: row.category, words: row.words })

export async function endRule(tx: Queryable, county: number, id: string, now: Date): Promise<boolean> {
  const ended = await tx.query(sql`update signal_rules set ended_at = ${now} where county = ${county} and id = ${id}::uuid and ended_at is null returning id`)
  return ended.length === 1
}

/** Claims an event's id. @returns whether it is new */
export async function claimEvent(tx: Queryable, one: { county: number; source: string; id: string; signal: string; at: Date }): Promise<boolean> {
  const made = await tx.query(sql`
    insert into signal_events (county, source, event_id, signal, at) values (${one.county}, ${one.source}::uuid, ${one.id}, ${one.signal}::uuid, ${one.at})
    on conflict do nothing returning event_id`)
  return made.length === 1
}

export async function wasTakenIn(db: Queryable, county: number, source: string, id: string): Promise<boolean> {
  return (await db.query(sql`select 1 from signal_events where county = ${county} and source = ${source}::uuid and event_id = ${id}`)).length > 0
}

export interface SignalRow {
  id: string
  source: string
  origin: string
  type: string
  subject: string
  first_at: Date
  last_at: Date
  count: number
  severity: number
  said: Record<string, string>
  rule: string | null
  case_id: string | null
}

export const joinedOf = (row: SignalRow): Joined => ({ firstAt: row.first_at, lastAt: row.last_at, count: row.count, severity: row.severity })

type Thing = Pick<SignalRow, 'source' | 'origin' | 'type' | 'subject'>

/** The newest signals of one thing. */
export function signalsOf(db: Queryable, county: number, { source, origin, type, subject }: Thing, limit: number): Promise<SignalRow[]> {
  return db.query<SignalRow>(sql`
    select * from signals where county = ${county} and source = ${source}::uuid and origin = ${origin} and type = ${type} and subject = ${subject}
    order by last_at desc limit ${limit}`)
}

/** Writes a signal, and that its source was heard. */
export async function keepSignal(tx: Queryable, county: number, id: string, thing: Thing, now: Joined, said: Record<string, string>, opened: { rule: string; case: string } | undefined, heardAt: Date): Promise<void> {
  await tx.query(sql`
    with heard as (update signal_sources set last_event_at = ${heardAt} where county = ${county} and id = ${thing.source}::uuid)
    insert into signals (county, id, source, origin, type, subject, first_at, last_at, count, severity, said, rule, case_id)
    values (${county}, ${id}::uuid, ${thing.source}::uuid, ${thing.origin}, ${thing.type}, ${thing.subject}, ${now.firstAt}, ${now.lastAt}, ${now.count},
      ${now.severity}, ${JSON.stringify(said)}::jsonb, ${opened?.rule ?? null}::uuid, ${opened?.case ?? null}::uuid)
    on conflict (county, id) do update set first_at = excluded.first_at, last_at = excluded.last_at, count = excluded.count, severity = excluded.severity,
      said = excluded.said, rule = coalesce(signals.rule, excluded.rule), case_id = coalesce(signals.case_id, excluded.case_id)`)
}

export function newestSignals(db: Queryable, county: number, opened: boolean | undefined, after: Mark | undefined, limit: number): Promise<(SignalRow & { source_name: string })[]> {
  return db.query(sql`
    select g.*, s.name as source_name from signals g join signal_sources s on s.county = g.county and s.id = g.source where g.county = ${county}
      ${opened === undefined ? sql`` : opened ? sql`and g.case_id is not null` : sql`and g.case_id is null`}
      ${after ? sql`and (g.last_at, g.id) < (${after.at}, ${after.id}::uuid)` : sql``}
    order by g.last_at desc, g.id desc limit ${limit + 1}`)
}

export async function signalBehind(db: Queryable, county: number, caseId: string): Promise<(SignalRow & { source_name: string }) | undefined> {
  const [row] = await db.query<SignalRow & { source_name: string }>(sql`
    select g.*, s.name as source_name from signals g join signal_sources s on s.county = g.county and s.id = g.source
    where g.county = ${county} and g.case_id = ${caseId}::uuid`)
  return row
}

/** Ids of events are kept for as long as a sender may send them again. */
export async function removeOldEvents(tx: Queryable, county: number, before: Date): Promise<void> {
  await tx.query(sql`delete from signal_events where county = ${county} and at < ${before}`)
}

export async function countiesWithSources(db: Queryable): Promise<number[]> {
  return (await db.query<{ county: number }>(sql`select distinct county from signal_sources order by county`)).map((row) => row.county)
}
