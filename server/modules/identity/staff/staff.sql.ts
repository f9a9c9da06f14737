import sql, { type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { when, withinReach } from '../region-place.sql.ts'

export interface StaffRow {
  id: string
  login: string
  name: Uint8Array | null
  phone: Uint8Array | null
  state: 'invited' | 'active' | 'left'
}

const columns = sql`s.id, s.login, s.name, s.phone,
  case when s.left_at is not null then 'left' when s.password is null and s.entered_at is null then 'invited' else 'active' end as state`

/**
 * Staff who hold or held a post within reach, by login.
 * @param filter.after the login after which to begin
 */
export async function staffWithin(
  db: Queryable, actor: Actor, county: number,
  filter: { body?: string | undefined; left?: boolean | undefined; after: string; limit: number },
): Promise<StaffRow[]> {
  const rows = sql`
    select p.county, p.id, p.body, r.town, r.village, r.grid, null::text as category
    from posts p join region_places r on r.id = p.region where p.county = ${county}
    ${when(filter.body !== undefined, sql`and p.body = ${filter.body ?? null}::uuid`)}`
  const reached = withinReach(actor, 'staff.read', county, rows)
  if (!reached) return []
  return await db.query<StaffRow>(sql`
    with reached as (${reached})
    select ${columns} from persons s
    where s.login > ${filter.after} and s.id in (select h.person from holdings h join reached p on p.id = h.post where h.county = ${county})
    ${when(!filter.left, sql`and s.left_at is null`)}
    order by s.login limit ${filter.limit}`)
}

export interface StaffPostRow {
  person: string
  id: string
  role: string
  title_zh: string
  title_en: string | null
  body: string
  body_zh: string
  body_en: string | null
  body_kind: string
}

const heldNow = (now: Date): Sql => sql`h.since <= ${now} and coalesce(h.until, 'infinity') > ${now}
  and p.valid_from <= ${now} and coalesce(p.valid_to, 'infinity') > ${now}`

/** The posts that persons hold in a county now. */
export function postsNow(db: Queryable, county: number, persons: readonly string[], now: Date): Promise<StaffPostRow[]> {
  return db.query<StaffPostRow>(sql`
    select h.person, p.id, p.role, p.title_zh, p.title_en, b.id as body, b.name_zh as body_zh, b.name_en as body_en, b.kind as body_kind
    from holdings h join posts p on p.county = h.county and p.id = h.post join bodies b on b.county = p.county and b.id = p.body
    where h.county = ${county} and h.person = any(${[...persons]}::uuid[]) and ${heldNow(now)} and b.closed_at is null order by h.since, p.id`)
}

/** Who holds the posts of a county now, with their names. */
export function holderNames(db: Queryable, county: number, posts: readonly string[], now: Date): Promise<{ post: string; person: string; name: Uint8Array | null }[]> {
  return db.query(sql`
    select h.post, h.person, s.name from holdings h join posts p on p.county = h.county and p.id = h.post join persons s on s.id = h.person
    where h.county = ${county} and h.post = any(${[...posts]}::uuid[]) and ${heldNow(now)} order by h.since, h.person`)
}

/** A staff member who has not left. */
export async function staffOf(db: Queryable, person: string): Promise<StaffRow | undefined> {
  return (await db.query<StaffRow>(sql`select ${columns} from persons s where s.id = ${person}::uuid and s.login is not null and s.left_at is null`))[0]
}

export interface Invited {
  sent: Uint8Array | null
  login: string | null
  entered: boolean
}

export async function invitedAs(db: Queryable, person: string): Promise<Invited | undefined> {
  return (await db.query<Invited>(sql`
    select sent, login, (entered_at is not null or password is not null or left_at is not null) as entered from persons where id = ${person}::uuid`))[0]
}

/** Adds a staff member without password. False where the id or the login is taken. */
export async function insertInvited(
  tx: Queryable, staff: { id: string; name: Buffer; login: string; phone: Buffer | null; sent: Buffer | null; now: Date },
): Promise<boolean> {
  const added = await tx.query(sql`
    insert into persons (id, name, login, phone, sent, created_at)
    values (${staff.id}::uuid, ${staff.name}, ${staff.login}, ${staff.phone}, ${staff.sent}, ${staff.now})
    on conflict do nothing returning id`)
  return added.length === 1
}

/** A staff member has chosen a password and a second factor. */
export async function enter(tx: Queryable, person: string, by: { password: string; secret: Buffer; usedStep: number; now: Date }): Promise<void> {
  await tx.query(sql`
    update persons set password = ${by.password}, totp_secret = ${by.secret}, totp_used_step = ${by.usedStep}, entered_at = coalesce(entered_at, ${by.now})
    where id = ${person}::uuid`)
}

/** Password and second factor count no longer; a link sets new ones. */
export async function takeKeys(tx: Queryable, person: string): Promise<void> {
  await tx.query(sql`
    update persons set password = null, totp_secret = null, totp_used_step = null,
      entered_at = case when password is null then entered_at else coalesce(entered_at, created_at) end
    where id = ${person}::uuid`)
}

/** Marks that a staff member left; what is held to reach them or to let them in goes, the name stays for the trail. */
export async function markLeft(tx: Queryable, person: string, now: Date): Promise<void> {
  await tx.query(sql`
    update persons set left_at = ${now}, password = null, totp_secret = null, totp_used_step = null, phone = null where id = ${person}::uuid`)
}

/** Demo staff who still have the password that the demo gave them. */
export function demoStaff(db: Queryable): Promise<{ login: string; secret: Uint8Array; used: number | null }[]> {
  return db.query(sql`
    select login, totp_secret as secret, totp_used_step as used from persons
    where is_demo and login is not null and totp_secret is not null and entered_at is null and left_at is null`)
}
