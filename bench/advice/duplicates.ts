import { firstsOf, metresBetween, signNames, signsOf, usualWeights } from '#server/modules/casework/advice/likeness.ts'
import { likenesses } from '#server/modules/casework/advice/pairs.ts'
import { round } from './folds.ts'
import { nearBy } from './near-by.ts'
import { readLinks, readRequests, readWritten, type Link, type Request } from './requests.ts'
import { learnWeights, rankOf, ranksOf, type Choice } from './weights.ts'

/** How often the right one comes first: of all links, and of those whose right one came earlier at all. */
export interface Ranked { of_all: number; of_possible: number }

export interface Duplicates {
  links: number
  possible: number
  /** How many earlier ones are weighed for each, and how often the right one is among them. */
  candidates_mean: number
  right_among_candidates: number
  nearest_30m_14days: Ranked
  nearest_100m_60days: Ranked
  /** Place, time and kind; then also what was open when the later one came, and first of its spot; then without what had been merged before. */
  place_time_kind: Ranked
  and_open: Ranked
  and_merged: Ranked
  among_first_five: Ranked
  /** The same with the weights that the product brings along: not judged on cases of their own. */
  as_shipped: Ranked
  /** Only requests whose words are known, one in five: the same with words and without. */
  with_words: Ranked
  without_words: Ranked
  weights: Record<string, number>
  words_weight: number
}

const dayMs = 86_400_000
/** As the product looks: near, and no older than this. */
const metresMax = 200
const daysMax = 180

interface Asked extends Link { near: Request[] }

/**
 * Requests of a city whose staff wrote that one is a duplicate of another: does that other one come first among all earlier
 * ones? Weights are learnt on four fifths of the links, no master in both, and judged on the rest.
 */
export function measureDuplicates(): Duplicates {
  const requests = readRequests()
  const links = readLinks(requests)
  const possible = links.filter(({ later, right }) => right.at < later.at)
  const asked = askAmong(requests, possible)
  const share = (n: number): Ranked => ({ of_all: round(n / links.length), of_possible: round(n / possible.length) })
  const nearest = (metres: number, days: number) => share(asked.filter((one) => nearestOf(one, metres, days) === one.right).length)
  const firsts = (choices: Choice[], upTo = 1) => share(ranksOf(choices).filter((rank) => rank >= 0 && rank < upTo).length)
  const merged = choicesOf(withoutMerged(asked, links), signsThen)
  return {
    links: links.length, possible: possible.length,
    candidates_mean: round(asked.reduce((sum, { near }) => sum + near.length, 0) / asked.length),
    right_among_candidates: round(asked.filter(({ near, right }) => near.includes(right)).length / asked.length),
    nearest_30m_14days: nearest(30, 14),
    nearest_100m_60days: nearest(100, 60),
    place_time_kind: firsts(choicesOf(asked, (later, near) => near.map((one) => signsOf(later, { ...one, isOpen: false, isFirst: false }, undefined)))),
    and_open: firsts(choicesOf(asked, signsThen)),
    and_merged: firsts(merged),
    among_first_five: firsts(merged, 5),
    weights: Object.fromEntries(learnWeights(merged).map((weight, i) => [signNames[i]!, round(weight)])),
    as_shipped: share(merged.filter((one) => rankOf(one, usualWeights) === 0).length),
    ...measureWords(requests, links, possible, firsts),
  }
}

function measureWords(requests: readonly Request[], links: readonly Link[], possible: readonly Link[], firsts: (choices: Choice[]) => Ranked) {
  const written = readWritten()
  const asked = withoutMerged(askAmong(requests.filter(({ id }) => written.has(id)), possible), links)
  const without = choicesOf(asked, signsThen)
  const withWords = asked.map(({ later, near }, i): Choice => {
    const alike = likenesses(written.get(later.id)!, near.map((one) => written.get(one.id)!))
    return { ...without[i]!, signs: signsThen(later, near, alike) }
  })
  return {
    with_words: firsts(withWords),
    without_words: firsts(without),
    words_weight: round(learnWeights(withWords).at(-1)!),
  }
}

function askAmong(requests: readonly Request[], links: readonly Link[]): Asked[] {
  const around = nearBy(requests)
  return links.map((link) => ({
    ...link, near: around(link.later, metresMax).filter((one) => one.at < link.later.at && link.later.at - one.at < daysMax * dayMs),
  }))
}

/** What was merged into an earlier one before the later one came stands no longer by itself. */
function withoutMerged(asked: readonly Asked[], links: readonly Link[]): Asked[] {
  const master = new Map(links.map(({ later, right }) => [later, right]))
  const isMerged = (one: Request, at: number) => (master.get(one)?.at ?? Infinity) < one.at && one.closedAt < at
  return asked.map((one) => ({ ...one, near: one.near.filter((other) => other === one.right || !isMerged(other, one.later.at)) }))
}

const choicesOf = (asked: readonly Asked[], signs: (later: Request, near: readonly Request[]) => number[][]): Choice[] =>
  asked.map(({ later, right, near }) => ({ group: right.id, right: near.indexOf(right), signs: signs(later, near) }))

/** Signs as they were when the later one came. */
function signsThen(later: Request, near: readonly Request[], words: readonly number[] = []): number[][] {
  const then = near.map((one) => ({ ...one, isOpen: one.closedAt > later.at }))
  const isFirst = firstsOf(later, then)
  return then.map((one, i) => signsOf(later, { ...one, isFirst: isFirst[i]! }, words[i]))
}

function nearestOf({ later, near }: Asked, metres: number, days: number): Request | undefined {
  const within = near.filter((one) => one.category === later.category && metresBetween(later, one)! <= metres && later.at - one.at < days * dayMs)
  return within.toSorted((one, other) => metresBetween(later, one)! - metresBetween(later, other)!)[0]
}
