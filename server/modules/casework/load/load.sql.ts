import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { Load } from './load.ts'

/** Of every body with open tasks. A task's place in the working list is its due time, so the index alone answers. */
export function loadsOfBodies(db: Queryable, county: number, now: Date): Promise<(Load & { body: string })[]> {
  return db.query(sql`
    select body, count(*) as open, count(*) filter (where queue_at < ${now}) as late from tasks
    where county = ${county} and state in ('assigned', 'taken') group by body`)
}

/** Of these handlers in one body; of all its handlers where none are named. */
export function loadsOfHandlers(db: Queryable, county: number, body: string, now: Date, persons?: readonly string[]): Promise<(Load & { person: string })[]> {
  return db.query(sql`
    select handler as person, count(*) as open, count(*) filter (where queue_at < ${now}) as late from tasks
    where county = ${county} and body = ${body}::uuid and state in ('assigned', 'taken') and handler is not null
      ${persons ? sql`and handler = any(${[...persons]}::uuid[])` : sql``}
    group by handler`)
}
