import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface KnownBodyRow {
  id: string
  kind: string
  name_zh: string
  name_en: string | null
  is_desk: boolean
  parent: string | null
  closed_at: Date | null
  region: number
  level: number
  town: number | null
  village: number | null
  grid: number | null
}

/** Every body that a county ever had, with its place. */
export function knownBodyRows(db: Queryable, county: number): Promise<KnownBodyRow[]> {
  return db.query<KnownBodyRow>(sql`
    select b.id, b.kind, b.name_zh, b.name_en, b.is_desk, b.parent, b.closed_at, b.region, r.level, r.town, r.village, r.grid
    from bodies b join region_places r on r.id = b.region where b.county = ${county} order by r.code, b.name_zh`)
}

/** Who holds a post in a body now, with the role. */
export function holdersOf(db: Queryable, county: number, bodies: readonly string[], now: Date): Promise<{ body: string; person: string; role: string }[]> {
  return db.query(sql`
    select p.body, h.person, p.role from posts p join holdings h on h.county = p.county and h.post = p.id
    where p.county = ${county} and p.body = any(${[...bodies]}::uuid[]) and p.valid_from <= ${now} and coalesce(p.valid_to, 'infinity') > ${now}
      and h.since <= ${now} and coalesce(h.until, 'infinity') > ${now}`)
}

/** Who is on the roster of a body now for the body itself: who is stationed there serves their own. */
export function dutyOf(db: Queryable, county: number, bodies: readonly string[], now: Date): Promise<{ body: string; person: string }[]> {
  return db.query(sql`
    select d.body, d.person from duties d join posts p on p.county = d.county and p.id = d.post and p.body = d.body
    where d.county = ${county} and d.body = any(${[...bodies]}::uuid[]) and d.since <= ${now} and d.until > ${now}`)
}

export function nameRows(db: Queryable, persons: readonly string[]): Promise<{ id: string; name: Uint8Array | null; phone: Uint8Array | null }[]> {
  return db.query(sql`select id, name, phone from persons where id = any(${[...persons]}::uuid[])`)
}

/** Counties in which the product is used. */
export async function countiesWithBodies(db: Queryable): Promise<number[]> {
  const rows = await db.query<{ county: number }>(sql`select distinct county from bodies where closed_at is null order by county`)
  return rows.map((row) => row.county)
}
