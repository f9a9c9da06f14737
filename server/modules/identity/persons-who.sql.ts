import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import { covers, type Reached, type Scope } from '#server/kernel/reach.ts'
import { rightsOf, type AuthorityRow } from './authority.ts'
import { actionsOf, roles } from './role.ts'

/**
 * Who may do an action on a row now, through posts and grants: the same answer as can(), asked the other way round.
 * @returns persons, each once, in no order
 */
export async function personsWho(db: Queryable, action: string, row: Reached, now: Date): Promise<string[]> {
  const may = (await holdersOfAction(db, action, row.county, now)).filter(({ scope }) => covers(scope, row))
  return [...new Set(may.map((one) => one.person))]
}

/** Everybody who holds an action in a county now, each with the scopes over which they do. */
export async function holdersOfAction(db: Queryable, action: string, county: number, now: Date): Promise<{ person: string; scope: Scope }[]> {
  const found = await rowsThatHold(db, namesOf(action), county, now)
  return found.flatMap((one) => rightsOf(one).filter((right) => right.action === action).map(({ scope }) => ({ person: one.person, scope })))
}

/** The action itself, and every role that holds it, as posts and grants name them. */
function namesOf(action: string): string[] {
  const holding = Object.keys(roles).map((role) => `role:${role}`).filter((name) => actionsOf(name).some(([held]) => held === action))
  return [action, ...holding]
}

function rowsThatHold(db: Queryable, names: string[], county: number, now: Date): Promise<(AuthorityRow & { person: string })[]> {
  return db.query(sql`
    with held as (
      select h.person, p.county, p.id as post, p.body, p.role, p.region, p.categories
      from holdings h
      join posts p on p.county = h.county and p.id = h.post
      join bodies b on b.county = p.county and b.id = p.body
      join persons s on s.id = h.person
      where h.county = ${county} and h.since <= ${now} and coalesce(h.until, 'infinity') > ${now} and s.left_at is null
        and p.valid_from <= ${now} and coalesce(p.valid_to, 'infinity') > ${now} and b.closed_at is null
    ), everything as (
      select person, county, post, body, 'role:' || role as action, region, categories from held
      union all
      select h.person, h.county, h.post, h.body, g.action, g.region, g.categories
      from held h join grants g on g.county = h.county and (g.to_post = h.post or g.to_body = h.body)
      where g.withdrawn_at is null and g.valid_from <= ${now} and coalesce(g.valid_to, 'infinity') > ${now}
    )
    select e.person, e.county, e.post, e.body, e.action, r.town, r.village, r.grid, e.categories,
      null::timestamptz as valid_to, null::uuid as "grant", false as may_delegate
    from everything e join region_places r on r.id = e.region where e.action = any(${names}::text[])`)
}
