import sql, { bulk } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface PersonRow {
  id: string
  name: Uint8Array | null
  phone: Uint8Array | null
  login: string | null
  password: string | null
  totp_secret: Uint8Array | null
  totp_used_step: number | null
  language: 'zh' | 'en'
  phone_proved_at: Date | null
  last_holder: string | null
  left_at: Date | null
}

const columns = sql`id, name, phone, login, password, totp_secret, totp_used_step, language, phone_proved_at, last_holder, left_at`

export async function personOf(db: Queryable, id: string): Promise<PersonRow | undefined> {
  return (await db.query<PersonRow>(sql`select ${columns} from persons where id = ${id}::uuid`))[0]
}

export async function personByLogin(db: Queryable, login: string): Promise<PersonRow | undefined> {
  return (await db.query<PersonRow>(sql`select ${columns} from persons where login = ${login}`))[0]
}

/** The resident who proved this phone. */
export async function residentByPhone(db: Queryable, phoneIndex: Buffer): Promise<PersonRow | undefined> {
  return (await db.query<PersonRow>(sql`select ${columns} from persons where phone_index = ${phoneIndex} and login is null`))[0]
}

/** Adds a resident, or finds the one who was added meanwhile with the same phone. */
export async function insertResident(
  tx: Queryable,
  resident: { id: string; phone: Buffer; phoneIndex: Buffer; name?: Buffer | undefined; language: string; now: Date; isDemo?: boolean; lastHolder?: string | undefined },
): Promise<string> {
  const [added] = await tx.query<{ id: string }>(sql`
    insert into persons (id, phone, phone_index, name, language, phone_proved_at, created_at, is_demo, last_holder)
    values (${resident.id}, ${resident.phone}, ${resident.phoneIndex}, ${resident.name ?? null}, ${resident.language},
      ${resident.now}, ${resident.now}, ${resident.isDemo ?? false}, ${resident.lastHolder ?? null})
    on conflict (phone_index) where phone_index is not null and login is null do nothing returning id`)
  return added?.id ?? (await residentByPhone(tx, resident.phoneIndex))!.id
}

/** Adds somebody who is known by a number that no code has proved, or finds who is; a name is kept where none is held. */
export async function insertCaller(tx: Queryable, caller: { id: string; phone: Buffer; phoneIndex: Buffer; name: Buffer | null; now: Date }): Promise<string> {
  const [row] = await tx.query<{ id: string }>(sql`
    insert into persons (id, phone, phone_index, name, created_at) values (${caller.id}, ${caller.phone}, ${caller.phoneIndex}, ${caller.name}, ${caller.now})
    on conflict (phone_index) where phone_index is not null and login is null do update set name = coalesce(persons.name, excluded.name) returning id`)
  return row!.id
}

/** Adds persons who have no way to sign in; who is there already stays as they are. */
export async function insertPseudonymous(tx: Queryable, persons: readonly { id: string; name: Buffer | null }[], now: Date): Promise<void> {
  const given = persons.map(({ id, name }) => ({ id, name: name && name.toString('base64') }))
  await tx.query(sql`
    insert into persons (id, name, created_at)
    select g.id, decode(g.name, 'base64'), ${now}::timestamptz from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (id uuid, name text)
    order by g.id on conflict do nothing`)
}

export async function markPhoneProved(tx: Queryable, person: string, now: Date): Promise<void> {
  await tx.query(sql`update persons set phone_proved_at = ${now} where id = ${person}::uuid`)
}

/** Uses a TOTP step up: the same code signs in once. False where this or a later step was used already. */
export async function useTotpStep(tx: Queryable, person: string, step: number): Promise<boolean> {
  const used = await tx.query(sql`
    update persons set totp_used_step = ${step} where id = ${person}::uuid and coalesce(totp_used_step, 0) < ${step} returning id`)
  return used.length === 1
}

/** Uses a recovery code up. False where there is none such, or it was used. */
export async function useRecoveryCode(tx: Queryable, person: string, code: Buffer, now: Date): Promise<boolean> {
  const used = await tx.query(sql`
    update recovery_codes set used_at = ${now} where person = ${person}::uuid and code = ${code} and used_at is null returning code`)
  return used.length === 1
}

export async function countRecoveryCodes(db: Queryable, person: string): Promise<number> {
  const [row] = await db.query<{ n: number }>(sql`select count(*) as n from recovery_codes where person = ${person}::uuid and used_at is null`)
  return row!.n
}

export async function insertConsent(tx: Queryable, person: string, version: string, now: Date): Promise<void> {
  await tx.query(sql`insert into consents (person, version, at) values (${person}::uuid, ${version}, ${now}) on conflict do nothing`)
}

export async function consentsOf(db: Queryable, person: string): Promise<{ version: string; at: Date }[]> {
  return db.query(sql`select version, at from consents where person = ${person}::uuid order by at desc`)
}

export async function deleteRecoveryCodes(tx: Queryable, person: string): Promise<void> {
  await tx.query(sql`delete from recovery_codes where person = ${person}::uuid`)
}

export async function insertRecoveryCodes(tx: Queryable, person: string, codes: readonly Buffer[]): Promise<void> {
  await tx.query(sql`insert into recovery_codes (person, code) values ${bulk(codes.map((code) => [person, code]))}`)
}

/** A name, given or corrected. */
export async function setName(tx: Queryable, person: string, name: Buffer): Promise<void> {
  await tx.query(sql`update persons set name = ${name} where id = ${person}::uuid`)
}

export async function setLanguage(tx: Queryable, person: string, language: string): Promise<void> {
  await tx.query(sql`update persons set language = ${language} where id = ${person}::uuid`)
}

/** The number proves this person no longer; it stays sealed with them as what was held. */
export async function loosenPhone(tx: Queryable, person: string): Promise<void> {
  await tx.query(sql`update persons set phone_index = null where id = ${person}::uuid`)
}
