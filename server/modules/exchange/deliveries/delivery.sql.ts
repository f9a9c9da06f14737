import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Mark } from '#server/kernel/keyset.ts'

/** What happened to a case, as far as it is told. */
export interface Told {
  type: string
  state: string
  at: string
}

export interface DeliveryRow {
  county: number
  id: string
  client: string
  case_id: string
  seq: number
  event: Told
  made_at: Date
  tries: number
  next_at: Date | null
  delivered_at: Date | null
  given_up_at: Date | null
  status: number | null
  problem: string | null
}

/** Books what is to be told to the programs that opened these cases, where they want to hear. Told once for each fact. */
export async function bookDeliveries(tx: Queryable, county: number, told: readonly { id: string; case: string; seq: number; event: Told }[], now: Date): Promise<void> {
  await tx.query(sql`
    insert into deliveries (county, id, client, case_id, seq, event, made_at, next_at)
    select ${county}::integer, g.id, c.id, k.case_id, g.seq, g.event, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as g (id uuid, "case" uuid, seq bigint, event jsonb)
    join client_cases k on k.county = ${county} and k.case_id = g."case"
    join clients c on c.county = k.county and c.id = k.client and c.hook_url is not null and c.withdrawn_at is null
    on conflict do nothing`)
}

export async function countiesWithDue(db: Queryable, now: Date): Promise<number[]> {
  return (await db.query<{ county: number }>(sql`select distinct county from deliveries where next_at <= ${now} order by county`)).map((row) => row.county)
}

/** Takes what is due, so that no other process sends it too; should this one end meanwhile, it is due again at `again`. */
export function takeDue(tx: Queryable, county: number, now: Date, again: Date, limit: number): Promise<DeliveryRow[]> {
  return tx.query<DeliveryRow>(sql`
    update deliveries set next_at = ${again}, tries = tries + 1
    where county = ${county} and id in (
      select id from deliveries where county = ${county} and next_at <= ${now} order by next_at, id limit ${limit} for update skip locked)
    returning *`)
}

export interface Outcome {
  status: number | null
  problem: string | null
  /** Undefined: it arrived. Null: given up. */
  nextAt: Date | null | undefined
}

export async function keepOutcome(tx: Queryable, { county, id, tries }: DeliveryRow, { status, problem, nextAt }: Outcome, now: Date): Promise<void> {
  await tx.query(sql`
    update deliveries set status = ${status}, problem = ${problem}, next_at = ${nextAt ?? null}, delivered_at = ${nextAt === undefined ? now : null}::timestamptz,
      given_up_at = ${nextAt === null ? now : null}::timestamptz
    where county = ${county} and id = ${id}::uuid and tries = ${tries} and delivered_at is null`)
}

export function newestDeliveries(db: Queryable, county: number, givenUp: boolean, after: Mark | undefined, limit: number): Promise<(DeliveryRow & { client_name: string })[]> {
  const at = givenUp ? sql`d.given_up_at` : sql`d.made_at`
  return db.query(sql`
    select d.*, c.name as client_name from deliveries d join clients c on c.county = d.county and c.id = d.client where d.county = ${county}
      ${givenUp ? sql`and d.given_up_at is not null` : sql``} ${after ? sql`and (${at}, d.id) < (${after.at}, ${after.id}::uuid)` : sql``}
    order by ${at} desc, d.id desc limit ${limit + 1}`)
}

export async function deliveryById(db: Queryable, county: number, id: string): Promise<DeliveryRow | undefined> {
  const [row] = await db.query<DeliveryRow>(sql`select * from deliveries where county = ${county} and id = ${id}::uuid`)
  return row
}

/** @returns whether it had been given up */
export async function beginAgain(tx: Queryable, county: number, id: string, now: Date): Promise<boolean> {
  const begun = await tx.query(sql`
    update deliveries set given_up_at = null, tries = 0, next_at = ${now} where county = ${county} and id = ${id}::uuid and given_up_at is not null returning id`)
  return begun.length === 1
}

/** Those of programs that are let in still. @returns how many had been given up */
export async function beginAllAgain(tx: Queryable, county: number, now: Date): Promise<number> {
  const begun = await tx.query(sql`
    update deliveries d set given_up_at = null, tries = 0, next_at = ${now} from clients c
    where d.county = ${county} and d.given_up_at is not null and c.county = d.county and c.id = d.client and c.withdrawn_at is null returning d.id`)
  return begun.length
}
