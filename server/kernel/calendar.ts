import { instantOfMinute, zoneDay, zoneDayAt } from './zone-day.ts'

/** Wall-clock times 'HH:MM', half-open: `to` is the first minute no longer open. '24:00' is the end of the day. */
export type OfficeInterval = { from: string, to: string }

/** Hours of weekdays that differ from `usual`. A moved working day has those of its own weekday, else `usual`. */
export type OfficeWeek = { usual: readonly OfficeInterval[] } & { [day in Weekday]?: readonly OfficeInterval[] }
export type Weekday = (typeof WEEKDAYS)[number]

export type Name = { zh: string, en: string }
export type DayReason = 'weekday' | 'weekend' | 'holiday' | 'moved_working_day'
export type DayKind = { works: boolean, why: DayReason, name?: Name }

/**
 * When a body works. One list of office intervals holds for every working day, or a week names the days that differ.
 * Never change a calendar in place: what is worked out of it is kept by its identity, so make a new one, and keep it
 * as long as it is valid instead of making one for each sum.
 */
export type Calendar = {
  /** IANA time zone of the wall clock on which dates and office hours are read. */
  zone: string
  offices: readonly OfficeInterval[] | OfficeWeek
  /** What kind of day a date (YYYY-MM-DD) is. */
  days: (date: string) => DayKind
  /** The last year whose working days are published; any later day is provisional. */
  publishedUntilYear: number
  /** The calendars of bodies that keep other office hours, by the body. */
  ofBodies?: ReadonlyMap<string, Calendar>
}

/** When a body works: by hours of its own, or as everybody does. */
export const calendarOfBody = (calendar: Calendar, body: string): Calendar => calendar.ofBodies?.get(body) ?? calendar

/** One day of a calendar with its office time as instants (milliseconds of the epoch), in order, without overlap. */
export type WorkDay = {
  date: string
  number: number
  start: number
  end: number
  offices: readonly { from: number, to: number }[]
  /** `no_office_hours`: a working day on which this body is closed. */
  why: DayReason | 'no_office_hours'
  name: Name | undefined
  provisional: boolean
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const DAYS_KEPT_MAX = 5_000

type Minutes = readonly { from: number, to: number }[]
type Worked = { usual: Minutes, week: readonly (Minutes | undefined)[], days: Map<number, WorkDay> }

const worked = new WeakMap<Calendar, Worked>()

/** The day of a calendar in which an instant (milliseconds of the epoch) falls. */
export function workDayAt(calendar: Calendar, instant: number): WorkDay {
  return workDay(calendar, workedOf(calendar), zoneDayAt(calendar.zone, instant).number)
}

/** The following day. */
export function workDayAfter(calendar: Calendar, day: WorkDay): WorkDay {
  return workDay(calendar, workedOf(calendar), day.number + 1)
}

/**
 * Office time of one full working day in minutes: the measure of "N working days". Where weekdays differ it is that of
 * the usual day, so that a working day is the same amount of time wherever it begins.
 */
export function fullDayMinutes(calendar: Calendar): number {
  return workedOf(calendar).usual.reduce((sum, { from, to }) => sum + to - from, 0)
}

function workDay(calendar: Calendar, own: Worked, number: number): WorkDay {
  const known = own.days.get(number)
  if (known) return known
  if (own.days.size >= DAYS_KEPT_MAX) own.days.clear()
  const { zone } = calendar
  const day = zoneDay(zone, number)
  const kind = calendar.days(day.date)
  const offices = (kind.works ? (own.week[day.weekday - 1] ?? own.usual) : [])
    .map(({ from, to }) => ({ from: instantOfMinute(zone, day, from), to: instantOfMinute(zone, day, to) }))
    // Hours that clocks jump over are not there.
    .filter(({ from, to }) => from < to)
  const made: WorkDay = {
    date: day.date,
    number,
    start: day.start,
    end: day.end,
    offices,
    why: kind.works && offices.length === 0 ? 'no_office_hours' : kind.why,
    name: kind.name,
    provisional: Number(day.date.slice(0, 4)) > calendar.publishedUntilYear,
  }
  own.days.set(number, made)
  return made
}

function workedOf(calendar: Calendar): Worked {
  const known = worked.get(calendar)
  if (known) return known
  const { offices } = calendar
  const week: OfficeWeek = 'usual' in offices ? offices : { usual: offices }
  const made: Worked = {
    usual: minutesOf(week.usual),
    week: WEEKDAYS.map((day) => week[day] && minutesOf(week[day])),
    days: new Map(),
  }
  worked.set(calendar, made)
  return made
}

function minutesOf(intervals: readonly OfficeInterval[]): Minutes {
  let last = 0
  return intervals.map(({ from, to }) => {
    const minutes = { from: minuteOf(from), to: minuteOf(to) }
    if (minutes.from < last || minutes.from >= minutes.to) {
      throw new RangeError(`Office intervals must follow one another on one day; ${from}–${to} does not. ` +
        'Hours past midnight are two intervals: until 24:00, and from 00:00.')
    }
    last = minutes.to
    return minutes
  })
}

function minuteOf(time: string): number {
  const [, hour, minute] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(time) ?? []
  const minutes = Number(hour) * 60 + Number(minute)
  if (!(minutes <= 1440)) throw new RangeError(`An office time is written HH:MM, 00:00 to 24:00; "${time}" is not.`)
  return minutes
}
