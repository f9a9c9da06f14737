import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import { during } from './narrow.sql.ts'
import type { Stretch } from './period.ts'

export interface RuledOn {
  ruled_by: string
  ground: string
  granted: boolean
  count: number
}

/** How often who ruled, on which ground exclusion had been asked for, and how. */
export function rulingsByGround(db: Queryable, county: number, period: Stretch): Promise<RuledOn[]> {
  return db.query<RuledOn>(sql`
    select row.ruled_by, row.ground, not row.late as granted, count(*) as count from figure_marks row
    where row.county = ${county} and ${during(sql`row.at`, period)} and row.kind = 'exclusion' group by row.ruled_by, row.ground, row.late`)
}
