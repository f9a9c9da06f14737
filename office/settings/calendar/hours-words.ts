import type { OfficeWeek } from '#contract/regions.ts'

export type Hours = OfficeWeek['usual']

/** As it is written on an office's door: 09:00–12:00, 13:30–17:30. */
export const hoursWords = (hours: Hours, closed: string) => (hours.length === 0 ? closed : hours.map(({ from, to }) => `${from}–${to}`).join(', '))

/** Hours as they were typed, with whatever dash, comma or colon; undefined where they can't be read or follow one another wrongly. */
export function hoursIn(words: string, closed: string): Hours | undefined {
  if (words.trim() === closed) return []
  const intervals = words.split(/[,，、;；]/).map((one) => one.trim().split(/\s*[-–—~～至到]\s*/).map(clockIn))
  const isRight = intervals.every((one, i) => one.length === 2 && one[0] !== undefined && one[1] !== undefined && one[0] < one[1] && (i === 0 || intervals[i - 1]![1]! <= one[0]))
  return isRight ? intervals.map(([from, to]) => ({ from: from!, to: to! })) : undefined
}

function clockIn(words: string): string | undefined {
  const [, hour, minute] = /^(\d{1,2})[:：.点](\d{2})分?$/.exec(words) ?? []
  const [h, m] = [Number(hour), Number(minute)]
  if (hour === undefined || m > 59 || h * 60 + m > 24 * 60) return undefined
  return `${String(h).padStart(2, '0')}:${minute}`
}
