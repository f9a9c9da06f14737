// The tables and not the functions of chinese-days: its functions read the weekday in the time zone of the machine,
// and answer for a year without a notice as if it had no holidays.
import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Calendar, DayKind, Name, OfficeInterval } from './calendar.ts'

/** A day that differs from the week: a weekday off (`works: false`), or a weekend day worked (`works: true`, 调休). */
export type ImportedDay = { date: string, works: boolean, name?: Name }

/**
 * A holiday notice, or a place's own correction. For the years that it publishes it is the whole list and replaces what
 * was known. Its days in other years are changed one by one: the notice of a year may move days of the December before.
 */
export type ImportedDays = { publishes: readonly number[], days: readonly ImportedDay[] }

type Exceptions = Map<string, { works: boolean, name: Name | undefined }>

/** Where nothing else is said. */
export const USUAL_OFFICE: readonly OfficeInterval[] = [{ from: '09:00', to: '12:00' }, { from: '13:30', to: '17:30' }]

const FULL_NAMES: Record<string, string> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' }

const PUBLISHED = publishedExceptions()

/** The years that the State Council's notices in this version cover, in order. Exact from 2007 on. */
export const PUBLISHED_YEARS: readonly number[] =
  [...new Set([...PUBLISHED.keys()].map((date) => Number(date.slice(0, 4))))].toSorted((a, b) => a - b)

/**
 * The state calendar of China: weekends, holidays and moved working days (调休) by the State Council's yearly notices,
 * with the usual office hours. Other hours: `{ ...stateCalendar(), offices }`. Years published later, or
 * corrected, are imported; a year missing in between ends what counts as published.
 */
export function stateCalendar(imported: ImportedDays = { publishes: [], days: [] }): Calendar {
  const exceptions = withImported(imported)
  const years = new Set([...PUBLISHED_YEARS, ...imported.publishes])
  let publishedUntilYear = PUBLISHED_YEARS[0] ?? 0
  while (years.has(publishedUntilYear + 1)) publishedUntilYear += 1
  return {
    zone: 'Asia/Shanghai',
    offices: USUAL_OFFICE,
    days: (date) => dayKind(date, exceptions),
    publishedUntilYear,
  }
}

function dayKind(date: string, exceptions: Exceptions): DayKind {
  const weekday = new Date(`${date}T00:00Z`).getUTCDay()
  const weekend = weekday === 0 || weekday === 6
  const exception = exceptions.get(date)
  if (!exception) return weekend ? { works: false, why: 'weekend' } : { works: true, why: 'weekday' }
  const { works, name } = exception
  const why = !works ? 'holiday' : weekend ? 'moved_working_day' : 'weekday'
  return name ? { works, why, name } : { works, why }
}

function withImported({ publishes, days }: ImportedDays): Exceptions {
  if (publishes.length === 0 && days.length === 0) return PUBLISHED
  const replaced = new Set(publishes)
  const exceptions: Exceptions = new Map([...PUBLISHED].filter(([date]) => !replaced.has(Number(date.slice(0, 4)))))
  for (const { date, works, name } of days) exceptions.set(realDate(date), { works, name })
  return exceptions
}

function publishedExceptions(): Exceptions {
  const of = (table: Record<string, string>, works: boolean) =>
    Object.entries(table).map(([date, entry]) => [date, { works, name: nameOf(entry) }] as const)
  return new Map([...of(published.holidays, false), ...of(published.workdays, true)])
}

/** An entry reads "Tomb-sweeping Day,清明,1". */
function nameOf(entry: string): Name {
  const [en = '', zh = ''] = entry.split(',')
  return { zh: FULL_NAMES[zh] ?? zh, en }
}

function realDate(date: string): string {
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? new Date(`${date}T00:00Z`) : undefined
  if (at && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date)) return date
  throw new RangeError(`A calendar day is written YYYY-MM-DD and exists; "${date}" does not.`)
}
