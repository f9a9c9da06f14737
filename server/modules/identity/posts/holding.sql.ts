import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

/** Holds its persons' rows until the change ends: two that give one person posts at once are told apart in order. */
export async function lockPersons(tx: Queryable, persons: readonly string[]): Promise<void> {
  await tx.query(sql`select id from persons where id = any(${[...persons]}::uuid[]) order by id for update`)
}

export async function insertHolding(tx: Queryable, one: { county: number; post: string; person: string; since: Date; until: Date | null }): Promise<void> {
  await tx.query(sql`
    insert into holdings (county, post, person, since, until) values (${one.county}, ${one.post}::uuid, ${one.person}::uuid, ${one.since}, ${one.until})`)
}

/** Who holds a post now or will. */
export async function holdersOfPost(tx: Queryable, county: number, post: string, now: Date): Promise<string[]> {
  const rows = await tx.query<{ person: string }>(sql`
    select distinct person from holdings where county = ${county} and post = ${post}::uuid and coalesce(until, 'infinity') > ${now} order by person`)
  return rows.map((row) => row.person)
}

/** Who holds a post of the body now or will. */
export async function holdersInBody(tx: Queryable, county: number, body: string, now: Date): Promise<string[]> {
  const rows = await tx.query<{ person: string }>(sql`
    select distinct h.person from holdings h join posts p on p.county = h.county and p.id = h.post
    where h.county = ${county} and p.body = ${body}::uuid and coalesce(h.until, 'infinity') > ${now} and coalesce(p.valid_to, 'infinity') > ${now}
    order by h.person`)
  return rows.map((row) => row.person)
}

/** Takes a post from those who hold it, all of them or one person, at once. @returns who lost it */
export async function endHoldings(tx: Queryable, county: number, post: string, person: string | undefined, now: Date): Promise<string[]> {
  const rows = await tx.query<{ person: string }>(sql`
    update holdings set until = ${now}
    where county = ${county} and post = ${post}::uuid and (${person ?? null}::uuid is null or person = ${person ?? null}::uuid)
      and coalesce(until, 'infinity') > ${now} returning person`)
  return [...new Set(rows.map((row) => row.person))]
}

/** Roles that persons have or will have in a county, by posts and by grants of a role to these or to their bodies. */
export function rolesOf(tx: Queryable, county: number, persons: readonly string[], now: Date): Promise<{ person: string; role: string }[]> {
  return tx.query(sql`
    with held as (
      select h.person, p.id as post, p.body, p.role from holdings h join posts p on p.county = h.county and p.id = h.post
      where h.county = ${county} and h.person = any(${[...persons]}::uuid[]) and coalesce(h.until, 'infinity') > ${now}
        and coalesce(p.valid_to, 'infinity') > ${now}
    )
    select person, role from held
    union
    select h.person, substr(g.action, 6) from held h join grants g on g.county = ${county} and (g.to_post = h.post or g.to_body = h.body)
    where g.action like 'role:%' and g.withdrawn_at is null and coalesce(g.valid_to, 'infinity') > ${now}`)
}

export interface HeldPlace {
  county: number
  post: string
  body: string
  role: string
  town: number | null
  village: number | null
  grid: number | null
  body_town: number | null
  body_village: number | null
  body_grid: number | null
  title_zh: string
  title_en: string | null
  body_zh: string
  body_en: string | null
  body_kind: string
  region: number
  region_level: number
  region_zh: string
  region_en: string | null
}

const heldPlaces = sql`
  select h.county, h.post, h.body, h.role, h.title_zh, h.title_en, r.town, r.village, r.grid, r.id as region, r.level as region_level,
    r.name_zh as region_zh, r.name_en as region_en, b.name_zh as body_zh, b.name_en as body_en, b.kind as body_kind,
    b.town as body_town, b.village as body_village, b.grid as body_grid
  from post_holders h join region_places r on r.id = h.region join body_places b on b.county = h.county and b.id = h.body`

/** The posts that a person holds now or will, in every county: the view sees past a change's fence. */
export function postsHeldBy(db: Queryable, person: string, now: Date): Promise<HeldPlace[]> {
  return db.query<HeldPlace>(sql`
    ${heldPlaces} where h.person = ${person}::uuid and coalesce(h.until, 'infinity') > ${now} order by h.since, h.post`)
}

export function postsEverHeldBy(db: Queryable, county: number, person: string): Promise<HeldPlace[]> {
  return db.query<HeldPlace>(sql`${heldPlaces} where h.county = ${county} and h.person = ${person}::uuid order by h.since, h.post`)
}

/** Those of the persons who hold no post any more, in any county. */
export async function withoutPost(tx: Queryable, persons: readonly string[], now: Date): Promise<string[]> {
  const rows = await tx.query<{ person: string }>(sql`
    select one as person from unnest(${[...persons]}::uuid[]) as one
    where not exists (select 1 from post_holders h where h.person = one and coalesce(h.until, 'infinity') > ${now})`)
  return rows.map((row) => row.person)
}

/** The counties in which a person has, had or will have a post. */
export async function countiesOfStaff(db: Queryable, person: string): Promise<number[]> {
  const rows = await db.query<{ county: number }>(sql`select distinct county from post_holders where person = ${person}::uuid order by county`)
  return rows.map((row) => row.county)
}

/** Did the person ever hold a post in the county. */
export async function isStaffOf(db: Queryable, county: number, person: string): Promise<boolean> {
  return (await db.query(sql`select 1 from holdings where county = ${county} and person = ${person}::uuid limit 1`)).length > 0
}
