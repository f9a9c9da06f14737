import type { OfficeWeek } from '#contract/regions.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { tell, type NewFact } from '#server/kernel/facts.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { putHours } from './calendar.sql.ts'
import { wrongHours } from './calendar.ts'
import { forgetCalendar } from './recall-calendar.ts'
import { subjectOf } from './region.ts'

/** @throws Refused bad_input with the days that can't be */
export function refuseWrongHours(week: OfficeWeek | null): void {
  const wrong = week ? wrongHours(week) : []
  refuseIf(wrong.length > 0 ? 'bad_input' : undefined, { fields: wrong.map((day) => ({ path: `/week/${day}`, message: 'hours' })) })
}

interface Kept {
  county: number
  /** Null: those of the county itself. */
  body: string | null
  /** Null: as usual again. */
  week: OfficeWeek | null
  by: NewFact['by']
}

/** Hours of a county or of one of its bodies, in whose open cases the clocks are summed up anew. */
export async function keepOfficeHours({ memory, config, now }: Pick<Rooms, 'memory' | 'config'> & { now: Date }, tx: Queryable, { county, body, week, by }: Kept): Promise<void> {
  await putHours(tx, county, body, week)
  await tell(tx, { county, subject: body ?? subjectOf(county), kind: 'calendar.changed', by, at: now, detail: { hours: week, zone: config.zone } })
  await forgetCalendar(tx, memory, county)
}
