import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Reached } from '#server/kernel/reach.ts'

/** Where in a county a person may be reached: the communities that they asked to join, and the posts that they hold. */
export async function placesOf(db: Queryable, county: number, person: string, now: Date): Promise<Reached[]> {
  const rows = await db.query<{ town: number | null; village: number | null; grid: number | null; body: string | null }>(sql`
    select m.town, m.village, null::integer as grid, null::uuid as body from memberships m
    where m.county = ${county} and m.person = ${person}::uuid and m.state in ('asked', 'verified')
    union
    select r.town, r.village, r.grid, h.body from post_holders h join region_places r on r.id = h.region
    where h.county = ${county} and h.person = ${person}::uuid and coalesce(h.until, 'infinity') > ${now}`)
  return rows.map(({ town, village, grid, body }) => ({ county, town, village, grid, ...(body && { bodies: [body] }) }))
}

export async function addressOf(
  db: Queryable, county: number, membership: string,
): Promise<{ person: string; town: number; village: number; address: Uint8Array } | undefined> {
  return (await db.query<{ person: string; town: number; village: number; address: Uint8Array }>(sql`
    select person, town, village, address from memberships where county = ${county} and id = ${membership}::uuid`))[0]
}

/** The addresses that a person's memberships hold, the newest first. */
export async function addressesOf(db: Queryable, person: string): Promise<Uint8Array[]> {
  const rows = await db.query<{ address: Uint8Array }>(sql`
    select address from memberships where person = ${person}::uuid order by asked_at desc, id desc`)
  return rows.map((row) => row.address)
}
