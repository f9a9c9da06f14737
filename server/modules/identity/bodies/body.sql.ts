import sql from 'sql-template-tag'
import type { InBoth } from '#contract/wire.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { regionColumns, when, type RegionNamed } from '../region-place.sql.ts'

export interface BodyRow extends RegionNamed {
  id: string
  county: number
  kind: string
  parent: string | null
  name_zh: string
  name_en: string | null
  is_desk: boolean
  telephone: string | null
  version: number
  closed_at: Date | null
  town: number | null
  village: number | null
  grid: number | null
  parent_zh: string | null
  parent_en: string | null
  parent_kind: string | null
}

const select = sql`
  select b.id, b.county, b.kind, b.parent, b.name_zh, b.name_en, b.is_desk, b.telephone, b.version, b.closed_at, r.town, r.village, r.grid, ${regionColumns},
    u.name_zh as parent_zh, u.name_en as parent_en, u.kind as parent_kind
  from bodies b join region_places r on r.id = b.region left join bodies u on u.county = b.county and u.id = b.parent`

export function bodiesOf(
  db: Queryable,
  county: number,
  filter: { kind?: string | undefined; region?: number | undefined; words?: string | undefined; closed?: boolean | undefined },
): Promise<BodyRow[]> {
  const { kind, region, words, closed } = filter
  return db.query<BodyRow>(sql`
    ${select} where b.county = ${county} ${when(!closed, sql`and b.closed_at is null`)}
    ${when(kind !== undefined, sql`and b.kind = ${kind}`)} ${when(region !== undefined, sql`and ${region ?? 0} in (r.county, r.town, r.village, r.grid)`)}
    ${when(Boolean(words), sql`and (position(lower(${words ?? ''}) in lower(b.name_zh)) > 0 or position(lower(${words ?? ''}) in lower(b.name_en)) > 0)`)}
    order by r.level, r.code, b.name_zh, b.id`)
}

/** One body with its place. In a change, `lock` keeps it as it is: 'change' against everybody, 'use' against its closing. */
export async function bodyOf(tx: Queryable, county: number, id: string, lock?: 'change' | 'use'): Promise<BodyRow | undefined> {
  if (lock) await lockBody(tx, county, id, lock)
  return (await tx.query<BodyRow>(sql`${select} where b.county = ${county} and b.id = ${id}::uuid`))[0]
}

async function lockBody(tx: Queryable, county: number, id: string, lock: 'change' | 'use'): Promise<void> {
  const how = lock === 'change' ? sql`for update` : sql`for share`
  await tx.query(sql`select id from bodies where county = ${county} and id = ${id}::uuid ${how}`)
}

interface Above {
  id: string
  parent: string | null
  closedAt: Date | null
}

/** A body and all that stand above it, nearest first, each locked: two moves at once can't make a ring. */
export async function chainFrom(tx: Queryable, county: number, id: string, bodiesMax = 30): Promise<Above[]> {
  const chain: Above[] = []
  for (let at: string | null = id; at !== null && chain.length < bodiesMax; at = chain.at(-1)!.parent) {
    const [one]: Above[] = await tx.query<Above>(sql`
      select id, parent, closed_at as "closedAt" from bodies where county = ${county} and id = ${at}::uuid for update`)
    if (!one) break
    chain.push(one)
  }
  return chain
}

/** Adds a body. False where its key, or the desk of its region, is taken. */
export async function insertBody(
  tx: Queryable,
  body: { county: number; id: string; region: number; kind: string; parent: string | null; name: InBoth; isDesk: boolean; telephone?: string | undefined; sent: Buffer | null; now: Date },
): Promise<boolean> {
  const added = await tx.query(sql`
    insert into bodies (county, id, region, kind, parent, name_zh, name_en, is_desk, telephone, sent, created_at)
    values (${body.county}, ${body.id}::uuid, ${body.region}, ${body.kind}, ${body.parent}::uuid, ${body.name.zh}, ${body.name.en ?? null},
      ${body.isDesk}, ${body.telephone ?? null}, ${body.sent}, ${body.now})
    on conflict do nothing returning id`)
  return added.length === 1
}

/** What was sent with a body's key before. */
export async function sentForBody(db: Queryable, county: number, id: string): Promise<{ sent: Uint8Array | null } | undefined> {
  return (await db.query<{ sent: Uint8Array | null }>(sql`select sent from bodies where county = ${county} and id = ${id}::uuid`))[0]
}

export async function hasOtherDesk(tx: Queryable, county: number, region: number, than: string): Promise<boolean> {
  const found = await tx.query(sql`
    select id from bodies where county = ${county} and region = ${region} and is_desk and closed_at is null and id <> ${than}::uuid for update`)
  return found.length > 0
}

export async function updateBody(tx: Queryable, county: number, id: string, to: { name: InBoth; parent: string | null; isDesk: boolean; telephone: string | null }): Promise<number> {
  const [row] = await tx.query<{ version: number }>(sql`
    update bodies set name_zh = ${to.name.zh}, name_en = ${to.name.en ?? null}, parent = ${to.parent}::uuid, is_desk = ${to.isDesk}, telephone = ${to.telephone},
      version = version + 1
    where county = ${county} and id = ${id}::uuid returning version`)
  return row!.version
}

export async function markClosed(tx: Queryable, county: number, id: string, now: Date): Promise<number> {
  const [row] = await tx.query<{ version: number }>(sql`
    update bodies set closed_at = ${now}, version = version + 1 where county = ${county} and id = ${id}::uuid returning version`)
  return row!.version
}

/** What stood below a body stands below its parent from now on. @returns the bodies that moved */
export async function moveUp(tx: Queryable, county: number, from: string, to: string | null): Promise<{ id: string; version: number }[]> {
  return tx.query(sql`
    update bodies set parent = ${to}::uuid, version = version + 1
    where county = ${county} and parent = ${from}::uuid and closed_at is null returning id, version`)
}

/**
 * To be called in every change that gives a body work: it can't be closed before the change ends. False where it is closed
 * already, or not there.
 */
export async function keepBodyOpen(tx: Queryable, county: number, id: string): Promise<boolean> {
  const kept = await tx.query(sql`select id from bodies where county = ${county} and id = ${id}::uuid and closed_at is null for share`)
  return kept.length === 1
}
