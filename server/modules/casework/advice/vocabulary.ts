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
export const lettersMax = 2_000

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

/** A text by the numbers of its grams, for learning from many. */
export interface Counted {
  ids: Int32Array
  times: Float32Array
}

/** Numbers a text's grams; new ones get the next numbers. */
export function countedBy(numbers: Map<string, number>, counts: ReadonlyMap<string, number>): Counted {
  const ids = Int32Array.from(counts.keys(), (gram) => {
    const known = numbers.get(gram) ?? numbers.size
    numbers.set(gram, known)
    return known
  })
  return { ids, times: Float32Array.from(counts.values()) }
}

/** Which grams count, each with its place among those and how rare it is. */
export interface Rarities {
  /** By a gram's number; -1 where it doesn't count. */
  places: Int32Array
  rarity: Float32Array
}

/**
 * Learns which grams there are and how rare each is. What only one person said is left out: it tells nothing of what others
 * will say, and it might tell who said it.
 * @param isKnown of which texts everything may be kept, since everybody may read them
 */
export function raritiesOf(texts: readonly Counted[], grams: number, isKnown: (at: number) => boolean = () => false): Rarities {
  const seen = new Int32Array(grams)
  const known = new Uint8Array(grams)
  texts.forEach(({ ids }, at) => {
    for (const id of ids) seen[id]! += 1
    if (isKnown(at)) for (const id of ids) known[id] = 1
  })
  const places = new Int32Array(grams).fill(-1)
  const rarity: number[] = []
  for (let id = 0; id < grams; id++) {
    if (seen[id]! < 2 && !known[id]) continue
    places[id] = rarity.length
    rarity.push(Math.log((texts.length + 1) / (seen[id]! + 1)) + 1)
  }
  return { places, rarity: Float32Array.from(rarity) }
}

/** A counted text in the numbers of what counts. */
export function vectorBy({ places, rarity }: Rarities, { ids, times }: Counted): Vector {
  const found: [number, number][] = []
  ids.forEach((id, i) => places[id]! >= 0 && found.push([places[id]!, times[i]! * rarity[places[id]!]!]))
  return ofLengthOne(found)
}

/** A text in the numbers of a vocabulary; what is not known to it doesn't count. */
export function vectorOf({ ids, rarity }: Vocabulary, counts: ReadonlyMap<string, number>): Vector {
  const found: [number, number][] = []
  for (const [gram, times] of counts) {
    const id = ids.get(gram)
    if (id !== undefined) found.push([id, times * rarity[id]!])
  }
  return ofLengthOne(found)
}

function ofLengthOne(found: readonly [number, number][]): Vector {
  const length = Math.sqrt(found.reduce((sum, [, value]) => sum + value * value, 0)) || 1
  return { ids: Int32Array.from(found, ([id]) => id), values: Float32Array.from(found, ([, value]) => value / length) }
}
