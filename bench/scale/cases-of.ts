import { categories } from '#server/demo/cast.ts'
import { committees, type OneCase } from './case-text.ts'
import type { Plot } from './stories.ts'

/** A county's cases of five years: most were finished long ago, the newest three in a hundred are open. */
export interface Cases {
  howMany: number
  /** When the newest came. */
  until: number
  /** Residents, each with a few cases. */
  persons: readonly string[]
  /** Residents who reported as many in a large county as in a small one: it is their lists that are read. */
  busy: readonly string[]
  addresses: readonly string[]
}

/** More than a web process remembers, so that each is read anew when its turn comes round. */
export const casesOfTheBusy = 2_400
const fiveYears = 5 * 365 * 86_400_000
const openShare = 0.03
const lateShare = 0.15

type Weighted<T> = readonly (readonly [T, number])[]
const ends: Weighted<Plot> = [['by a department', 40], ['by the committee', 20], ['in public', 15], ['sent up', 10], ['declined', 10], ['withdrawn', 5]]
const stages: Weighted<Plot> = [['received', 38], ['dispatched', 32], ['accepted', 10], ['reported', 4], ['closed', 8], ['asked', 8]]
/** The first committee and the first category are busier than others: it is their lists that are read. */
const ofCommittee: Weighted<number> = committees.map((_, i) => [i, i === 0 ? 36 : 8])
const ofCategory: Weighted<number> = categories.map((_, i) => [i, i === 0 ? 34 : 6])

/** The case at a place, the same whenever it is asked for; those of the busy are alike in counties of every size. */
export function caseAt(cases: Cases, n: number): OneCase {
  const { howMany, until, persons, busy, addresses } = cases
  const turn = Math.floor(((n + 1) * casesOfTheBusy) / howMany)
  const isOfBusy = turn > Math.floor((n * casesOfTheBusy) / howMany)
  const seed = isOfBusy ? turn * 7_919 : n
  const draw = (what: number) => drawOf(seed * 31 + what)
  const isOpen = n >= howMany * (1 - openShare)
  return {
    n, number: n + 1, receivedAt: Math.floor(until - ((howMany - n) / howMany) * fiveYears),
    person: isOfBusy ? busy[turn % busy.length]! : persons[Math.floor(draw(1) * persons.length)]!,
    address: addresses[n % addresses.length]!,
    plot: weighted(isOpen ? stages : ends, draw(2)),
    committee: weighted(ofCommittee, draw(3)),
    category: weighted(ofCategory, draw(4)),
    isLate: isOpen && draw(5) < lateShare,
  }
}

/** The places of the cases of the busy. */
export const placesOfBusy = (howMany: number): number[] =>
  Array.from({ length: casesOfTheBusy }, (_, i) => Math.ceil(((i + 1) * howMany) / casesOfTheBusy) - 1)

function weighted<T>(choices: Weighted<T>, share: number): T {
  let left = share * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [choice, weight] of choices) {
    left -= weight
    if (left < 0) return choice
  }
  return choices[0]![0]
}

/** A number from 0 to 1 that looks like chance (splitmix32). */
function drawOf(seed: number): number {
  let z = (seed + 0x9e3779b9) | 0
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad)
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
  return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32
}
