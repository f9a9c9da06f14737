import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface SessionRow {
  id: string
  person: string
  app: 'resident' | 'office'
  device: string
  started_at: Date
  last_seen_at: Date
  expires_at: Date
}

export async function insertSession(
  tx: Queryable,
  session: { token: Buffer; id: string; person: string; app: string; device: string; now: Date; until: Date },
): Promise<void> {
  await tx.query(sql`
    insert into sessions (token, id, person, app, device, started_at, last_seen_at, expires_at)
    values (${session.token}, ${session.id}, ${session.person}, ${session.app}, ${session.device}, ${session.now}, ${session.now}, ${session.until})`)
}

/** An open session by its token's digest, with its person's language; undefined where it has ended or its person left. */
export async function openSession(db: Queryable, token: Buffer, app: string, now: Date): Promise<(SessionRow & { language: 'zh' | 'en' }) | undefined> {
  const [row] = await db.query<SessionRow & { language: 'zh' | 'en' }>(sql`
    select s.id, s.person, s.app, s.device, s.started_at, s.last_seen_at, s.expires_at, p.language
    from sessions s join persons p on p.id = s.person
    where s.token = ${token} and s.app = ${app} and s.ended_at is null and s.expires_at > ${now} and p.left_at is null`)
  return row
}

export async function markSeen(db: Queryable, session: string, now: Date): Promise<void> {
  await db.query(sql`update sessions set last_seen_at = ${now} where id = ${session}::uuid`)
}

export function openSessionsOf(db: Queryable, person: string, now: Date): Promise<SessionRow[]> {
  return db.query(sql`
    select id, person, app, device, started_at, last_seen_at, expires_at from sessions
    where person = ${person}::uuid and ended_at is null and expires_at > ${now} order by last_seen_at desc`)
}

/** A session as it is remembered by. */
export interface Ended {
  token: Uint8Array
  app: 'resident' | 'office'
}

/** Ends one session of a person. Undefined where it is not theirs or has ended. */
export async function endOne(tx: Queryable, person: string, session: string, now: Date): Promise<Ended | undefined> {
  const [ended] = await tx.query<Ended>(sql`
    update sessions set ended_at = ${now}
    where id = ${session}::uuid and person = ${person}::uuid and ended_at is null returning token, app`)
  return ended
}

export async function endAllOf(tx: Queryable, person: string, now: Date): Promise<Ended[]> {
  return tx.query<Ended>(sql`update sessions set ended_at = ${now} where person = ${person}::uuid and ended_at is null returning token, app`)
}

/** The open sessions of a person, as they are remembered by. */
export function openTokensOf(tx: Queryable, person: string, now: Date): Promise<Ended[]> {
  return tx.query<Ended>(sql`select token, app from sessions where person = ${person}::uuid and ended_at is null and expires_at > ${now}`)
}

export async function keepPhoneCode(tx: Queryable, phoneIndex: Buffer, code: Buffer, now: Date, until: Date): Promise<void> {
  await tx.query(sql`
    insert into phone_codes (phone_index, code, made_at, expires_at) values (${phoneIndex}, ${code}, ${now}, ${until})
    on conflict (phone_index) do update set code = excluded.code, made_at = excluded.made_at, expires_at = excluded.expires_at, tries = 0`)
}

/** Counts one try of a phone's code. @returns the code that is kept, and the tries with this one */
export async function tryPhoneCode(db: Queryable, phoneIndex: Buffer): Promise<{ code: Uint8Array; expires_at: Date; tries: number } | undefined> {
  const [row] = await db.query<{ code: Uint8Array; expires_at: Date; tries: number }>(sql`
    update phone_codes set tries = tries + 1 where phone_index = ${phoneIndex} returning code, expires_at, tries`)
  return row
}

/** Takes a code out of use. False where another call was quicker: a code signs in once. */
export async function usePhoneCode(tx: Queryable, phoneIndex: Buffer, code: Buffer): Promise<boolean> {
  const used = await tx.query(sql`delete from phone_codes where phone_index = ${phoneIndex} and code = ${code} returning code`)
  return used.length === 1
}
