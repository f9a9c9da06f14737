/** How often a length of time came, in whole minutes. */
export interface Often {
  minutes: number
  count: number
}

/** How many lengths lie between two, both of which came. Bins don't overlap. */
export interface Bin {
  least: number
  most: number
  count: number
}

export interface Spread {
  count: number
  median: number | null
  /** Nine of ten took no longer. */
  ninth: number | null
}

const tenths = [0.5, 0.9] as const

/** The middle and the ninth tenth of lengths: each is one that came (nearest rank), never one in between. */
export function spreadOf(lengths: readonly Often[]): Spread {
  return spreadIn(lengths.map(({ minutes, count }) => ({ least: minutes, most: minutes, count })), [])
}

/** The bins in which the middle and the ninth tenth lie. */
export function binsFor(bins: readonly Bin[]): Bin[] {
  const { sorted, ranks } = ranksOf(bins)
  return [...new Set(ranks.flatMap((rank) => binAt(sorted, rank)?.bin ?? []))]
}

/** The same as of single lengths. @param lengths at least all that lie in the bins of binsFor, where these are wider than one length */
export function spreadIn(bins: readonly Bin[], lengths: readonly Often[]): Spread {
  const { sorted, count, ranks } = ranksOf(bins)
  const [median, ninth] = ranks.map((rank) => {
    const at = binAt(sorted, rank)
    if (!at) return null
    const { bin: { least, most }, before } = at
    return least === most ? least : lengthAt(lengths.filter(({ minutes }) => minutes >= least && minutes <= most), rank - before)
  })
  return { count, median: median ?? null, ninth: ninth ?? null }
}

function ranksOf(bins: readonly Bin[]) {
  const sorted = bins.toSorted((a, b) => a.least - b.least)
  const count = sorted.reduce((sum, one) => sum + one.count, 0)
  return { sorted, count, ranks: tenths.map((tenth) => Math.ceil(count * tenth)) }
}

/** The bin of a rank, and how many are in those before it. */
function binAt(sorted: readonly Bin[], rank: number): { bin: Bin; before: number } | undefined {
  let before = 0
  for (const bin of sorted) {
    if (rank > 0 && before + bin.count >= rank) return { bin, before }
    before += bin.count
  }
  return undefined
}

function lengthAt(lengths: readonly Often[], rank: number): number | null {
  let passed = 0
  for (const { minutes, count } of lengths.toSorted((a, b) => a.minutes - b.minutes)) {
    passed += count
    if (passed >= rank) return minutes
  }
  return null
}
