/** What a leader’s attention holds in a day: cards above the limit wait in the digest. */
export const leftToday = (limit: number, decidedToday: number): number => Math.max(0, limit - decidedToday)

/** How many of what waits lie above what is left of the limit. */
export const beyondLimit = (waiting: number, limit: number, decidedToday: number): number => Math.max(0, waiting - leftToday(limit, decidedToday))

export interface Movement {
  category: string
  /** Of late. */
  count: number
  /** In the time before, which is so many times as long. */
  before: number
}

/** How many times as long the time before is: four weeks beside at most two days. */
export const timesAsLong = 14
const atLeast = 5
const timesUsual = 3

/**
 * Categories of which far more came than is usual: at least three times, and at least five, so that two instead of none
 * is no movement. The most unusual first.
 */
export function unusualOf(movements: readonly Movement[]): { category: string; count: number; usual: number }[] {
  return movements
    .map(({ category, count, before }) => ({ category, count, usual: before / timesAsLong }))
    .filter(({ count, usual }) => count >= atLeast && count >= timesUsual * usual)
    .toSorted((a, b) => b.count - b.usual - (a.count - a.usual))
}
