import sql, { join } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

interface ReachedRow {
  county: number
  town: number | null
  village: number | null
  grid: number | null
  category: string | null
  bodies: string[]
}

interface SealedRow {
  person: string
  words: string
  address: Uint8Array | null
  behalf_name: Uint8Array | null
  behalf_phone: Uint8Array | null
}

const reached = sql`c.county, c.town, c.village, c.grid, c.category,
  (select coalesce(array_agg(body), '{}') from case_bodies b where b.county = c.county and b.case_id = c.id) as bodies`

/** An appeal's sealed fields, with its case as authority sees it. */
export async function openableAppeal(db: Queryable, county: number, appeal: string): Promise<(SealedRow & ReachedRow) | undefined> {
  const [row] = await db.query<SealedRow & ReachedRow>(sql`
    select ${reached}, a.person, a.words, a.address, a.behalf_name, a.behalf_phone
    from appeals a join cases c on c.county = a.county and c.id = a.case_id where a.county = ${county} and a.id = ${appeal}::uuid`)
  return row
}

/** An appellant's name and phone, reached through a case that they appealed in. */
export async function openableContact(db: Queryable, county: number, id: string, person: string): Promise<(ReachedRow & { name: Uint8Array | null; phone: Uint8Array | null }) | undefined> {
  const [row] = await db.query<ReachedRow & { name: Uint8Array | null; phone: Uint8Array | null }>(sql`
    select ${reached}, p.name, p.phone
    from cases c join appeals a on a.county = c.county and a.case_id = c.id join person_contacts p on p.id = a.person
    where c.county = ${county} and c.id = ${id}::uuid and a.person = ${person}::uuid limit 1`)
  return row
}

/** The personal fields of a person's appeals, the newest first. */
export function heldAppeals(db: Queryable, person: string): Promise<SealedRow[]> {
  return db.query<SealedRow>(sql`
    select person, words, address, behalf_name, behalf_phone from appeals where person = ${person}::uuid order by received_at desc limit 1000`)
}

export function numbersOf(db: Queryable, asked: readonly { county: number; case: string }[]): Promise<{ county: number; id: string; year: number; number: number }[]> {
  if (asked.length === 0) return Promise.resolve([])
  const pairs = join(asked.map((one) => sql`(${one.county}::integer, ${one.case}::uuid)`), ', ')
  return db.query(sql`select county, id, year, number from cases where (county, id) in (${pairs})`)
}
