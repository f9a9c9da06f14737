import sql, { type Sql } from 'sql-template-tag'
import type { InBoth } from '#contract/wire.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Stationing } from '../stationed/stationing.ts'
import { regionColumns, when, type RegionNamed } from '../region-place.sql.ts'

export interface PostRow extends RegionNamed {
  id: string
  county: number
  role: string
  title_zh: string
  title_en: string | null
  categories: string[] | null
  valid_from: Date
  valid_to: Date | null
  town: number | null
  village: number | null
  grid: number | null
  body: string
  body_zh: string
  body_en: string | null
  body_kind: string
  body_closed_at: Date | null
  body_town: number | null
  body_village: number | null
  body_grid: number | null
  stationed_at: string | null
  stationed_from: Date | null
  stationed_to: Date | null
  is_public: boolean
  host_zh: string | null
  host_en: string | null
  host_kind: string | null
}

const select = sql`
  select p.id, p.county, p.role, p.title_zh, p.title_en, p.categories, p.valid_from, p.valid_to, r.town, r.village, r.grid, ${regionColumns},
    b.id as body, b.name_zh as body_zh, b.name_en as body_en, b.kind as body_kind, b.closed_at as body_closed_at,
    br.town as body_town, br.village as body_village, br.grid as body_grid,
    p.stationed_at, p.stationed_from, p.stationed_to, p.is_public, s.name_zh as host_zh, s.name_en as host_en, s.kind as host_kind
  from posts p join region_places r on r.id = p.region join bodies b on b.county = p.county and b.id = p.body
  join region_places br on br.id = b.region left join bodies s on s.county = p.county and s.id = p.stationed_at`

export function postsOf(db: Queryable, county: number, filter: { body?: string | undefined; stationedAt?: string | undefined; ended?: boolean | undefined }, now: Date): Promise<PostRow[]> {
  return db.query<PostRow>(sql`
    ${select} where p.county = ${county} ${when(filter.body !== undefined, sql`and p.body = ${filter.body ?? null}::uuid`)}
    ${when(filter.stationedAt !== undefined, sql`and p.stationed_at = ${filter.stationedAt ?? null}::uuid and coalesce(p.stationed_to, 'infinity') > ${now}`)}
    ${when(!filter.ended, sql`and coalesce(p.valid_to, 'infinity') > ${now}`)}
    order by br.level, br.code, b.name_zh, b.id, p.title_zh, p.id`)
}

/** Where a post is stationed; null: at its own body. */
export const stationingOf = (post: Pick<PostRow, 'stationed_at' | 'stationed_from' | 'stationed_to'>): Stationing | null =>
  (post.stationed_at === null ? null : { at: post.stationed_at, from: post.stationed_from!, to: post.stationed_to })

/** One post with its place. In a change, `lock` keeps it as it is: 'change' against everybody, 'use' against its ending. */
export async function postOf(tx: Queryable, county: number, id: string, lock?: 'change' | 'use'): Promise<PostRow | undefined> {
  if (lock) {
    const how = lock === 'change' ? sql`for update` : sql`for share`
    await tx.query(sql`select id from posts where county = ${county} and id = ${id}::uuid ${how}`)
  }
  return (await tx.query<PostRow>(sql`${select} where p.county = ${county} and p.id = ${id}::uuid`))[0]
}

/** Adds a post. False where its key is taken. */
export async function insertPost(
  tx: Queryable,
  post: {
    county: number; id: string; body: string; role: string; title: InBoth; region: number; categories: string[] | null
    stationing: Stationing | null; isPublic: boolean; validFrom: Date; validTo: Date | null; sent: Buffer | null
  },
): Promise<boolean> {
  const added = await tx.query(sql`
    insert into posts (county, id, body, role, title_zh, title_en, region, categories, stationed_at, stationed_from, stationed_to, is_public, sent, valid_from, valid_to)
    values (${post.county}, ${post.id}::uuid, ${post.body}::uuid, ${post.role}, ${post.title.zh}, ${post.title.en ?? null}, ${post.region},
      ${post.categories}::text[], ${post.stationing?.at ?? null}::uuid, ${post.stationing?.from ?? null}, ${post.stationing?.to ?? null}, ${post.isPublic}, ${post.sent}, ${post.validFrom}, ${post.validTo})
    on conflict (county, id) do nothing returning id`)
  return added.length === 1
}

export async function sentForPost(db: Queryable, county: number, id: string): Promise<{ sent: Uint8Array | null } | undefined> {
  return (await db.query<{ sent: Uint8Array | null }>(sql`select sent from posts where county = ${county} and id = ${id}::uuid`))[0]
}

export async function updatePost(
  tx: Queryable, county: number, id: string,
  to: { title: InBoth; categories: string[] | null; stationing: Stationing | null; isPublic: boolean; validTo: Date | null },
): Promise<void> {
  await tx.query(sql`
    update posts set title_zh = ${to.title.zh}, title_en = ${to.title.en ?? null}, categories = ${to.categories}::text[],
      stationed_at = ${to.stationing?.at ?? null}::uuid, stationed_from = ${to.stationing?.from ?? null}, stationed_to = ${to.stationing?.to ?? null},
      is_public = ${to.isPublic}, valid_to = ${to.validTo}
    where county = ${county} and id = ${id}::uuid`)
}

const notEnded = (now: Date): Sql => sql`coalesce(valid_to, 'infinity') > ${now}`

/** Ends a post, also one that has not begun yet. */
export async function markEnded(tx: Queryable, county: number, id: string, now: Date): Promise<void> {
  await tx.query(sql`
    update posts set valid_to = ${now}, valid_from = least(valid_from, ${now}) where county = ${county} and id = ${id}::uuid and ${notEnded(now)}`)
}

/** The posts of a body that have not ended, locked. */
export async function openPostsOf(tx: Queryable, county: number, body: string, now: Date): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(sql`
    select id from posts where county = ${county} and body = ${body}::uuid and ${notEnded(now)} order by id for update`)
  return rows.map((row) => row.id)
}
