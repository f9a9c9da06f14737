import { clockKinds, rates, smallBelow, type FigureKey } from '#contract/figure-keys.ts'
import type { Figures } from '#contract/figures.ts'

type Counts = Record<string, number>

/** One line of what a tired reader must know: how many, what share, whether it grew, where most of it lies. */
export interface Worry {
  figure: FigureKey
  count: number
  share: number | null
  before: number | null
  most: { body: Figures['bodies'][number]['body']; count: number } | null
}

/** Bodies that say “solved” far more often than residents do. */
export interface Gap {
  claimed: number
  solved: number
}

const gapFrom = 0.2

/** What is late or has lain too long, the most first. */
export function worriesOf(figures: Pick<Figures, 'counts' | 'before' | 'bodies' | 'body'>): Worry[] {
  const { counts, before } = figures
  const late = clockKinds.map((kind) => worry(figures, `${kind}.late`, share(counts, `${kind}.late`, `${kind}.all`), share(before, `${kind}.late`, `${kind}.all`)))
  const older = worry(figures, 'open.older', share(counts, 'open.older', 'open'), null)
  const unsolved = worry(figures, 'rated.unsolved', share(counts, 'rated.unsolved', 'rated'), share(before, 'rated.unsolved', 'rated'))
  return [...late, older, unsolved].filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count)
}

function worry({ counts, bodies, body }: Pick<Figures, 'counts' | 'bodies' | 'body'>, figure: FigureKey, part: number | null, before: number | null): Worry {
  const per = bodies.map((one) => ({ body: one.body, count: one.counts[figure] ?? 0 })).toSorted((a, b) => b.count - a.count)
  const [first, second] = per
  // Where two have as many, or there is only one to see, nobody is named.
  const stands = body === null && first && first.count > (second?.count ?? 0) && bodies.length > 1
  return { figure, count: counts[figure] ?? 0, share: part, before, most: stands ? first : null }
}

export function gapOf(counts: Counts): Gap | undefined {
  if ((counts[rates.claimed.whole] ?? 0) < smallBelow || (counts[rates.solved.whole] ?? 0) < smallBelow) return undefined
  const [claimed, solved] = [share(counts, rates.claimed.part, rates.claimed.whole)!, share(counts, rates.solved.part, rates.solved.whole)!]
  return claimed - solved >= gapFrom ? { claimed, solved } : undefined
}

/** A part of a whole, or null where there is no whole. */
export function share(counts: Counts, part: FigureKey, whole: FigureKey): number | null {
  return counts[whole] ? (counts[part] ?? 0) / counts[whole] : null
}
