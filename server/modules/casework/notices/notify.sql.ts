import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface NotifiedRow {
  county: number
  id: string
  number: number
  year: number
  title: string
  desk: string
  town: number | null
  village: number | null
  grid: number | null
  category: string | null
  persons: string[]
  handlers: { task: string; body: string; handler: string | null }[]
}

/** Whoever came this way can't sign in: nobody would ever read what they are told in the app. */
const byPseudonym = ['import', 'signal', 'open311', 'platform']

/** What notices about cases need to know. */
export function notifiedRows(tx: Queryable, counties: readonly number[], ids: readonly string[]): Promise<NotifiedRow[]> {
  return tx.query<NotifiedRow>(sql`
    select c.county, c.id, c.number, c.year, c.title, c.desk, c.town, c.village, c.grid, c.category,
      (select coalesce(array_agg(person), '{}') from appeals a where a.county = c.county and a.case_id = c.id and a.channel <> all(${byPseudonym}::text[])) as persons,
      (select coalesce(json_agg(json_build_object('task', t.id, 'body', t.body, 'handler', t.handler)), '[]') from tasks t
        where t.county = c.county and t.case_id = c.id and t.state in ('assigned', 'taken')) as handlers
    from cases c where c.county = any(${[...counties]}::integer[]) and c.id = any(${[...ids]}::uuid[])`)
}
