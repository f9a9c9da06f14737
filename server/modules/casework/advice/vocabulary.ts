import { gramsOf } from './grams.ts'

/** What somebody said: its first line says most and counts more. */
export interface Said {
  heading: string
  words: string
}

/** A text as numbers: which grams, each how much. The length of the whole is one. */
export interface Vector {
  ids: Int32Array
  values: Float32Array
}

/** The grams that are known, each with how rare it is. */
export interface Vocabulary {
  ids: ReadonlyMap<string, number>
  rarity: Float32Array
}

const headingCounts = 5
/** Of a long text the beginning counts: learning must not take for ever. */
const lettersMax = 2_000

/** How often each gram stands in what was said. */
export function countsOf({ heading, words }: Said): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string, times: number) => {
    for (const { gram } of gramsOf(text.slice(0, lettersMax))) counts.set(gram, (counts.get(gram) ?? 0) + times)
  }
  add(heading, headingCounts)
  add(words, 1)
  return counts
}

/**
 * Learns which grams there are and how rare each is. What only one person said is left out: it tells nothing of what others
 * will say, and it might tell who said it.
 * @param isKnown of which texts everything may be kept, since everybody may read them
 */
export function vocabularyOf(texts: readonly ReadonlyMap<string, number>[], isKnown: (at: number) => boolean = () => false): Vocabulary {
  const known = new Set<string>()
  texts.forEach((counts, at) => {
    if (isKnown(at)) for (const gram of counts.keys()) known.add(gram)
  })
  const seen = new Map<string, number>()
  for (const counts of texts) {
    for (const gram of counts.keys()) seen.set(gram, (seen.get(gram) ?? 0) + 1)
  }
  const ids = new Map<string, number>()
  const rarity: number[] = []
  for (const [gram, times] of seen) {
    if (times < 2 && !known.has(gram)) continue
    ids.set(gram, rarity.length)
    rarity.push(Math.log((texts.length + 1) / (times + 1)) + 1)
  }
  return { ids, rarity: Float32Array.from(rarity) }
}

/** A text in the numbers of a vocabulary; what is not known to it doesn't count. */
export function vectorOf({ ids, rarity }: Vocabulary, counts: ReadonlyMap<string, number>): Vector {
  const found: [number, number][] = []
  for (const [gram, times] of counts) {
    const id = ids.get(gram)
    if (id !== undefined) found.push([id, times * rarity[id]!])
  }
  found.sort((one, other) => one[0] - other[0])
  const length = Math.sqrt(found.reduce((sum, [, value]) => sum + value * value, 0)) || 1
  return { ids: Int32Array.from(found, ([id]) => id), values: Float32Array.from(found, ([, value]) => value / length) }
}

/** How alike two texts are, from nothing in common to the same. */
export function likenessOf(one: Vector, other: Vector): number {
  let sum = 0
  for (let i = 0, j = 0; i < one.ids.length && j < other.ids.length;) {
    const difference = one.ids[i]! - other.ids[j]!
    if (difference === 0) sum += one.values[i++]! * other.values[j++]!
    else if (difference < 0) i += 1
    else j += 1
  }
  return sum
}
