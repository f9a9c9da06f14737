import { Temporal } from 'temporal-polyfill'

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second'
const tokens: Record<string, Part> = { yyyy: 'year', MM: 'month', dd: 'day', HH: 'hour', mm: 'minute', ss: 'second' }

/** 2019-02-28 11:25:05, 2019/2/28 11:25, 2019年2月28日, 2019-02-28T11:25:05.120+08:00 … */
const usual = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})秒?(?:[.,]\d{1,9})?|分)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/

/**
 * Reads a time as another platform wrote it. A number is a day count of a spreadsheet, whose first day is 1900-01-01.
 * @param zone of a time that names none
 * @param format of yyyy MM dd HH mm ss; without one the usual ways are read
 * @returns undefined where it is no time, or one that the wall clock never showed
 */
export function readTime(value: string | number, zone: string, format?: string): Date | undefined {
  if (typeof value === 'number') return daysCounted(value, zone)
  const text = value.trim()
  return format ? byFormat(text, zone, format) : usually(text, zone)
}

function usually(text: string, zone: string): Date | undefined {
  const found = usual.exec(text)
  if (!found) return undefined
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0))
  const offset = found[7]
  return instant({ year, month, day, hour, minute, second }, offset === 'Z' ? 'UTC' : (offset ?? zone))
}

function byFormat(text: string, zone: string, format: string): Date | undefined {
  const parts: Partial<Record<Part, number>> = {}
  let at = 0
  for (const piece of piecesOf(format)) {
    const token = tokens[piece]
    const given = text.slice(at, at + piece.length)
    if (token && !/^\d+$/.test(given)) return undefined
    if (!token && given !== piece) return undefined
    if (token) parts[token] = Number(given)
    at += piece.length
  }
  return at === text.length ? instant(parts, zone) : undefined
}

const piecesOf = (format: string): string[] => format.match(/yyyy|MM|dd|HH|mm|ss|[^yMdHms]+|./g) ?? []

/** Does a format say which day at least, with every part once. */
export function isTimeFormat(format: string): boolean {
  const named = piecesOf(format).filter((piece) => piece in tokens)
  return new Set(named).size === named.length && ['yyyy', 'MM', 'dd'].every((one) => named.includes(one))
}

function instant(parts: Partial<Record<Part, number | undefined>>, zone: string): Date | undefined {
  try {
    const wall = Temporal.PlainDateTime.from({ year: 0, month: 0, day: 0, ...parts } as Temporal.PlainDateTimeLike, { overflow: 'reject' })
    return new Date(wall.toZonedDateTime(zone).epochMilliseconds)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const dayMs = 86_400_000
/** Spreadsheets count 1900-02-29, which never was: from March 1900 on the first day seems to be two days earlier. */
const dayNought = Temporal.PlainDate.from('1899-12-30')

function daysCounted(days: number, zone: string): Date | undefined {
  if (!(days >= 61 && days < 2_958_466)) return undefined
  const seconds = Math.round((days % 1) * (dayMs / 1000))
  const wall = dayNought.add({ days: Math.floor(days) }).toPlainDateTime().add({ seconds })
  return new Date(wall.toZonedDateTime(zone).epochMilliseconds)
}

export const isZone = (zone: string): boolean => {
  try {
    dayNought.toZonedDateTime(zone)
    return true
  } catch {
    return false
  }
}
