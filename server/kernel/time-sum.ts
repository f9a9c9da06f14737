import { workDayAfter, workDayAt } from './calendar.ts'
import type { Calendar, Name, WorkDay } from './calendar.ts'
import { MINUTE } from './zone-day.ts'

/**
 * One step of the sum that leads to a due time, for "explain this due time". Steps are in order. The minutes of the
 * `office` and `clock` steps add up to the span exactly; they are not rounded, and have fractions when the start has
 * seconds. `remaining` is what is still to be counted after the step, in minutes.
 */
export type Step =
  | { kind: 'office', date: string } & Reason & Counted
  | { kind: 'clock' } & Counted
  /** A run of dates without office time, both ends included. */
  | { kind: 'skipped', fromDate: string, toDate: string, days: number } & Reason
  /** `to` is undefined while the pause lasts. */
  | { kind: 'paused', from: Date, to: Date | undefined }

type Reason = { why: WorkDay['why'], name?: Name, provisional: boolean }
type Counted = { from: Date, to: Date, minutes: number, remaining: number }

/** A stretch in which nothing is counted, in milliseconds of the epoch. While it is `open`, `to` is the present. */
export type Standstill = { from: number, to: number, open: boolean }

export type Sum = {
  /** Milliseconds still to be counted. */
  left: number
  dueAt: number
  provisional: boolean
  steps: Step[]
  /** In order, apart from each other. */
  pauses: readonly Standstill[]
  pausesTold: number
}

// Longer than any closure; without it a calendar that never opens would be counted for ever.
const CLOSED_DAYS_MAX = 400

/** Counts clock time from an instant until nothing is left. */
export function countClockTime(sum: Sum, start: number): void {
  count(sum, start, Infinity)
}

/** Counts office time from an instant, interval by interval, until nothing is left. */
export function countOfficeTime(sum: Sum, calendar: Calendar, start: number): void {
  let closed = 0
  let day = workDayAt(calendar, start)
  while (sum.left > 0) {
    const pause = pauseThroughout(sum.pauses, Math.max(start, day.start), day.end)
    if (pause) {
      day = workDayAt(calendar, pause.to)
      continue
    }
    if (day.provisional) sum.provisional = true
    closed = day.offices.length > 0 ? 0 : closed + 1
    if (closed > CLOSED_DAYS_MAX) {
      throw new RangeError(`The calendar has no office time in the ${CLOSED_DAYS_MAX} days up to ${day.date}.`)
    }
    if (closed > 0) skip(sum, day)
    for (const office of day.offices) count(sum, Math.max(start, office.from), office.to, day)
    day = workDayAfter(calendar, day)
  }
}

/** Office time between two instants, in milliseconds; 0 when the second is not later. */
export function officeTimeBetween(calendar: Calendar, from: number, to: number): number {
  let time = 0
  for (let day = workDayAt(calendar, from); day.start < to; day = workDayAfter(calendar, day)) {
    for (const office of day.offices) time += overlap(office, { from, to })
  }
  return time
}

/** What two half-open stretches share, in milliseconds. */
export function overlap(a: { from: number, to: number }, b: { from: number, to: number }): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from))
}

function count(sum: Sum, from: number, to: number, day?: WorkDay): void {
  for (const pause of sum.pauses) {
    if (pause.to <= from) continue
    if (pause.from >= to) break
    take(sum, from, pause.from, day)
    from = pause.to
  }
  take(sum, from, to, day)
}

function take(sum: Sum, from: number, to: number, day: WorkDay | undefined): void {
  if (sum.left === 0 || from >= to) return
  tellPausesUntil(sum, from)
  const used = Math.min(sum.left, to - from)
  sum.left -= used
  sum.dueAt = from + used
  const counted = {
    from: new Date(from), to: new Date(sum.dueAt), minutes: used / MINUTE, remaining: sum.left / MINUTE,
  }
  sum.steps.push(day ? { kind: 'office', date: day.date, ...reasonOf(day), ...counted } : { kind: 'clock', ...counted })
}

function skip(sum: Sum, day: WorkDay): void {
  tellPausesUntil(sum, day.start)
  const run = sum.steps.at(-1)
  if (run?.kind === 'skipped' && run.why === day.why && run.name?.zh === day.name?.zh &&
    run.provisional === day.provisional) {
    run.toDate = day.date
    run.days += 1
  } else {
    sum.steps.push({ kind: 'skipped', fromDate: day.date, toDate: day.date, days: 1, ...reasonOf(day) })
  }
}

function tellPausesUntil(sum: Sum, instant: number): void {
  for (let pause; (pause = sum.pauses[sum.pausesTold]) && pause.from <= instant; sum.pausesTold += 1) {
    sum.steps.push({ kind: 'paused', from: new Date(pause.from), to: pause.open ? undefined : new Date(pause.to) })
  }
}

function pauseThroughout(pauses: readonly Standstill[], from: number, to: number): Standstill | undefined {
  return pauses.find((pause) => pause.from <= from && pause.to >= to)
}

function reasonOf({ why, name, provisional }: WorkDay): Reason {
  return name ? { why, name, provisional } : { why, provisional }
}
