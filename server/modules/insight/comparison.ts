import type { comparisons } from '#contract/figure-keys.ts'

/** A body's part of a whole within one kind of work: so many on time of so many due, say. */
export interface Stratum {
  body: string
  /** What makes work alike: its category. */
  kind: string
  part: number
  whole: number
}

export type Verdict = (typeof comparisons)[number]

/** What a body did beside what its mix of work takes elsewhere. */
export interface Compared {
  /** Of the work that others have too. */
  whole: number
  part: number
  /** The part that it would be if each kind of work went as it goes at all others. */
  expected: number
  /** In standard errors above what is expected; null where that can't be said. */
  distance: number | null
  verdict: Verdict
}

/** Fewer than so many say nothing of a body; nor do fewer than so many of either sort that chance alone would give. */
export const comparedFrom = 20
const eachSortFrom = 5

/** Beyond the first, one of twenty bodies would lie by chance alone; beyond the second, one of five hundred. */
const [limit, farLimit] = [1.96, 3.09]

/**
 * Compares each body with what its mix of work takes elsewhere, where more is better: indirect standardisation, observed
 * beside expected, each body left out of its own reference. For body b and kinds of work k with n of b's, N of all,
 *
 *   expected = Σ n · p_elsewhere,  p_elsewhere = (X − x) ÷ (N − n);
 *   distance = (Σ x − expected) ÷ √ Σ p (1 − p) · n · N ÷ (N − n),  p = X ÷ N,
 *
 * which for one kind of work is the test of two proportions with pooled variance. A kind that nobody else has is left
 * out: there is nothing to compare it with. Expected from a reference's rates: Breslow and Day, Statistical Methods in
 * Cancer Research II (1987), 2.3; limits at 95 and 99.8 percent instead of ranks: Spiegelhalter, Funnel plots for comparing
 * institutional performance, Statistics in Medicine 24 (2005).
 */
export function compare(strata: readonly Stratum[]): Map<string, Compared> {
  const all = new Map<string, { part: number; whole: number }>()
  for (const { kind, part, whole } of strata) {
    const sum = all.get(kind) ?? { part: 0, whole: 0 }
    all.set(kind, { part: sum.part + part, whole: sum.whole + whole })
  }
  return new Map([...Map.groupBy(strata, ({ body }) => body)].map(([body, own]) => [body, beside(joined(own), all)]))
}

/** One line for each kind of work, however it was handed over. */
function joined(own: readonly Stratum[]): Pick<Stratum, 'kind' | 'part' | 'whole'>[] {
  return [...Map.groupBy(own, ({ kind }) => kind)].map(([kind, rows]) => ({
    kind, part: rows.reduce((sum, one) => sum + one.part, 0), whole: rows.reduce((sum, one) => sum + one.whole, 0),
  }))
}

function beside(own: readonly Pick<Stratum, 'kind' | 'part' | 'whole'>[], all: ReadonlyMap<string, { part: number; whole: number }>): Compared {
  const sums = { whole: 0, part: 0, expected: 0, variance: 0, likely: 0 }
  for (const { kind, part, whole } of own) {
    const { part: allPart, whole: allWhole } = all.get(kind)!
    const elsewhere = allWhole - whole
    if (elsewhere === 0 || whole === 0) continue
    const pooled = allPart / allWhole
    sums.whole += whole
    sums.part += part
    sums.expected += (whole * (allPart - part)) / elsewhere
    sums.variance += (pooled * (1 - pooled) * whole * allWhole) / elsewhere
    sums.likely += whole * pooled
  }
  const { whole, part, expected } = sums
  const isEnough = whole >= comparedFrom && sums.likely >= eachSortFrom && whole - sums.likely >= eachSortFrom
  const distance = isEnough && sums.variance > 0 ? (part - expected) / Math.sqrt(sums.variance) : null
  return { whole, part, expected, distance, verdict: distance === null ? (whole >= comparedFrom && sums.variance === 0 ? 'same' : 'too_few') : verdictOf(distance) }
}

function verdictOf(distance: number): Verdict {
  if (Math.abs(distance) < limit) return 'same'
  const isFar = Math.abs(distance) >= farLimit
  return distance > 0 ? (isFar ? 'much_better' : 'better') : isFar ? 'much_worse' : 'worse'
}
