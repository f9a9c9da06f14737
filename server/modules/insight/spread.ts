/** How often a length of time came, in whole minutes. */
export interface Often {
  minutes: number
  count: number
}

export interface Spread {
  count: number
  median: number | null
  /** Nine of ten took no longer. */
  ninth: number | null
}

/** The middle and the ninth tenth of lengths: each is one that came (nearest rank), never one in between. */
export function spreadOf(lengths: readonly Often[]): Spread {
  const sorted = lengths.toSorted((a, b) => a.minutes - b.minutes)
  const count = sorted.reduce((sum, one) => sum + one.count, 0)
  return { count, median: atRank(sorted, Math.ceil(count * 0.5)), ninth: atRank(sorted, Math.ceil(count * 0.9)) }
}

function atRank(sorted: readonly Often[], rank: number): number | null {
  let passed = 0
  for (const { minutes, count } of sorted) {
    passed += count
    if (passed >= rank) return minutes
  }
  return null
}
