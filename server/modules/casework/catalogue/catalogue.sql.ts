import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'
import type { NewCategory } from './category.ts'

export interface CategoryRow {
  key: string
  parent: string | null
  name_zh: string
  name_en: string | null
  hint_zh: string | null
  hint_en: string | null
  track: string
  ended_at: Date | null
}

export function categoryRows(db: Queryable, county: number): Promise<CategoryRow[]> {
  return db.query(sql`
    select key, parent, name_zh, name_en, hint_zh, hint_en, track, ended_at from categories where county = ${county} order by place, key`)
}

/** Adds categories that are not there yet, in the order given. @returns how many */
export async function insertCategories(tx: Queryable, county: number, categories: readonly NewCategory[]): Promise<number> {
  const rows = await tx.query(sql`
    insert into categories (county, key, parent, name_zh, place)
    select ${county}::integer, g.key, g.parent, g.name, least(g.place, 32767) from jsonb_to_recordset(${JSON.stringify(categories.map((one, place) => ({ ...one, place })))}::jsonb)
      as g (key text, parent text, name text, place integer)
    on conflict do nothing returning key`)
  return rows.length
}
