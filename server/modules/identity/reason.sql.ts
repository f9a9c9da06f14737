import sql from 'sql-template-tag'
import type { Queryable } from '#server/kernel/database.ts'

/** Keeps the words of a reason; the fact that it belongs to names the row. */
export async function insertReason(tx: Queryable, reason: { county: number; id: string; words: string; person: string; now: Date }): Promise<void> {
  await tx.query(sql`
    insert into reasons (county, id, words, person, at)
    values (${reason.county}, ${reason.id}::uuid, ${reason.words}, ${reason.person}::uuid, ${reason.now})`)
}
