import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { NewAppeal } from '../cases/case.sql.ts'

export interface SentAppeal {
  case_id: string
  person: string
  sent: Uint8Array
  received_at: Date
  number: number
  year: number
}

/** An appeal that was sent with this key before. */
export async function sentAppeal(db: Queryable, county: number, key: string): Promise<SentAppeal | undefined> {
  const [row] = await db.query<SentAppeal>(sql`
    select a.case_id, a.person, a.sent, a.received_at, c.number, c.year
    from appeals a join cases c on c.county = a.county and c.id = a.case_id
    where a.county = ${county} and a.id = ${key}::uuid`)
  return row
}

/** What somebody says of a case that is there already. @param followedBy the body that said it: it sees what becomes of it */
export async function addAppeal(tx: Queryable, to: { county: number; id: string; at: Date; followedBy: string }, appeal: NewAppeal): Promise<void> {
  await tx.query(sql`
    with holder as (
      insert into case_bodies (county, body, case_id, received_at)
      select county, ${to.followedBy}::uuid, id, received_at from cases where county = ${to.county} and id = ${to.id}::uuid on conflict do nothing
    )
    insert into appeals (county, id, case_id, person, channel, words, address, lon, lat, photos, sent, received_at)
    values (${to.county}, ${appeal.id}, ${to.id}, ${appeal.person}, ${appeal.channel}, ${appeal.words}, ${appeal.address}, ${appeal.lon}, ${appeal.lat},
      ${[...appeal.photos]}::uuid[], ${appeal.sent}, ${to.at})`)
}

/** Who appealed in a case, with what may not go out in a reply. */
export function appellantsOf(db: Queryable, county: number, id: string): Promise<{ person: string; address: Uint8Array | null; behalf_name: Uint8Array | null; behalf_phone: Uint8Array | null }[]> {
  return db.query(sql`
    select person, address, behalf_name, behalf_phone from appeals where county = ${county} and case_id = ${id}::uuid`)
}

/** Every photo that belongs to what was said in a case. */
export async function photosOfAppeals(db: Queryable, county: number, id: string): Promise<string[]> {
  const rows = await db.query<{ photo: string }>(sql`
    select unnest(photos) as photo from appeals where county = ${county} and case_id = ${id}::uuid
    union all
    select unnest(photos) from entries where county = ${county} and case_id = ${id}::uuid and kind = 'addition'`)
  return rows.map((row) => row.photo)
}

export async function personsOf(db: Queryable, county: number, id: string): Promise<string[]> {
  return (await db.query<{ person: string }>(sql`select person from appeals where county = ${county} and case_id = ${id}::uuid`)).map((row) => row.person)
}

export interface NewRating {
  county: number
  case: string
  person: string
  /** How often the case had been opened again. */
  round: number
  contacted: boolean
  solved: string
  satisfied: number
  words?: string | undefined
  at: Date
}

/** The resident's verdict, once: the key refuses a second. */
export async function insertRating(tx: Queryable, one: NewRating): Promise<void> {
  await tx.query(sql`
    insert into ratings (county, case_id, person, round, contacted, solved, satisfied, words, at)
    values (${one.county}, ${one.case}, ${one.person}, ${one.round}, ${one.contacted}, ${one.solved}, ${one.satisfied}, ${one.words ?? null}, ${one.at})`)
}

/** Appeals of one person become another's: they are the same. */
export async function moveAppeals(tx: Queryable, county: number, from: string, to: string): Promise<void> {
  await tx.query(sql`update appeals set person = ${to}::uuid where county = ${county} and person = ${from}::uuid`)
}
