import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

/** Open tasks whose handler, one of these persons, no longer holds a post in the body that holds the task. */
export function openTasksOf(tx: Queryable, county: number, persons: readonly string[], now: Date): Promise<{ id: string; case_id: string }[]> {
  return tx.query(sql`
    select t.id, t.case_id from tasks t
    where t.county = ${county} and t.handler = any(${[...persons]}::uuid[]) and t.state = 'taken'
      and not exists (select 1 from posts_held h where h.county = t.county and h.body = t.body and h.person = t.handler
        and h.since <= ${now} and coalesce(h.until, 'infinity') > ${now})
    order by t.case_id, t.id`)
}

/** Does a body hold open work: a desk with open cases, or an open task. */
export async function bodyHasOpenWork(db: Queryable, county: number, body: string): Promise<boolean> {
  const found = await db.query(sql`
    (select 1 from cases where county = ${county} and desk = ${body}::uuid and state in ('received', 'accepted', 'dispatched', 'reported', 'closed') limit 1)
    union all
    (select 1 from tasks where county = ${county} and body = ${body}::uuid and state in ('assigned', 'taken') limit 1)`)
  return found.length > 0
}
