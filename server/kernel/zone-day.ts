import { Temporal } from 'temporal-polyfill'

/** One day of the wall calendar in a time zone, as instants (milliseconds of the epoch). */
export type ZoneDay = {
  /** YYYY-MM-DD */
  date: string
  /** Days since 1970-01-01, the same in every zone. */
  number: number
  /** 1 Monday to 7 Sunday. */
  weekday: number
  /** The first instant of the date. */
  start: number
  /** The first instant that is no longer of the date; equals `start` for a date that a zone left out. */
  end: number
}

export const MINUTE = 60_000
const DAY = 1440 * MINUTE
const DAYS_KEPT_MAX = 40_000

const daysOfZone = new Map<string, Map<number, ZoneDay>>()

/** The wall-calendar day of an IANA zone in which an instant (milliseconds of the epoch) falls. */
export function zoneDayAt(zone: string, instant: number): ZoneDay {
  // A local date is never further than one from the UTC date: stepping needs no offset, and no formatting.
  let day = zoneDay(zone, Math.floor(instant / DAY))
  while (instant < day.start) day = zoneDay(zone, day.number - 1)
  while (instant >= day.end) day = zoneDay(zone, day.number + 1)
  return day
}

/** The wall-calendar day of an IANA zone by its number (days since 1970-01-01). Kept, as asking the zone is slow. */
export function zoneDay(zone: string, number: number): ZoneDay {
  let days = daysOfZone.get(zone)
  if (!days) daysOfZone.set(zone, (days = new Map()))
  const known = days.get(number)
  if (known) return known
  if (days.size >= DAYS_KEPT_MAX) days.clear()
  const date = dateOfNumber(number)
  const day: ZoneDay = {
    date,
    number,
    weekday: (((number + 3) % 7) + 7) % 7 + 1,
    start: startOf(zone, date),
    end: startOf(zone, dateOfNumber(number + 1)),
  }
  days.set(number, day)
  return day
}

/**
 * The instant at which a minute (0 to 1440, 1440 = 24:00) of the wall clock comes on a day. A minute that comes twice
 * (clocks put back) means the first; one that never comes (clocks put forward) means the instant of the jump, so that
 * minutes in order always give instants in order.
 */
export function instantOfMinute(zone: string, day: ZoneDay, minute: number): number {
  if (minute === 1440) return day.end
  // A day of 24 hours has had no jump: plain addition.
  if (day.end - day.start === DAY) return day.start + minute * MINUTE
  const wall = Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const at = Temporal.PlainDate.from(day.date).toZonedDateTime({ timeZone: zone, plainTime: wall })
  const jumped = !at.toPlainTime().equals(wall)
  const jump = jumped ? at.add({ milliseconds: 1 }).getTimeZoneTransition('previous') : null
  return Math.min(Math.max((jump ?? at).epochMilliseconds, day.start), day.end)
}

/** The same wall-clock time `days` natural days later. A time that clocks jump over is as much later as the jump. */
export function addNaturalDays(zone: string, instant: number, days: number): number {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).add({ days }).epochMilliseconds
}

function dateOfNumber(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10)
}

function startOf(zone: string, date: string): number {
  // Without a time this is the first instant of the date, which is not 00:00 where clocks jump at midnight.
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds
}
