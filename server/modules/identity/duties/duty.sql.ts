import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface DutyRow {
  id: string
  body: string
  body_zh: string
  body_en: string | null
  body_kind: string
  post: string
  person: string
  name: Uint8Array | null
  since: Date
  until: Date
}

/** Duties at a body that touch the time between two instants. */
export function dutiesBetween(db: Queryable, county: number, body: string, from: Date, to: Date): Promise<DutyRow[]> {
  return db.query<DutyRow>(sql`
    select d.id, d.body, b.name_zh as body_zh, b.name_en as body_en, b.kind as body_kind, d.post, d.person, s.name, d.since, d.until
    from duties d join bodies b on b.county = d.county and b.id = d.body join persons s on s.id = d.person
    where d.county = ${county} and d.body = ${body}::uuid and d.until > ${from} and d.since < ${to} order by d.since, d.id`)
}

/** Adds a duty. False where its key is taken. */
export async function insertDuty(
  tx: Queryable, duty: { county: number; id: string; body: string; post: string; person: string; since: Date; until: Date; sent: Buffer },
): Promise<boolean> {
  const added = await tx.query(sql`
    insert into duties (county, id, body, post, person, since, until, sent)
    values (${duty.county}, ${duty.id}::uuid, ${duty.body}::uuid, ${duty.post}::uuid, ${duty.person}::uuid, ${duty.since}, ${duty.until}, ${duty.sent})
    on conflict (county, id) do nothing returning id`)
  return added.length === 1
}

export async function sentForDuty(db: Queryable, county: number, id: string): Promise<{ sent: Uint8Array | null } | undefined> {
  return (await db.query<{ sent: Uint8Array | null }>(sql`select sent from duties where county = ${county} and id = ${id}::uuid`))[0]
}

export interface DutyPlace {
  id: string
  body: string
  post: string
  person: string
}

export async function dutyOf(db: Queryable, county: number, id: string): Promise<DutyPlace | undefined> {
  return (await db.query<DutyPlace>(sql`select id, body, post, person from duties where county = ${county} and id = ${id}::uuid`))[0]
}

/** Takes a duty off the roster. False where it is gone already. */
export async function deleteDuty(tx: Queryable, county: number, id: string): Promise<boolean> {
  return (await tx.query(sql`delete from duties where county = ${county} and id = ${id}::uuid returning id`)).length === 1
}

/** Whoever loses a post is on duty for it no longer: what is to come goes, what runs ends now. */
export async function endDuties(tx: Queryable, county: number, post: string, person: string | undefined, now: Date): Promise<void> {
  const whose = sql`county = ${county} and post = ${post}::uuid and (${person ?? null}::uuid is null or person = ${person ?? null}::uuid)`
  await tx.query(sql`delete from duties where ${whose} and since >= ${now}`)
  await tx.query(sql`update duties set until = ${now} where ${whose} and until > ${now}`)
}

/** Does the person hold the post at some time between two instants. */
export async function holdsBetween(tx: Queryable, county: number, post: string, person: string, from: Date, to: Date): Promise<boolean> {
  const found = await tx.query(sql`
    select 1 from holdings where county = ${county} and post = ${post}::uuid and person = ${person}::uuid
      and since < ${to} and coalesce(until, 'infinity') > ${from} limit 1 for share`)
  return found.length > 0
}
