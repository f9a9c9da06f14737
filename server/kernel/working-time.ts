import { fullDayMinutes } from './calendar.ts'
import type { Calendar } from './calendar.ts'
import { countClockTime, countOfficeTime, officeTimeBetween, overlap } from './time-sum.ts'
import type { Standstill, Step, Sum } from './time-sum.ts'
import { addNaturalDays, MINUTE } from './zone-day.ts'

export type { Step }

/**
 * A length of time. `workingDays`: that many times a full day's office time; `workingHours`: office time;
 * `hours`: plain clock time; `days`: natural days, the same wall-clock time so many dates later.
 */
export type Span = { workingDays: number } | { workingHours: number } | { hours: number } | { days: number }

/** A stretch in which a clock stands still; `to` is undefined while it lasts. */
export type Pause = { from: Date, to: Date | undefined }

/** `provisional`: the sum needed a day of a year whose calendar is not published, and must be done again when it is. */
export type Due = { dueAt: Date, provisional: boolean, steps: Step[] }

/** `dueAt` is undefined while a pause stops the clock; `notBefore` is what it would be if the clock went on at once. */
export type PausedDue = { dueAt: Date | undefined, notBefore: Date, provisional: boolean, steps: Step[] }

const HOUR = 60 * MINUTE
const HUNDRED_YEARS = 36_525 * 24 * HOUR

/**
 * When a span that starts at an instant is used up, and the steps of the sum. Office time is counted in half-open
 * intervals: a span used up as an interval ends is due at that end, not at the next opening. A span of nothing is due
 * at its start. RangeError for a span that is negative, not a number or above a hundred years, for natural days that
 * are not whole, and for a calendar without office time.
 */
export function addWorkingTime(calendar: Calendar, start: Date, span: Span): Due {
  const { dueAt, provisional, steps } = sumFor(calendar, instantOf(start), span, [])
  return { dueAt: new Date(dueAt), provisional, steps }
}

/**
 * As `addWorkingTime`, with pauses in any order, overlapping or not, that stop the sum; time paused twice counts once.
 * A pause that begins when the span is already used up changes nothing. `days` are paused as the clock time that they
 * come to without a pause.
 */
export function dueWithPauses(
  calendar: Calendar, start: Date, span: Span, pauses: readonly Pause[], now: Date,
): PausedDue {
  const from = instantOf(start)
  const standstills = standstillsOf(pauses, from, instantOf(now))
  const { dueAt, provisional, steps } = sumFor(calendar, from, span, standstills)
  const firstOpen = Math.min(...pauses.filter(({ to }) => !to).map((pause) => Math.max(from, instantOf(pause.from))))
  const notBefore = new Date(dueAt)
  return { dueAt: dueAt <= firstOpen ? notBefore : undefined, notBefore, provisional, steps }
}

/**
 * The instant at which a share (above 0, at most 1) of the time from `start` to `dueAt` is used: of the office time for
 * a span of office time, else of the clock time. `dueAt` counts as it stands, so an extended one is warned of in time.
 * Time in `pauses` (ended ones: a clock that stands still warns of nothing) is not used.
 */
export function warnAt(
  calendar: Calendar, start: Date, dueAt: Date, share: number = 0.75, span: Span,
  pauses: readonly { from: Date, to: Date }[] = [],
): Date {
  if (!(share > 0 && share <= 1)) throw new RangeError(`A share of the time is above 0 and at most 1; ${share} is not.`)
  const whole = { from: instantOf(start), to: instantOf(dueAt) }
  const standstills = standstillsOf(pauses, whole.from, whole.to)
  const used = (from: number, to: number) =>
    isOfficeTime(span) ? officeTimeBetween(calendar, from, to) : overlap({ from, to }, whole)
  const paused = standstills.reduce((time, still) => time + used(still.from, Math.min(still.to, whole.to)), 0)
  const time = Math.round((used(whole.from, whole.to) - paused) * share)
  return new Date(counted(calendar, whole.from, time, isOfficeTime(span), standstills).dueAt)
}

/** Office time from one instant to another, in minutes, not rounded; negative when the second is the earlier. */
export function workingMinutesBetween(calendar: Calendar, a: Date, b: Date): number {
  const [from, to] = [instantOf(a), instantOf(b)]
  return from <= to
    ? officeTimeBetween(calendar, from, to) / MINUTE
    : -officeTimeBetween(calendar, to, from) / MINUTE
}

function sumFor(calendar: Calendar, start: number, span: Span, standstills: readonly Standstill[]): Sum {
  return counted(calendar, start, lengthOf(calendar, start, span), isOfficeTime(span), standstills)
}

function counted(
  calendar: Calendar, start: number, time: number, office: boolean, standstills: readonly Standstill[],
): Sum {
  const sum: Sum = { left: time, dueAt: start, provisional: false, steps: [], pauses: standstills, pausesTold: 0 }
  if (office) countOfficeTime(sum, calendar, start)
  else countClockTime(sum, start)
  return sum
}

function isOfficeTime(span: Span): boolean {
  return 'workingDays' in span || 'workingHours' in span
}

/** How much time a span is, in milliseconds to the nearest. */
function lengthOf(calendar: Calendar, start: number, span: Span): number {
  if ('workingDays' in span) return checked(span.workingDays, fullDayMinutes(calendar) * MINUTE)
  if ('workingHours' in span) return checked(span.workingHours, HOUR)
  if ('hours' in span) return checked(span.hours, HOUR)
  checked(span.days, 24 * HOUR)
  if (!Number.isInteger(span.days)) throw new RangeError(`Natural days are whole; ${span.days} is not.`)
  return addNaturalDays(calendar.zone, start, span.days) - start
}

function checked(amount: number, unit: number): number {
  const length = Math.round(amount * unit)
  if (amount >= 0 && length <= HUNDRED_YEARS && (unit > 0 || amount === 0)) return length
  throw new RangeError(`A span is from nothing to a hundred years of a calendar with office time; ${amount} is not.`)
}

/** Pauses from the start on, in order, run together where they touch. */
function standstillsOf(pauses: readonly Pause[], start: number, now: number): Standstill[] {
  const standstills: Standstill[] = []
  const ordered = pauses
    .map(({ from, to }) => {
      const begin = Math.max(start, instantOf(from))
      return { from: begin, to: to ? instantOf(to) : Math.max(begin, now), open: !to }
    })
    .filter((still) => still.open || still.to > still.from)
    .toSorted((a, b) => a.from - b.from)
  for (const still of ordered) {
    const last = standstills.at(-1)
    if (last && still.from <= last.to) {
      last.to = Math.max(last.to, still.to)
      last.open ||= still.open
    } else {
      standstills.push(still)
    }
  }
  return standstills
}

function instantOf(date: Date): number {
  const instant = date.getTime()
  if (Number.isNaN(instant)) throw new RangeError('A clock needs a valid time.')
  return instant
}
