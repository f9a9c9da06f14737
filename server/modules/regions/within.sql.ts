import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface PlaceNamed {
  id: number
  level: number
  parent: number
  code: string
  name: string
}

/** The towns and villages of a county as they are on a day, by code. */
export function placesWithin(db: Queryable, county: number, day: string): Promise<PlaceNamed[]> {
  return db.query(sql`
    select r.id, r.level, r.parent, r.code, r.name_zh as name from regions r
    where r.county = ${county} and r.level in (4, 5) and r.valid_from <= ${day}::date and coalesce(r.valid_to, 'infinity') > ${day}::date order by r.code`)
}
