import sql from 'sql-template-tag'
import type { ClientDoor } from '#contract/exchange-doors.ts'
import type { Mapping } from '#contract/imports.ts'
import type { Queryable } from '#server/kernel/database.ts'

export interface ClientRow {
  county: number
  id: string
  name: string
  opens: ClientDoor[]
  key_end: string
  calls_per_minute: number
  mapping: Mapping | null
  hook_url: string | null
  hook_secret: Uint8Array | null
  made_by: string
  made_at: Date
  valid_to: Date | null
  withdrawn_at: Date | null
  last_used_at: Date | null
  sent: Uint8Array
}

export type NewClient = Omit<ClientRow, 'withdrawn_at' | 'last_used_at' | 'sent' | 'hook_secret'> & { key_hash: Buffer; hook_secret: Buffer | null; sent: Buffer }

const columns = sql`county, id, name, opens, key_end, calls_per_minute, mapping, hook_url, hook_secret, made_by, made_at, valid_to, withdrawn_at, last_used_at, sent`

/** @returns whether it is new: its id may be that of an earlier send */
export async function insertClient(tx: Queryable, one: NewClient): Promise<boolean> {
  const made = await tx.query(sql`
    insert into clients (county, id, name, opens, key_hash, key_end, calls_per_minute, mapping, hook_url, hook_secret, made_by, made_at, valid_to, sent)
    values (${one.county}, ${one.id}::uuid, ${one.name}, ${[...one.opens]}::text[], ${one.key_hash}, ${one.key_end}, ${one.calls_per_minute},
      ${one.mapping && JSON.stringify(one.mapping)}::jsonb, ${one.hook_url}, ${one.hook_secret}, ${one.made_by}::uuid, ${one.made_at}, ${one.valid_to}, ${one.sent})
    on conflict (county, id) do nothing returning id`)
  return made.length === 1
}

export async function clientById(db: Queryable, county: number, id: string): Promise<ClientRow | undefined> {
  const [row] = await db.query<ClientRow>(sql`select ${columns} from clients where county = ${county} and id = ${id}::uuid`)
  return row
}

export async function clientByKey(db: Queryable, county: number, hash: Buffer): Promise<ClientRow | undefined> {
  const [row] = await db.query<ClientRow>(sql`select ${columns} from clients where county = ${county} and key_hash = ${hash}`)
  return row
}

export function clientsOf(db: Queryable, county: number, withWithdrawn: boolean): Promise<ClientRow[]> {
  return db.query<ClientRow>(sql`
    select ${columns} from clients where county = ${county} ${withWithdrawn ? sql`` : sql`and withdrawn_at is null`} order by made_at desc, id desc limit 500`)
}

/** @returns whether it was still open */
export async function endClient(tx: Queryable, county: number, id: string, now: Date): Promise<boolean> {
  const ended = await tx.query(sql`update clients set withdrawn_at = ${now} where county = ${county} and id = ${id}::uuid and withdrawn_at is null returning id`)
  return ended.length === 1
}

/** Kept to the minute, so that a busy program does not write at every call. */
export async function keepLastUse(tx: Queryable, county: number, id: string, now: Date): Promise<void> {
  await tx.query(sql`update clients set last_used_at = ${now} where county = ${county} and id = ${id}::uuid`)
}

export interface ClientCase {
  county: number
  case_id: string
  client: string
  token: string
  source_id: string | null
  sent: Uint8Array
}

/** Claims a token, and an id of the source where there is one. Another that claims the same waits here. @returns whether it is new */
export async function claimClientCase(tx: Queryable, one: Omit<ClientCase, 'sent'> & { sent: Buffer; at: Date }): Promise<boolean> {
  const made = await tx.query(sql`
    insert into client_cases (county, case_id, client, token, source_id, sent, received_at)
    values (${one.county}, ${one.case_id}::uuid, ${one.client}::uuid, ${one.token}::uuid, ${one.source_id}, ${one.sent}, ${one.at})
    on conflict do nothing returning case_id`)
  return made.length === 1
}

export async function clientCaseBy(db: Queryable, county: number, client: string, by: { token: string } | { sourceId: string }): Promise<ClientCase | undefined> {
  const [row] = await db.query<ClientCase>(sql`
    select county, case_id, client, token, source_id, sent from client_cases where county = ${county} and client = ${client}::uuid
      and ${'token' in by ? sql`token = ${by.token}::uuid` : sql`source_id = ${by.sourceId}`}`)
  return row
}

/** Which of these cases a program opened; without any, its newest in a span of time. */
export async function casesOfClient(db: Queryable, county: number, client: string, span: { from: Date; to: Date }, limit: number): Promise<string[]> {
  const rows = await db.query<{ case_id: string }>(sql`
    select case_id from client_cases where county = ${county} and client = ${client}::uuid and received_at >= ${span.from} and received_at <= ${span.to}
    order by received_at desc limit ${limit}`)
  return rows.map((row) => row.case_id)
}

export async function openedBy(db: Queryable, county: number, client: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.query<{ case_id: string }>(sql`
    select case_id from client_cases where county = ${county} and client = ${client}::uuid and case_id = any(${[...ids]}::uuid[])`)
  return new Set(rows.map((row) => row.case_id))
}
