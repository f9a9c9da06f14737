import sql, { type Sql } from 'sql-template-tag'
import { vi } from 'vitest'
import type { Database } from '#server/kernel/database.ts'

/**
 * Lets acts meet: rows are locked until every act waits for one of them, then all go on at the same moment.
 * @param rows a select … for update
 */
export async function holdUp<T>(db: Database, rows: Sql, acts: readonly (() => Promise<T>)[]): Promise<T[]> {
  const done = await db.transaction([], async (tx) => {
    await tx.query(rows)
    const running = acts.map((act) => act())
    await vi.waitFor(async () => {
      const waiting = await db.query(sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
      if (waiting.length < acts.length) throw new Error(`${waiting.length} of ${acts.length} acts wait for the rows`)
    }, { timeout: 5_000, interval: 10 })
    return { running } // not awaited here: they wait for the end of this transaction
  })
  return await Promise.all(done.running)
}
