import sql, { type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { regionColumns, when, withinReach, type RegionNamed } from '../region-place.sql.ts'

export interface GrantRow extends RegionNamed {
  id: string
  county: number
  to_post: string | null
  to_body: string | null
  action: string
  categories: string[] | null
  may_delegate: boolean
  report_afterwards: boolean
  valid_from: Date
  valid_to: Date | null
  given_by: string
  given_by_post: string
  reason: string
  withdrawn_at: Date | null
  town: number | null
  village: number | null
  grid: number | null
  /** The body that is given to, or in which the post stands that is given to, with its place. */
  body: string
  body_town: number | null
  body_village: number | null
  body_grid: number | null
  to_zh: string
  to_en: string | null
  by_zh: string
  by_en: string | null
}

const select = sql`
  select g.id, g.county, g.to_post, g.to_body, g.action, g.categories, g.may_delegate, g.report_afterwards, g.valid_from, g.valid_to,
    g.given_by, g.given_by_post, g.reason, g.withdrawn_at, r.town, r.village, r.grid, ${regionColumns},
    b.id as body, br.town as body_town, br.village as body_village, br.grid as body_grid,
    b.name_zh || coalesce(p.title_zh, '') as to_zh, coalesce(b.name_en, b.name_zh) || coalesce(', ' || coalesce(p.title_en, p.title_zh), '') as to_en,
    gb.name_zh || gp.title_zh as by_zh, coalesce(gb.name_en, gb.name_zh) || ', ' || coalesce(gp.title_en, gp.title_zh) as by_en
  from grants g join region_places r on r.id = g.region
  left join posts p on p.county = g.county and p.id = g.to_post
  join bodies b on b.county = g.county and b.id = coalesce(g.to_body, p.body) join region_places br on br.id = b.region
  join posts gp on gp.county = g.county and gp.id = g.given_by_post join bodies gb on gb.county = gp.county and gb.id = gp.body`

export async function grantsWithin(
  db: Queryable, actor: Actor, county: number, filter: { post?: string | undefined; body?: string | undefined; withdrawn?: boolean | undefined },
): Promise<GrantRow[]> {
  const rows = sql`select g.county, g.id, r.town, r.village, r.grid, null::text as category from grants g join region_places r on r.id = g.region where g.county = ${county}`
  const reached = withinReach(actor, 'grant.read', county, rows)
  if (!reached) return []
  return await db.query<GrantRow>(sql`
    with reached as (${reached})
    ${select} where g.county = ${county} and g.id in (select id from reached)
    ${when(filter.post !== undefined, sql`and g.to_post = ${filter.post ?? null}::uuid`)}
    ${when(filter.body !== undefined, sql`and g.to_body = ${filter.body ?? null}::uuid`)}
    ${when(!filter.withdrawn, sql`and g.withdrawn_at is null`)}
    order by g.valid_from desc, g.id desc limit 1000`)
}

export async function grantOf(tx: Queryable, county: number, id: string): Promise<GrantRow | undefined> {
  return (await tx.query<GrantRow>(sql`${select} where g.county = ${county} and g.id = ${id}::uuid`))[0]
}

/** Keeps a grant from being withdrawn while another is delegated from it. False where it is withdrawn already. */
export async function keepGrant(tx: Queryable, county: number, id: string): Promise<boolean> {
  const kept = await tx.query(sql`select id from grants where county = ${county} and id = ${id}::uuid and withdrawn_at is null for share`)
  return kept.length === 1
}

export async function insertGrant(
  tx: Queryable,
  grant: {
    county: number; id: string; toPost: string | null; toBody: string | null; action: string; region: number; categories: string[] | null
    mayDelegate: boolean; reportAfterwards: boolean; validFrom: Date; validTo: Date | null; givenBy: string; givenByPost: string
    fromGrant: string | null; reason: string; sent: Buffer
  },
): Promise<boolean> {
  const added = await tx.query(sql`
    insert into grants (county, id, to_post, to_body, action, region, categories, may_delegate, report_afterwards, valid_from, valid_to,
      given_by, given_by_post, from_grant, reason, sent)
    values (${grant.county}, ${grant.id}::uuid, ${grant.toPost}::uuid, ${grant.toBody}::uuid, ${grant.action}, ${grant.region},
      ${grant.categories}::text[], ${grant.mayDelegate}, ${grant.reportAfterwards}, ${grant.validFrom}, ${grant.validTo},
      ${grant.givenBy}::uuid, ${grant.givenByPost}::uuid, ${grant.fromGrant}::uuid, ${grant.reason}, ${grant.sent})
    on conflict (county, id) do nothing returning id`)
  return added.length === 1
}

export async function sentForGrant(db: Queryable, county: number, id: string): Promise<{ sent: Uint8Array | null; person: string } | undefined> {
  return (await db.query<{ sent: Uint8Array | null; person: string }>(sql`
    select sent, given_by as person from grants where county = ${county} and id = ${id}::uuid`))[0]
}

export interface Withdrawn {
  id: string
  to_post: string | null
  to_body: string | null
  action: string
}

/** Withdraws these grants, where that has not been done. */
export function markWithdrawn(
  tx: Queryable, county: number, ids: readonly string[], by: { person: string; because: string; now: Date },
): Promise<Withdrawn[]> {
  return tx.query<Withdrawn>(sql`
    update grants set withdrawn_at = ${by.now}, withdrawn_by = ${by.person}::uuid, withdrawn_because = ${by.because}
    where county = ${county} and id = any(${[...ids]}::uuid[]) and withdrawn_at is null returning id, to_post, to_body, action`)
}

const ids = async (rows: Promise<{ id: string }[]>) => (await rows).map((row) => row.id)
const openGrants = (county: number, condition: Sql): Sql =>
  sql`select id from grants where county = ${county} and withdrawn_at is null and ${condition} order by id`

/** Grants that were delegated from these and still hold. */
export const delegatedFrom = (tx: Queryable, county: number, grants: readonly string[]): Promise<string[]> =>
  ids(tx.query(openGrants(county, sql`from_grant = any(${[...grants]}::uuid[])`)))

export const grantsToPost = (tx: Queryable, county: number, post: string): Promise<string[]> =>
  ids(tx.query(openGrants(county, sql`to_post = ${post}::uuid`)))

export const grantsToBody = (tx: Queryable, county: number, body: string): Promise<string[]> =>
  ids(tx.query(openGrants(county, sql`to_body = ${body}::uuid`)))
