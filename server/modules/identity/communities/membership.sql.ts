import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { regionColumns, when, withinReach, type RegionNamed } from '../region-place.sql.ts'
import type { MembershipState } from './membership.ts'

export interface MembershipRow extends RegionNamed {
  /** The verified membership, in the same community, of whoever held the phone before it fell silent. */
  last_person: string | null
  last_membership: string | null
  last_kind: MembershipRow['kind'] | null
  last_name: Uint8Array | null
  last_address: Uint8Array | null
  id: string
  county: number
  town: number
  village: number
  person: string
  kind: 'resident' | 'owner' | 'tenant' | 'worker'
  state: MembershipState
  address: Uint8Array
  name: Uint8Array | null
  phone: Uint8Array | null
  asked_at: Date
  decided_at: Date | null
  reason: string | null
  /** Of the body whose desk the community is. */
  telephone: string | null
}

const select = sql`
  select m.id, m.county, m.town, m.village, m.person, m.kind, m.state, m.address, s.name, s.phone, m.asked_at, m.decided_at, m.reason, d.telephone, last.*, ${regionColumns}
  from memberships m join persons s on s.id = m.person join region_places r on r.id = m.village
    left join bodies d on d.county = m.county and d.region = m.village and d.is_desk and d.closed_at is null
    left join lateral (
      select v.person as last_person, v.id as last_membership, v.kind as last_kind, b.name as last_name, v.address as last_address
      from memberships v join persons b on b.id = v.person
      where m.state = 'asked' and v.county = m.county and v.village = m.village and v.person = s.last_holder and v.state = 'verified' limit 1
    ) last on true`

/** Memberships within reach, the newest first. @param filter.after the asking time and id after which to begin */
export async function membershipsWithin(
  db: Queryable, actor: Actor, county: number,
  filter: { state?: string | undefined; village?: number | undefined; after: { at: Date; id: string } | undefined; limit: number },
): Promise<MembershipRow[]> {
  const { state, village, after, limit } = filter
  const rows = sql`
    select m.county, m.id, m.town, m.village, m.asked_at, null::integer as grid, null::text as category from memberships m
    where m.county = ${county} ${when(state !== undefined, sql`and m.state = ${state ?? ''}`)}
    ${when(village !== undefined, sql`and m.village = ${village ?? 0}`)}
    ${when(after !== undefined, sql`and (m.asked_at, m.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid)`)}`
  const reached = withinReach(actor, 'membership.read', county, rows)
  if (!reached) return []
  return await db.query<MembershipRow>(sql`
    with reached as (select id from (${reached}) as found order by asked_at desc, id desc limit ${limit})
    ${select} where m.county = ${county} and m.id in (select id from reached) order by m.asked_at desc, m.id desc`)
}

/** One membership, locked, so that it is decided once. */
export async function membershipOf(tx: Queryable, county: number, id: string): Promise<MembershipRow | undefined> {
  await tx.query(sql`select id from memberships where county = ${county} and id = ${id}::uuid for update`)
  return (await tx.query<MembershipRow>(sql`${select} where m.county = ${county} and m.id = ${id}::uuid`))[0]
}

/** A person's memberships in all counties, those that count first. */
export function membershipsOf(db: Queryable, person: string): Promise<MembershipRow[]> {
  return db.query<MembershipRow>(sql`
    ${select} where m.person = ${person}::uuid
    order by array_position(array['verified', 'asked', 'refused', 'ended'], m.state), m.asked_at desc`)
}

/** Adds a request to join. False where one is waiting or verified already, for this community and kind. */
export async function insertMembership(
  tx: Queryable, one: { county: number; id: string; person: string; town: number; village: number; kind: string; address: Buffer; now: Date },
): Promise<boolean> {
  const added = await tx.query(sql`
    insert into memberships (county, id, person, town, village, kind, address, state, asked_at)
    values (${one.county}, ${one.id}::uuid, ${one.person}::uuid, ${one.town}, ${one.village}, ${one.kind}, ${one.address}, 'asked', ${one.now})
    on conflict (county, village, person, kind) where state in ('asked', 'verified') do nothing returning id`)
  return added.length === 1
}

export async function decide(
  tx: Queryable, county: number, id: string, as: { state: 'verified' | 'refused'; by: string; reason: string | null; now: Date },
): Promise<void> {
  await tx.query(sql`
    update memberships set state = ${as.state}, decided_at = ${as.now}, decided_by = ${as.by}::uuid, reason = ${as.reason}
    where county = ${county} and id = ${id}::uuid`)
}

/** Where a person is verified, in any county. */
export async function verifiedCounties(db: Queryable, person: string): Promise<number[]> {
  const rows = await db.query<{ county: number }>(sql`
    select distinct county from memberships where person = ${person}::uuid and state = 'verified' order by county`)
  return rows.map((row) => row.county)
}

/** Where a person asked to join or belongs, in any county. */
export async function countiesJoined(db: Queryable, person: string): Promise<number[]> {
  const rows = await db.query<{ county: number }>(sql`
    select distinct county from memberships where person = ${person}::uuid and state in ('asked', 'verified') order by county`)
  return rows.map((row) => row.county)
}
