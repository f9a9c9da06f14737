import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import { remitRows } from './remit.sql.ts'
import type { Remit } from './remit.ts'

const topic = 'remits'

/** The lists of duties of a county's bodies. */
export const knownRemits = ({ db, memory }: { db: Queryable; memory: Memory }, county: number): Promise<readonly Remit[]> =>
  memory.recall(topic, String(county), () => remitRows(db, county))

/** To be called in every change of them. */
export const forgetRemits = (tx: Queryable, memory: Memory, county: number): Promise<void> => memory.forget(tx, topic, String(county))
