import type { Rooms } from '#server/kernel/rooms.ts'
import { zoneDayAt } from '#server/kernel/zone-day.ts'

/** Today's date (YYYY-MM-DD) in the jurisdiction's zone. */
export const today = ({ clock, config }: Pick<Rooms, 'clock' | 'config'>): string => zoneDayAt(config.zone, clock().getTime()).date
