/** Names of periods, as the API takes them: 2026, 2026-Q4, 2026-11, 2026-11-01..2026-11-15. */
export const periodKinds = ['month', 'quarter', 'year', 'days'] as const
export type PeriodKind = (typeof periodKinds)[number]

export function kindOf(period: string): PeriodKind {
  if (period.includes('..')) return 'days'
  if (period.includes('Q')) return 'quarter'
  return period.length === 4 ? 'year' : 'month'
}

/** The period of a kind in which a day lies; `days`: from the first of its month until itself. */
export function periodAt(kind: PeriodKind, day: string): string {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))]
  if (kind === 'year') return year
  if (kind === 'quarter') return `${year}-Q${Math.ceil(month / 3)}`
  return kind === 'month' ? day.slice(0, 7) : `${day.slice(0, 7)}-01..${day}`
}

/** The period so many of its own lengths later, or earlier where that is negative. Dates are not shifted. */
export function shifted(period: string, by: number): string {
  const kind = kindOf(period)
  const year = Number(period.slice(0, 4))
  if (kind === 'days') return period
  if (kind === 'year') return String(year + by)
  const [length, at] = kind === 'quarter' ? [4, Number(period.slice(6)) - 1] : [12, Number(period.slice(5, 7)) - 1]
  const moved = year * length + at + by
  const [inYear, place] = [Math.floor(moved / length), (((moved % length) + length) % length) + 1]
  return kind === 'quarter' ? `${inYear}-Q${place}` : `${inYear}-${String(place).padStart(2, '0')}`
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** The days from one to another as a period; undefined where they are none. */
export function periodOfDays(from: string, to: string): string | undefined {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000
  return dayPattern.test(from) && dayPattern.test(to) && days >= 0 && days < 731 ? `${from}..${to}` : undefined
}
