import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface CommunityRow {
  county: number
  village: number
  town: number
}

/** The community of a code that was scanned. */
export async function communityOf(db: Queryable, code: string): Promise<CommunityRow | undefined> {
  return (await db.query<CommunityRow>(sql`
    select c.county, c.village, r.town from community_codes c join region_places r on r.id = c.village where c.code = ${code}`))[0]
}

export async function codeOf(db: Queryable, county: number, village: number): Promise<string | undefined> {
  return (await db.query<{ code: string }>(sql`select code from community_codes where county = ${county} and village = ${village}`))[0]?.code
}

/** Gives a village its code, or finds the one that it was given meanwhile: what hangs on the wall must stay valid. */
export async function keepCode(tx: Queryable, one: { county: number; village: number; code: string; now: Date }): Promise<string> {
  await tx.query(sql`
    insert into community_codes (county, village, code, made_at) values (${one.county}, ${one.village}, ${one.code}, ${one.now})
    on conflict (county, village) do nothing`)
  return (await codeOf(tx, one.county, one.village))!
}
