import type { Calendar } from '#server/kernel/calendar.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { hoursOf, publishedBy } from './calendar.sql.ts'
import { calendarWith } from './calendar.ts'

const topic = 'calendars'

/**
 * When a county works, and its bodies that keep other hours. The same object as long as nothing is published, as sums are kept by its identity.
 * Ask before a change begins, never inside.
 */
export function calendarOf({ db, memory, config }: Pick<Rooms, 'db' | 'memory' | 'config'>, county: number): Promise<Calendar> {
  return memory.recall(topic, String(county), () => calendarWithin(db, county, config.zone))
}

/** The same, read inside a change. */
export async function calendarWithin(tx: Queryable, county: number, zone: string): Promise<Calendar> {
  const [own, hours] = [await publishedBy(tx, county), await hoursOf(tx, county)]
  return calendarWith(own, zone, hours)
}

/** A county published a year, or hours changed: its calendar is made anew. */
export const forgetCalendar = (tx: Queryable, memory: Memory, county: number): Promise<void> => memory.forget(tx, topic, String(county))
