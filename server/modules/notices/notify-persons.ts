import type { Queryable } from '#server/kernel/database.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { NewNotice } from './notice.ts'
import { insertNotices } from './notice.sql.ts'

const rowsAtOnceMax = 2_000

/**
 * Tells persons something, inside a change fenced to the notices' counties. From a reaction each arises exactly once.
 * `detail.number` is shown beside the words, `detail.values` fill them; neither holds anything personal.
 */
export async function notify(tx: Queryable, notices: readonly NewNotice[]): Promise<void> {
  const rows = notices.map((notice) => ({ ...notice, id: uuidv7() }))
  for (let i = 0; i < rows.length; i += rowsAtOnceMax) await insertNotices(tx, rows.slice(i, i + rowsAtOnceMax))
}
