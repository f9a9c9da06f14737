import { alikeness, firstsOf, isOpenState, metresBetween, signsOf, type Comparable, type Earlier } from './likeness.ts'
import { likenesses } from './pairs.ts'
import type { Neighbour } from './similar.sql.ts'

/** So long ago another case may be the same trouble. */
export const daysBack = 180
/** Words are compared with those that are likeliest without them. */
const comparedMax = 60

export interface Subject extends Comparable {
  words: string
}

/** Neighbours that are likely the same trouble, the likeliest first. */
export function nearAlike(subject: Subject, neighbours: readonly Neighbour[], max: number): Neighbour[] {
  const then = neighbours.map(({ lon, lat, category, received_at, state }) => ({ lon, lat, category, at: received_at.getTime(), isOpen: isOpenState(state) }))
  const isFirst = firstsOf(subject, then)
  const comparable = neighbours.map((one, i) => ({ one, earlier: { ...then[i]!, isFirst: isFirst[i]! } }))
  const before = (alike?: number) => ({ one, earlier }: (typeof comparable)[number]) => ({ one, earlier, signs: signsOf(subject, earlier, alike) })
  const first = comparable.map(before()).toSorted((a, b) => alikeness(b.signs) - alikeness(a.signs)).slice(0, comparedMax)
  const words = likenesses(subject.words, first.map(({ one }) => one.words))
  return first
    .flatMap(({ one, earlier }, i) => (isLikely(subject, earlier, words[i]!) ? [{ one, signs: signsOf(subject, earlier, words[i]!) }] : []))
    .toSorted((a, b) => alikeness(b.signs) - alikeness(a.signs))
    .slice(0, max)
    .map(({ one }) => one)
}

/** Farther away it is another trouble, whatever is said of it. */
const metresMax = 1_500
const sameSpotMetres = 30
/** So alike words must be, from 0 to 1: less where it is the same kind of trouble. */
const wordsLeast = 0.15
const wordsLeastSameKind = 0.06

function isLikely(subject: Subject, earlier: Earlier, words: number): boolean {
  const metres = metresBetween(subject, earlier)
  if (metres !== undefined && metres > metresMax) return false
  const isSameKind = subject.category !== null && subject.category === earlier.category
  return words >= (isSameKind ? wordsLeastSameKind : wordsLeast) || (isSameKind && metres !== undefined && metres <= sameSpotMetres)
}
