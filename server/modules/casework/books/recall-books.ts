import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import { publishedRows, type Published } from './book.sql.ts'
import type { BookKind } from './book.ts'

const topic = 'books'
const keyOf = (county: number, kind: BookKind) => `${county}/${kind}`

/** Every published version of a book, the newest first. Remembered: ask before a change begins, never inside. */
export function recallBooks<Content>({ db, memory }: { db: Queryable; memory: Memory }, county: number, kind: BookKind): Promise<Published<Content>[]> {
  return memory.recall(topic, keyOf(county, kind), () => publishedRows<Content>(db, county, kind))
}

/** A version was published: every process reads them anew. */
export const forgetBooks = (tx: Queryable, memory: Memory, county: number, kind: BookKind): Promise<void> => memory.forget(tx, topic, keyOf(county, kind))
