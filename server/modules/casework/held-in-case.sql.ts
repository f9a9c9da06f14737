import sql, { join } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

interface ReachedRow {
  /** The body that the case is a complaint about. */
  about: string | null
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
  original: Uint8Array | null
  address: Uint8Array | null
  behalf_name: Uint8Array | null
  behalf_phone: Uint8Array | null
}

const reached = sql`c.about, c.county, c.town, c.village, c.grid, c.category,
  (select coalesce(array_agg(body), '{}') from case_bodies b where b.county = c.county and b.case_id = c.id) as bodies`

/** An appeal's sealed fields, with its case as authority sees it. */
export async function openableAppeal(db: Queryable, county: number, appeal: string): Promise<(SealedRow & ReachedRow) | undefined> {
  const [row] = await db.query<SealedRow & ReachedRow>(sql`
    select ${reached}, a.person, a.words, a.original, a.address, a.behalf_name, a.behalf_phone
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

export interface HeldRow extends SealedRow {
  title: string
  lon: string | null
  lat: string | null
}

/** The personal fields of a person's appeals, the newest first. */
export function heldAppeals(db: Queryable, person: string): Promise<HeldRow[]> {
  return db.query<HeldRow>(sql`
    select a.person, a.words, a.original, a.address, a.behalf_name, a.behalf_phone, a.lon::text as lon, a.lat::text as lat, c.title
    from appeals a join cases c on c.county = a.county and c.id = a.case_id where a.person = ${person}::uuid order by a.received_at desc limit 1000`)
}

/** What a person added to their matters, and said when they rated, the newest first. */
export async function heldWords(db: Queryable, person: string): Promise<{ added: string[]; rated: string[] }> {
  const rows = await db.query<{ words: string; kind: 'added' | 'rated' }>(sql`
    (select e.words, 'added' as kind, e.at from appeals a join entries e on e.county = a.county and e.case_id = a.case_id and e.person = a.person
      where a.person = ${person}::uuid and e.words is not null limit 1000)
    union all
    (select r.words, 'rated', r.at from appeals a join ratings r on r.county = a.county and r.case_id = a.case_id and r.person = a.person
      where a.person = ${person}::uuid and r.words is not null limit 1000)
    order by at desc`)
  const of = (kind: 'added' | 'rated') => rows.filter((row) => row.kind === kind).map((row) => row.words)
  return { added: of('added'), rated: of('rated') }
}

export function numbersOf(db: Queryable, asked: readonly { county: number; case: string }[]): Promise<{ county: number; id: string; year: number; number: number }[]> {
  if (asked.length === 0) return Promise.resolve([])
  const pairs = join(asked.map((one) => sql`(${one.county}::integer, ${one.case}::uuid)`), ', ')
  return db.query(sql`select county, id, year, number from cases where (county, id) in (${pairs})`)
}

/** The counties in which a person appealed. */
export async function countiesAppealedIn(db: Queryable, person: string): Promise<number[]> {
  return (await db.query<{ county: number }>(sql`select distinct county from appeals where person = ${person}::uuid`)).map((row) => row.county)
}
