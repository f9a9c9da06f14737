import { MINUTE, zoneDay, zoneDayAt, type ZoneDay } from '#server/kernel/zone-day.ts'

/** Days from one to another, both included, and the instants at which they begin and end in a zone. */
export interface Stretch {
  from: string
  to: string
  /** Milliseconds of the epoch; `end` is the first instant that is no longer of it. */
  start: number
  end: number
}

/** What figures are counted over. */
export interface Period extends Stretch {
  name: string
  /** What it is compared with: the year, quarter or month before, or as many days. */
  before: Stretch
  /** In order, without gaps: days, weeks that begin on Monday, or months, cut where the period is. */
  parts: readonly Stretch[]
}

const daysMax = 731

/** Reads a period as it is written in an address. Undefined where there is no such one. */
export function periodOf(name: string, zone: string): Period | undefined {
  const [first, last] = daysOf(name) ?? []
  if (first === undefined || last === undefined || last < first || last - first >= daysMax) return undefined
  const whole = stretch(zone, first, last)
  return { ...whole, name, before: before(name, zone, first, last), parts: partsOf(zone, first, last) }
}

/** The month in which an instant falls. */
export const monthAt = (zone: string, at: Date): string => zoneDayAt(zone, at.getTime()).date.slice(0, 7)

/** The month before one, each written as 2026-11. */
export function monthBefore(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number - 2)).toISOString().slice(0, 7)
}

/** Numbers of the first and the last day. */
function daysOf(name: string): [number, number] | undefined {
  const [, year = '', rest = ''] = /^(\d{4})(.*)$/.exec(name) ?? []
  if (Number(year) < 1970) return undefined
  if (rest === '') return months(Number(year), 1, 12)
  const quarter = /^-Q([1-4])$/.exec(rest)?.[1]
  if (quarter) return months(Number(year), Number(quarter) * 3 - 2, 3)
  const month = /^-(\d{2})$/.exec(rest)?.[1]
  if (month) return Number(month) >= 1 && Number(month) <= 12 ? months(Number(year), Number(month), 1) : undefined
  const [, from = '', to = ''] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(name) ?? []
  const [first, last] = [numberOfDay(from), numberOfDay(to)]
  return first === undefined || last === undefined ? undefined : [first, last]
}

/** From the first of a month on, so many months; months beyond a year's end run on. */
const months = (year: number, month: number, count: number): [number, number] =>
  [Date.UTC(year, month - 1) / DAY, Date.UTC(year, month - 1 + count) / DAY - 1]

const DAY = 1440 * MINUTE

/** The days of a stretch, in order. */
export function daysOfStretch(zone: string, { from, to }: Pick<Stretch, 'from' | 'to'>): Stretch[] {
  const [first, last] = [numberOfDay(from)!, numberOfDay(to)!]
  return Array.from({ length: last - first + 1 }, (_, i) => stretch(zone, first + i, first + i))
}

/** The month that begins on a day; undefined where none does. */
export function monthFrom(zone: string, { from }: Pick<Stretch, 'from'>): Stretch | undefined {
  const first = numberOfDay(from)!
  return from.endsWith('-01') ? stretch(zone, first, nextMonth(first) - 1) : undefined
}

/** Undefined for a date that is not there, such as 30 February. */
function numberOfDay(date: string): number | undefined {
  const number = Date.parse(`${date}T00:00:00Z`) / DAY
  return Number.isInteger(number) && dateOf(number) === date ? number : undefined
}

const dateOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10)

function before(name: string, zone: string, first: number, last: number): Stretch {
  const monthCount = name.length === 4 ? 12 : /-Q/.test(name) ? 3 : name.length === 7 ? 1 : undefined
  if (monthCount === undefined) return stretch(zone, first - (last - first + 1), first - 1)
  const begun = new Date(first * DAY)
  const [from] = months(begun.getUTCFullYear(), begun.getUTCMonth() + 1 - monthCount, 1)
  return stretch(zone, from, first - 1)
}

function partsOf(zone: string, first: number, last: number): Stretch[] {
  const days = last - first + 1
  const nextOf = days <= 14 ? (day: number) => day + 1 : days <= 100 ? nextMonday : nextMonth
  const parts: Stretch[] = []
  for (let day = first; day <= last; day = nextOf(day)) parts.push(stretch(zone, day, Math.min(nextOf(day) - 1, last)))
  return parts
}

/** Days are counted from a Thursday. */
const nextMonday = (day: number) => day + 7 - ((day + 3) % 7)

function nextMonth(day: number): number {
  const date = new Date(day * DAY)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / DAY
}

function stretch(zone: string, first: number, last: number): Stretch {
  const [from, to]: ZoneDay[] = [zoneDay(zone, first), zoneDay(zone, last)]
  return { from: from!.date, to: to!.date, start: from!.start, end: to!.end }
}
