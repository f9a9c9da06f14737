import type { CaseState } from '#contract/casework.ts'

/** What is compared of two cases. */
export interface Comparable {
  lon: number | null
  lat: number | null
  category: string | null
  at: number
}

/** An earlier case, as it was when the later one came. */
export interface Earlier extends Comparable {
  isOpen: boolean
  /** The first of its spot (firstsOf): later ones there are likely its repeats themselves. */
  isFirst: boolean
}

/** Metres between two points: near ones, where the earth is flat enough. */
export function metresBetween(one: Comparable, other: Comparable): number | undefined {
  if (one.lon === null || one.lat === null || other.lon === null || other.lat === null) return undefined
  const perDegree = 111_320
  return Math.hypot((one.lat - other.lat) * perDegree, (one.lon - other.lon) * perDegree * Math.cos((one.lat * Math.PI) / 180))
}

/** What speaks for two cases being one trouble, each sign as a number. */
export const signNames = ['near', 'far', 'soon', 'months', 'open', 'kind', 'first', 'words'] as const
const hourMs = 3_600_000

/** @param words how alike the words are, from 0 to 1; undefined where they are not known */
export function signsOf(later: Comparable, earlier: Earlier, words: number | undefined): number[] {
  const metres = metresBetween(later, earlier)
  const hours = Math.max(0, later.at - earlier.at) / hourMs
  const isSameKind = later.category !== null && later.category === earlier.category
  return [
    metres === undefined ? 0 : -Math.log1p(metres / 10),
    metres === undefined ? 0 : -Math.min(metres, 1_000) / 100,
    -Math.log1p(hours),
    -Math.min(hours / (24 * 30), 12),
    earlier.isOpen ? 1 : 0,
    isSameKind ? 1 : 0,
    earlier.isFirst ? 1 : 0,
    words ?? 0,
  ]
}

const sameSpotMetres = 30

/** Which of the earlier ones are open, of the later one's kind, and the first such of their spot. */
export function firstsOf(later: Comparable, earlier: readonly Omit<Earlier, 'isFirst'>[]): boolean[] {
  const able = earlier.filter((one) => one.isOpen && later.category !== null && one.category === later.category)
  const among = new Set(able)
  const isBefore = (one: Comparable, other: Comparable) => other.at < one.at && (metresBetween(one, other) ?? Infinity) < sameSpotMetres
  return earlier.map((one) => among.has(one) && !able.some((other) => isBefore(one, other)))
}

/** How alike: larger is likelier one trouble. */
export const alikeness = (signs: readonly number[], weights: readonly number[] = usualWeights): number =>
  signs.reduce((sum, sign, i) => sum + sign * weights[i]!, 0)

/**
 * Learnt from links that a city's staff wrote between cases (npm run bench -- advice), but for the words: that city's are ticks
 * on a form, so what people write here counts as much as judgement says.
 */
export const usualWeights: readonly number[] = [0.2, 3.1, 0.1, 1, 4.8, 2.3, 0.7, 4]

/** States in which a case is still somebody's work. */
const openStates: readonly CaseState[] = ['received', 'asked', 'accepted', 'dispatched', 'reported']
export const isOpenState = (state: CaseState): boolean => openStates.includes(state)
