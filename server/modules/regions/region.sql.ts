import sql, { empty, type Sql } from 'sql-template-tag'
import type { Polygon } from '#contract/regions.ts'
import type { Place } from '#contract/wire.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { levels, type CodedValidity, type Region, type Validity } from './region.ts'

interface Row {
  id: number
  parent: number | null
  level: number
  code: string
  name_zh: string
  name_en: string | null
  province: number | null
  city: number | null
  county: number | null
  town: number | null
  village: number | null
  grid: number | null
  valid_from: string
  valid_to: string | null
}

const columns = sql`r.id, r.parent, r.level, r.code, r.name_zh, r.name_en, r.province, r.city, r.county, r.town, r.village,
  r.grid, r.valid_from, r.valid_to`

function regionOf(row: Row): Region {
  const { id, parent, level, code, province, city, county, town, village, grid } = row
  const ids = [province, city, county, town, village, grid].filter((one) => one !== null)
  const place: Place | undefined = county === null ? undefined : {
    county, ...(town !== null && { town }), ...(village !== null && { village }), ...(grid !== null && { grid }),
  }
  return {
    id, parent, level, code, place,
    name: { zh: row.name_zh, ...(row.name_en !== null && { en: row.name_en }) },
    above: ids.filter((one) => one !== id),
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
}

/** A region as lists show it. */
export type ListedRegion = Region & { hasBoundary: boolean; children: number }

const openOn = (day: string) => sql`r.valid_from <= ${day}::date and coalesce(r.valid_to, 'infinity') > ${day}::date`

async function listed(db: Queryable, day: string, chosen: Sql): Promise<ListedRegion[]> {
  const rows = await db.query<Row & { has_boundary: boolean; children: number }>(sql`
    select ${columns}, r.boundary is not null as has_boundary,
      (select count(*) from regions b where b.parent = r.id
        and b.valid_from <= ${day}::date and coalesce(b.valid_to, 'infinity') > ${day}::date) as children
    from regions r where ${chosen}`)
  return rows.map((row) => Object.assign(regionOf(row), { hasBoundary: row.has_boundary, children: row.children }))
}

export async function listedRegion(db: Queryable, id: number, day: string): Promise<ListedRegion | undefined> {
  return (await listed(db, day, sql`r.id = ${id}`))[0]
}

/** What lies directly below a region on a day, of one level where it is named. */
export function regionsBelow(db: Queryable, parent: number, level: number | undefined, day: string): Promise<ListedRegion[]> {
  const ofLevel = level === undefined ? empty : sql`and r.level = ${level}`
  return listed(db, day, sql`r.parent = ${parent} ${ofLevel} and ${openOn(day)} order by r.code`)
}

export function regionsOfLevel(db: Queryable, level: number, day: string): Promise<ListedRegion[]> {
  return listed(db, day, sql`r.level = ${level} and ${openOn(day)} order by r.code`)
}

/** Regions whose name or code begins with the words, the widest first. */
export function regionsBeginning(db: Queryable, words: string, county: number | undefined, day: string, limit: number): Promise<ListedRegion[]> {
  const end = sql`order by r.level, r.code limit ${limit}`
  if (county === undefined) return listed(db, day, sql`r.id in (${beginning(words, day, limit)}) ${end}`)
  return listed(db, day, sql`r.county = ${county} and ${openOn(day)} and (starts_with(r.name_zh, ${words})
    or starts_with(lower(r.name_en), lower(${words})) or starts_with(r.code, ${words})) ${end}`)
}

/** A few of each level: so the index gives them at once, even where a hundred thousand villages begin so. */
function beginning(words: string, day: string, limit: number): Sql {
  // Bounds instead of LIKE: a prepared plan can use the index without knowing the words.
  const last = `${words}\u{10ffff}`
  const ofLevel = sql`select r.id from regions r where r.level = l.level and ${openOn(day)}`
  return sql`
    select found.id from unnest(array[1, 2, 3, 4, 5, 6, 7]::smallint[]) as l (level), lateral (
      (${ofLevel} and r.name_zh ~>=~ ${words} and r.name_zh ~<~ ${last} order by r.name_zh using ~<~ limit ${limit})
      union all
      (${ofLevel} and lower(r.name_en) ~>=~ lower(${words}) and lower(r.name_en) ~<~ lower(${last}) order by lower(r.name_en) using ~<~ limit ${limit})
      union all
      (${ofLevel} and r.code >= ${words} and r.code < ${last} order by r.code limit ${limit})
    ) found`
}

export async function regionsById(db: Queryable, ids: readonly number[]): Promise<Region[]> {
  const rows = await db.query<Row>(sql`select ${columns} from regions r where r.id = any(${[...ids]}::integer[])`)
  return rows.map(regionOf)
}

/** Regions that bear these codes on a day. */
export async function openByCode(db: Queryable, codes: readonly string[], day: string): Promise<Region[]> {
  if (codes.length === 0) return []
  const rows = await db.query<Row>(sql`select ${columns} from regions r where r.code = any(${[...codes]}::text[]) and ${openOn(day)}`)
  return rows.map(regionOf)
}

/** Every region of a county that has a boundary and is not over on the day, by code. */
export async function boundedRegions(db: Queryable, county: number, day: string): Promise<{ region: Region; boundary: Polygon }[]> {
  const rows = await db.query<Row & { boundary: Polygon }>(sql`
    select ${columns}, r.boundary from regions r where r.county = ${county} and r.boundary is not null
    and coalesce(r.valid_to, 'infinity') > ${day}::date order by r.code, r.valid_from`)
  return rows.map((row) => ({ region: regionOf(row), boundary: row.boundary }))
}

/** Lets one change of the tree happen at a time, so that what a rule has seen still holds when the row is written. */
export async function lockTree(tx: Queryable): Promise<void> {
  await tx.query(sql`select pg_advisory_xact_lock(4210002)`)
}

export function validitiesOfCode(tx: Queryable, code: string): Promise<Validity[]> {
  return tx.query<Validity>(sql`select valid_from as "validFrom", valid_to as "validTo" from regions where code = ${code}`)
}

export async function insertRegion(
  tx: Queryable,
  region: Pick<Region, 'code' | 'name' | 'validFrom'> & { parent: Region; boundary: Polygon | undefined },
): Promise<number> {
  const { parent, code, name, validFrom } = region
  const level = parent.level + 1
  const boundary = region.boundary ? JSON.stringify(region.boundary) : null
  const [added] = await tx.query<{ id: number }>(sql`
    with new as materialized (select nextval(pg_get_serial_sequence('regions', 'id'))::integer as id)
    insert into regions (id, parent, level, code, name_zh, name_en, province, city, county, town, village, grid, valid_from, boundary)
    select new.id, p.id, ${level}::smallint, ${code}, ${name.zh}, ${name.en ?? null}, p.province, p.city, p.county,
      ${ownOr(level, levels.town)}, ${ownOr(level, levels.village)}, ${ownOr(level, levels.grid)},
      ${validFrom}::date, ${boundary}::jsonb
    from regions p, new where p.id = ${parent.id} returning id`)
  return added!.id
}

const columnOf = { [levels.county]: sql`county`, [levels.town]: sql`town`, [levels.village]: sql`village`, [levels.grid]: sql`grid` }

const ownOr = (own: number, level: keyof typeof columnOf) => (own === level ? sql`new.id` : sql`p.${columnOf[level]}`)

export async function renameRegion(tx: Queryable, id: number, name: Region['name']): Promise<void> {
  await tx.query(sql`update regions set name_zh = ${name.zh}, name_en = ${name.en ?? null} where id = ${id}`)
}

export async function setBoundary(tx: Queryable, id: number, boundary: Polygon | null): Promise<void> {
  await tx.query(sql`update regions set boundary = ${boundary && JSON.stringify(boundary)}::jsonb where id = ${id}`)
}

/** A region and all that lies below it. */
export async function withBelow(tx: Queryable, { id, level, place }: Region): Promise<Region[]> {
  const column = columnOf[level as keyof typeof columnOf]
  const these = column ? sql`r.county = ${place?.county} and r.${column} = ${id}` : sql`r.id = ${id}`
  return (await tx.query<Row>(sql`select ${columns} from regions r where ${these}`)).map(regionOf)
}

/** Other regions that bear one of the codes. */
export function othersWithCode(tx: Queryable, ids: readonly number[]): Promise<CodedValidity[]> {
  const these = [...ids]
  return tx.query<CodedValidity>(sql`
    select o.code, o.valid_from as "validFrom", o.valid_to as "validTo"
    from regions r join regions o on o.code = r.code and o.id <> r.id where r.id = any(${these}::integer[])`)
}

export async function endRegions(tx: Queryable, ids: readonly number[], validTo: string): Promise<void> {
  await tx.query(sql`update regions set valid_to = ${validTo}::date where id = any(${[...ids]}::integer[])`)
}
