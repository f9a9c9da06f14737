import sql, { bulk } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface PhotoRow {
  county: number
  id: string
  person: string
  width: number
  height: number
  sent: Uint8Array
  kept_at: Date | null
  used_for: string | null
}

export interface NewPhoto {
  county: number
  id: string
  person: string
  width: number
  height: number
  bytes: number
  sent: Buffer
  now: Date
}

/** A photo in whatever state. */
export async function photoOf(db: Queryable, county: number, id: string): Promise<PhotoRow | undefined> {
  const [row] = await db.query<PhotoRow>(sql`
    select county, id, person, width, height, sent, kept_at, used_for from photos where county = ${county} and id = ${id}::uuid`)
  return row
}

/** Claims the id before anything is put into the store. False where it is taken. */
export async function claimPhoto(tx: Queryable, photo: NewPhoto): Promise<boolean> {
  const claimed = await tx.query(sql`
    insert into photos (county, id, person, width, height, bytes, sent, made_at)
    values (${photo.county}, ${photo.id}, ${photo.person}, ${photo.width}, ${photo.height}, ${photo.bytes}, ${photo.sent}, ${photo.now})
    on conflict (county, id) do nothing returning id`)
  return claimed.length === 1
}

/** Its pictures are in the store: from now on it is there. */
export async function markKept(tx: Queryable, county: number, id: string, now: Date): Promise<void> {
  await tx.query(sql`update photos set kept_at = ${now}, made_at = ${now} where county = ${county} and id = ${id}::uuid`)
}

/** Marks the person's photos as used for one thing; those that already were are let be. @returns how many are so now */
export async function markUsed(tx: Queryable, use: { county: number; ids: readonly string[]; person: string; usedFor: string }): Promise<number> {
  const used = await tx.query(sql`
    update photos set used_for = ${use.usedFor}::uuid
    where county = ${use.county} and id = any(${[...use.ids]}::uuid[]) and person = ${use.person}::uuid and kept_at is not null
      and (used_for is null or used_for = ${use.usedFor}::uuid) returning id`)
  return used.length
}

/** Are all of these the person's own, used or not. */
export async function areAllOf(tx: Queryable, county: number, ids: readonly string[], person: string): Promise<boolean> {
  const [row] = await tx.query<{ n: number }>(sql`
    select count(*) as n from photos
    where county = ${county} and id = any(${[...ids]}::uuid[]) and person = ${person}::uuid and kept_at is not null`)
  return row!.n === ids.length
}

export function sizesOf(db: Queryable, county: number, ids: readonly string[]): Promise<{ id: string; width: number; height: number }[]> {
  return db.query(sql`
    select id, width, height from photos where county = ${county} and id = any(${[...ids]}::uuid[]) and kept_at is not null`)
}

export interface PhotoKey {
  county: number
  id: string
}

export function unusedSince(db: Queryable, before: Date, limit: number): Promise<PhotoKey[]> {
  return db.query(sql`select county, id from photos where used_for is null and made_at < ${before} order by made_at limit ${limit}`)
}

/** Takes unused photos out of use, so that nothing can be sent with them any more. @returns those that were still unused */
export function takeAway(tx: Queryable, photos: readonly PhotoKey[], before: Date): Promise<PhotoKey[]> {
  return tx.query(sql`
    update photos p set kept_at = null from (values ${bulk(photos.map(({ county, id }) => [county, id]))}) as gone (county, id)
    where p.county = gone.county::integer and p.id = gone.id::uuid and p.used_for is null and p.made_at < ${before} returning p.county, p.id`)
}

export async function removeTaken(tx: Queryable, photos: readonly PhotoKey[], before: Date): Promise<void> {
  await tx.query(sql`
    delete from photos p using (values ${bulk(photos.map(({ county, id }) => [county, id]))}) as gone (county, id)
    where p.county = gone.county::integer and p.id = gone.id::uuid and p.used_for is null and p.kept_at is null and p.made_at < ${before}`)
}

/** How many photos of a person are kept, and the newest one's id. */
export async function photosHeldOf(db: Queryable, person: string): Promise<{ count: number; newest: string | null }> {
  const [row] = await db.query<{ count: number; newest: string | null }>(sql`
    select count(*) as count, (array_agg(id order by made_at desc))[1] as newest from photos
    where person = ${person}::uuid and kept_at is not null`)
  return row!
}

/** Photos whose pictures lie in the store, in the order of their keys. */
export function keptAfter(db: Queryable, last: PhotoKey | undefined, limit: number): Promise<PhotoKey[]> {
  return db.query(sql`
    select county, id from photos
    where kept_at is not null and (county, id) > (${last?.county ?? 0}::integer, ${last?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by county, id limit ${limit}`)
}
