import sql, { type Sql } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface TipOffRow {
  county: number
  case_id: string
  person: string
}

/** Keeps what a code opens; of the code itself only its hash. */
export const keepingCode = (county: number, id: string, person: string, code: Buffer): Sql =>
  sql`insert into tip_offs (code, county, case_id, person) values (${code}, ${county}, ${id}, ${person}) on conflict do nothing`

export async function tipOffOf(db: Queryable, code: Buffer): Promise<TipOffRow | undefined> {
  const [row] = await db.query<TipOffRow>(sql`select county, case_id, person from tip_offs where code = ${code}`)
  return row
}
