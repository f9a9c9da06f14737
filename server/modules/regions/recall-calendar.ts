import type { Calendar } from '#server/kernel/calendar.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { publishedBy } from './calendar.sql.ts'
import { calendarWith } from './calendar.ts'

const topic = 'calendars'

/**
 * When a county works. The same object as long as nothing is published, as sums are kept by its identity.
 * Ask before a change begins, never inside.
 */
export function calendarOf({ db, memory, config }: Pick<Rooms, 'db' | 'memory' | 'config'>, county: number): Promise<Calendar> {
  return memory.recall(topic, String(county), async () => calendarWith(await publishedBy(db, county), config.zone))
}

/** The same, read inside a change. */
export async function calendarWithin(tx: Queryable, county: number, zone: string): Promise<Calendar> {
  return calendarWith(await publishedBy(tx, county), zone)
}

/** A county published a year: its calendar is made anew. */
export const forgetCalendar = (tx: Queryable, memory: Memory, county: number): Promise<void> => memory.forget(tx, topic, String(county))
