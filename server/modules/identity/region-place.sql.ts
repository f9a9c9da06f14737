import sql, { empty, join, type Sql } from 'sql-template-tag'
import type { InBoth, NamedRegion } from '#contract/wire.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { branchesOf } from '#server/kernel/reach.sql.ts'

export interface RegionPlace {
  id: number
  level: number
  name_zh: string
  name_en: string | null
  county: number | null
  town: number | null
  village: number | null
  grid: number | null
}

/** A region inside a county, with its place. */
export type CountyPlace = RegionPlace & { county: number }

/** What a region is called and where it lies. */
export async function regionPlace(db: Queryable, region: number): Promise<RegionPlace | undefined> {
  return (await db.query<RegionPlace>(sql`
    select id, level, name_zh, name_en, county, town, village, grid from region_places where id = ${region}`))[0]
}

/** A county, by its number or by its code. */
export async function countyNamed(db: Queryable, given: string): Promise<CountyPlace | undefined> {
  return (await db.query<CountyPlace>(sql`
    select id, level, name_zh, name_en, county, town, village, grid from region_places
    where level = 3 and (code = ${given} or id::text = ${given}) order by (code = ${given}) desc limit 1`))[0]
}

/** The towns above and so on: every region that holds this one, the widest first. */
export function regionsOver(db: Queryable, region: number): Promise<RegionPlace[]> {
  return db.query<RegionPlace>(sql`
    select a.id, a.level, a.name_zh, a.name_en, a.county, a.town, a.village, a.grid
    from region_places r join region_places a on a.id in (r.province, r.city, r.county, r.town, r.village) and a.id <> r.id
    where r.id = ${region} order by a.level`)
}

/** Columns that name a region, for a select in which `r` is its row of region_places. */
export const regionColumns: Sql = sql`r.id as region, r.level as region_level, r.name_zh as region_zh, r.name_en as region_en`

export interface RegionNamed {
  region: number
  region_level: number
  region_zh: string
  region_en: string | null
}

export const namedRegion = (row: RegionNamed): NamedRegion => ({ id: row.region, level: row.region_level, name: inBoth(row.region_zh, row.region_en) })

export const inBoth = (zh: string, en: string | null): InBoth => ({ zh, ...(en !== null && { en }) })

/**
 * The rows of a list that the actor's areas reach: one select per branch, joined by UNION.
 * @param rows a select with the columns county, town, village, grid, category and whatever else the list needs
 */
export function withinReach(actor: Actor, action: string, county: number, rows: Sql): Sql | undefined {
  // Rights over what a body holds reach no row of this module: none of them is held by a body's work.
  const areas = branchesOf(actor, action, county).filter((branch) => branch.body === undefined)
  if (areas.length === 0) return undefined
  return join(areas.map(({ where }) => sql`select * from (${rows}) as row where ${where}`), ' union ')
}

/** A condition where there is something to ask, else nothing. */
export const when = (isAsked: boolean, condition: Sql): Sql => (isAsked ? condition : empty)
