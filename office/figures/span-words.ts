import type { useSay } from '../say.ts'

const hour = 60
const day = 24 * hour

/** Minutes in the unit in which people say them: minutes below an hour, hours below two days, then days. */
export function spanText(t: ReturnType<typeof useSay>['t'], minutes: number | null): string {
  if (minutes === null) return '—'
  if (minutes < hour) return t('figures.page.minutes', { count: minutes })
  if (minutes < 2 * day) return t('figures.page.hours', { count: tenth(minutes / hour) })
  return t('figures.page.inDays', { count: tenth(minutes / day) })
}

const tenth = (number: number) => Math.round(number * 10) / 10
