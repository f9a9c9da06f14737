import sql, { raw } from 'sql-template-tag'
import type { Town } from './town.ts'

/** What goes on by itself, whatever is asked. */
const restless = ['limits', 'sessions', 'routines', 'listeners', 'migrations', 'phone_codes']

/** Every row of every table as text, by table: whoever compares two of these sees whether anything was changed at all. */
export async function allRows({ house }: Town): Promise<Record<string, string[]>> {
  const { db } = house.rooms
  const tables = await db.query<{ name: string }>(sql`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`)
  const rows: Record<string, string[]> = {}
  for (const { name } of tables.filter((one) => !restless.includes(one.name))) {
    const found = await db.query<{ row: string }>(sql`select t::text as row from ${raw(name)} t order by 1`)
    rows[name] = found.map((one) => one.row)
  }
  return rows
}
