import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface HeardRow {
  county: number
  id: string
  town: number | null
  village: number | null
  grid: number | null
  category: string | null
  bodies: string[]
  persons: string[]
}

/** Cases as authority sees them, with their appellants: who may hear of them. */
export function heardRows(db: Queryable, counties: readonly number[], ids: readonly string[]): Promise<HeardRow[]> {
  return db.query<HeardRow>(sql`
    select c.county, c.id, c.town, c.village, c.grid, c.category,
      (select coalesce(array_agg(body), '{}') from case_bodies b where b.county = c.county and b.case_id = c.id) as bodies,
      (select coalesce(array_agg(person), '{}') from appeals a where a.county = c.county and a.case_id = c.id) as persons
    from cases c where c.county = any(${[...counties]}::integer[]) and c.id = any(${[...ids]}::uuid[])`)
}
