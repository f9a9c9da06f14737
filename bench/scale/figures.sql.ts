import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

/** How many cases have their row of figures. */
export async function countFigureCases(db: Queryable): Promise<number> {
  return (await db.query<{ n: number }>(sql`select count(*) as n from figure_cases`))[0]!.n
}

/** Nothing is read from sums from here on. */
export const forgetSums = (db: Queryable) => db.query(sql`update figure_folded set made_as = 'no ' || made_as`)

/** They are read again, as they were. */
export const sumsStand = (db: Queryable) => db.query(sql`update figure_folded set made_as = substr(made_as, 4)`)
