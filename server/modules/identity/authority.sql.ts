import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { AuthorityRow } from './authority.ts'

/** Everything that a person may do now, through posts and grants, in every county (in a change: in its own). */
export function authorityOf(db: Queryable, person: string, now: Date): Promise<AuthorityRow[]> {
  return db.query<AuthorityRow>(sql`
    with held as (
      select p.county, p.id as post, p.body, p.role, p.region, p.categories, least(p.valid_to, h.until) as valid_to
      from holdings h
      join posts p on p.county = h.county and p.id = h.post
      join bodies b on b.county = p.county and b.id = p.body
      where h.person = ${person}::uuid and h.since <= ${now} and coalesce(h.until, 'infinity') > ${now}
        and p.valid_from <= ${now} and coalesce(p.valid_to, 'infinity') > ${now} and b.closed_at is null
    ), given as (
      select h.county, h.post, h.body, g.action, g.region, g.categories, least(g.valid_to, h.valid_to) as valid_to, g.id as "grant", g.may_delegate, g.report_afterwards
      from held h join grants g on g.county = h.county and (g.to_post = h.post or g.to_body = h.body)
      where g.withdrawn_at is null and g.valid_from <= ${now} and coalesce(g.valid_to, 'infinity') > ${now}
    ), everything as (
      select county, post, body, 'role:' || role as action, region, categories, valid_to, null::uuid as "grant", true as may_delegate, false as report_afterwards from held
      union all
      select county, post, body, action, region, categories, valid_to, "grant", may_delegate, report_afterwards from given
    )
    select e.county, e.post, e.body, e.action, r.town, r.village, r.grid, e.categories, e.valid_to, e."grant", e.may_delegate, e.report_afterwards
    from everything e join region_places r on r.id = e.region`)
}

/** When something of a person's authority begins later: what is remembered must be read again then. */
export async function nextBeginning(db: Queryable, person: string, now: Date): Promise<Date | undefined> {
  const [row] = await db.query<{ at: Date | null }>(sql`
    select min(at) as at from (
      select greatest(h.since, p.valid_from) as at from holdings h join posts p on p.county = h.county and p.id = h.post where h.person = ${person}::uuid
      union all
      select g.valid_from from holdings h join posts p on p.county = h.county and p.id = h.post
      join grants g on g.county = h.county and (g.to_post = p.id or g.to_body = p.body) where h.person = ${person}::uuid and g.withdrawn_at is null
    ) beginnings where at > ${now}`)
  return row?.at ?? undefined
}
