import type { CalendarDay, OfficeWeek } from '#contract/regions.ts'
import type { Calendar } from '#server/kernel/calendar.ts'
import { PUBLISHED_YEARS, stateCalendar, USUAL_OFFICE } from '#server/kernel/state-calendar.ts'

/** What a county published itself: whole years, and the days of each that differ from the week. */
export interface OwnDays {
  years: readonly number[]
  days: readonly (CalendarDay & { year: number })[]
}

/** Office hours that differ from the usual: the county's, where no body is named, and those of its bodies. */
export type OwnHours = readonly { body: string | null; week: OfficeWeek }[]

/** The state calendar with a county's own years and hours, on the clocks of a zone. */
export function calendarWith(own: OwnDays, zone: string, hours: OwnHours = []): Calendar {
  const days = own.days.map(({ day, works, name }) => ({ date: day, works, name: { zh: name.zh, en: name.en ?? name.zh } }))
  const state = { ...stateCalendar({ publishes: own.years, days }), zone }
  const county = { ...state, offices: usualHours(hours).week }
  const ofBodies = new Map(hours.flatMap(({ body, week }) => (body ? [[body, { ...state, offices: week }] as const] : [])))
  return { ...county, ofBodies }
}

/** The hours of a county, and whether it set them itself. */
export function usualHours(hours: OwnHours): { week: OfficeWeek; isOwn: boolean } {
  const own = hours.find(({ body }) => body === null)
  return { week: own?.week ?? { usual: [...USUAL_OFFICE] }, isOwn: own !== undefined }
}

/**
 * Which days of a week can't be: intervals that overlap, run backwards or stand in the wrong order, or no hours at all on a usual
 * working day, by which a working day is measured.
 */
export function wrongHours(week: OfficeWeek): string[] {
  const wrong = Object.entries(week).filter(([, intervals]) => intervals.some(({ from, to }, i) => from >= to || (i > 0 && from < intervals[i - 1]!.to)))
  return [...wrong.map(([day]) => day), ...(week.usual.length === 0 ? ['usual'] : [])]
}

/** Whose word holds for a year. */
export function publisherOf(own: OwnDays, year: number): 'county' | 'state' | 'nobody' {
  if (own.years.includes(year)) return 'county'
  return PUBLISHED_YEARS.includes(year) ? 'state' : 'nobody'
}

/** The days of a year that differ from the week, and those of the December before that the county moved with it. */
export function daysOf(own: OwnDays, year: number): CalendarDay[] {
  const { days } = calendarWith(own, 'UTC')
  const ownNames = new Map(own.days.map(({ day, name }) => [day, name]))
  const before = own.days.filter((one) => one.year === year && !one.day.startsWith(String(year)))
  const differing = datesOf(year).flatMap((day) => {
    const { works, why, name } = days(day)
    return why === 'holiday' || why === 'moved_working_day' ? [{ day, works, name: ownNames.get(day) ?? name ?? unnamed }] : []
  })
  return [...before.map(({ day, works, name }) => ({ day, works, name })), ...differing]
}

const unnamed = { zh: '节假日调整', en: 'Change of the calendar' }

function datesOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1)
  const count = (Date.UTC(year + 1, 0, 1) - first) / 86_400_000
  return Array.from({ length: count }, (_, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10))
}

/** Which days of a publication can't be: not of its year or the December before, or said twice. Their places in the list. */
export function wrongDays(year: number, days: readonly CalendarDay[]): number[] {
  const isFar = ({ day }: CalendarDay) => !day.startsWith(`${year}-`) && !day.startsWith(`${year - 1}-12-`)
  const isSecond = ({ day }: CalendarDay, i: number) => days.findIndex((other) => other.day === day) < i
  return days.flatMap((one, i) => (isFar(one) || isSecond(one, i) ? [i] : []))
}
