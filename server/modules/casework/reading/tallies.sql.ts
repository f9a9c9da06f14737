import sql, { bulk } from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

export interface Delta {
  county: number
  desk: string
  state: string
  n: number
}

/** Folds deltas into the counts. */
export async function foldTallies(tx: Queryable, deltas: readonly Delta[]): Promise<void> {
  if (deltas.length === 0) return
  await tx.query(sql`
    insert into tallies as t (county, desk, state, n) values ${bulk(deltas.map((one) => [one.county, one.desk, one.state, one.n]))}
    on conflict (county, desk, state) do update set n = t.n + excluded.n`)
}
