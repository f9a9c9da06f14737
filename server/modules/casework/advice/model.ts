import { heightOf, learnPlanes, randomFrom, sharesOf, sharpnessFor, shuffle, type Planes } from './classifier.ts'
import { gramsOf } from './grams.ts'
import { countsOf, vectorOf, vocabularyOf, type Said, type Vocabulary } from './vocabulary.ts'

/** What was said, and what it turned out to be: a category, the body that solved it, the place. */
export interface Example {
  said: Said
  label: string
  /** It came with the product: everybody may know every word of it. */
  isShipped?: true
}

/** What was learnt: enough to judge new words and to say why. */
export interface Model {
  labels: readonly string[]
  vocabulary: Vocabulary
  planes: Planes
  sharpness: number
  /** How many examples it learnt from, and how many of those it had right when it had not learnt from them. */
  examples: number
  right: number
}

/** Of what a resident wrote, the first line is the heading. */
export function saidOf(words: string): Said {
  const [line = ''] = words.trim().split(/[\n。！？!?]/)
  return { heading: line.slice(0, 40), words }
}

export interface Suggestion {
  label: string
  /** From 0 to 1: of a hundred suggestions with 0.8, some eighty are right. */
  confidence: number
}

/** Below this nothing is suggested: a wrong suggestion costs more than none. */
export const confidenceLeast = 0.5
/** More kinds than this are not learnt: the rarest stay out. */
export const labelsMax = 60
const gramsMax = 30_000
/** So often must a label stand among the examples. */
const perLabelLeast = 2
/** Up to so many examples are each judged once by planes that did not learn from them; of more, one part is. */
const foldedWholeMax = 2_000
const folds = 5

/** Learns from examples, oldest first. Undefined where there is too little to tell two labels apart. */
export function learn(all: readonly Example[]): Model | undefined {
  const labels = labelsOf(all)
  if (labels.length < 2) return undefined
  const place = new Map(labels.map((label, i) => [label, i]))
  const examples = all.filter(({ label }) => place.has(label))
  const counts = examples.map(({ said, isShipped = false }): Counts => ({ grams: countsOf(said), isShipped }))
  const answers = examples.map(({ label }) => place.get(label)!)
  const { heights, tried } = judgeUnseen(counts, answers, labels.length)
  const right = tried.filter((i, at) => highest(heights[at]!) === answers[i]).length
  const whole = planesOf(counts, answers, labels.length)
  const sharpness = sharpnessFor(heights, tried.map((i) => answers[i]!))
  return { labels, ...whole, sharpness, examples: examples.length, right: Math.round((right / Math.max(1, tried.length)) * examples.length) }
}

function labelsOf(examples: readonly Example[]): string[] {
  const times = new Map<string, number>()
  for (const { label } of examples) times.set(label, (times.get(label) ?? 0) + 1)
  const known = [...times].filter(([, n]) => n >= perLabelLeast)
  return known.sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, labelsMax).map(([label]) => label)
}

/** An example as it is learnt from. */
interface Counts {
  grams: ReadonlyMap<string, number>
  isShipped: boolean
}

function planesOf(counts: readonly Counts[], answers: readonly number[], classes: number): { vocabulary: Vocabulary; planes: Planes } {
  const vocabulary = vocabularyOf(counts.map(({ grams }) => grams), (at) => counts[at]!.isShipped)
  const planes = learnPlanes(counts.map(({ grams }) => vectorOf(vocabulary, grams)), answers, classes, vocabulary.rarity.length)
  return keepHeaviest(vocabulary, planes)
}

/** Most grams count for next to nothing: those stay out of what is kept. */
function keepHeaviest({ ids, rarity }: Vocabulary, planes: Planes): { vocabulary: Vocabulary; planes: Planes } {
  const weigh = (id: number) => rarity[id]! * Math.max(...planes.map((plane) => Math.abs(plane[id]!)))
  const kept = [...ids].map(([gram, id]) => ({ gram, id, weight: weigh(id) })).sort((one, other) => other.weight - one.weight).slice(0, gramsMax)
  return {
    vocabulary: { ids: new Map(kept.map(({ gram }, i) => [gram, i])), rarity: Float32Array.from(kept, ({ id }) => rarity[id]!) },
    planes: planes.map((plane) => Float32Array.from([...kept.map(({ id }) => plane[id]!), plane[plane.length - 1]!])),
  }
}

/** How high examples lie for planes that did not learn from them. */
function judgeUnseen(counts: readonly Counts[], answers: readonly number[], classes: number): { heights: number[][]; tried: number[] } {
  const order = Int32Array.from(counts.keys())
  shuffle(order, randomFrom(11))
  const rounds = counts.length <= foldedWholeMax ? folds : 1
  const heights: number[][] = []
  const tried: number[] = []
  for (let round = 0; round < rounds; round++) {
    const isOut = (at: number) => at % folds === round
    const learnt = [...order].filter((_, at) => !isOut(at))
    const { vocabulary, planes } = planesOf(learnt.map((i) => counts[i]!), learnt.map((i) => answers[i]!), classes)
    for (const i of [...order].filter((_, at) => isOut(at))) {
      tried.push(i)
      heights.push(planes.map((plane) => heightOf(plane, vectorOf(vocabulary, counts[i]!.grams))))
    }
  }
  return { heights, tried }
}

const highest = (heights: readonly number[]) => heights.indexOf(Math.max(...heights))

/** Every label with its confidence, the likeliest first. */
export function weighed(model: Model, said: Said): Suggestion[] {
  const vector = vectorOf(model.vocabulary, countsOf(said))
  if (vector.ids.length === 0) return []
  const shares = sharesOf(model.planes.map((plane) => heightOf(plane, vector)), model.sharpness)
  return model.labels.map((label, i) => ({ label, confidence: shares[i]! })).sort((one, other) => other.confidence - one.confidence)
}

/** The likeliest labels among those allowed, at most two more beside the first; none where the first is too unsure. */
export function suggest(model: Model, said: Said, isAllowed: (label: string) => boolean = () => true): Suggestion[] {
  const found = weighed(model, said).filter(({ label }) => isAllowed(label))
  if (!found[0] || found[0].confidence < confidenceLeast) return []
  return found.filter(({ confidence }, i) => i === 0 || (i < 3 && confidence >= alsoLeast))
}

/** A second thought is worth a line from here on. */
const alsoLeast = 0.15

/** The words that counted most for a label, heaviest first, as they stand in the text. */
export function wordsThatCounted(model: Model, label: string, said: Said, max = 5): string[] {
  const plane = model.planes[model.labels.indexOf(label)]
  if (!plane) return []
  const text = said.words.slice(0, 2_000)
  const heat = heatOf(model, plane, text)
  const hottest = Math.max(...heat, 0)
  if (hottest <= 0) return []
  const spans = spansOf(text, heat, hottest * coolest)
  const seen = new Set<string>()
  return spans.sort((one, other) => other.heat - one.heat).flatMap(({ words }) => {
    const known = words.toLowerCase()
    if (seen.has(known)) return []
    seen.add(known)
    return [words]
  }).slice(0, max)
}

/** A letter counts as part of a word that counted from this share of the hottest letter on. */
const coolest = 0.35
const spanMax = 12

/** How much each letter of the text speaks for a plane: every gram's weight, spread over its letters. */
function heatOf({ vocabulary }: Model, plane: Float32Array, text: string): Float64Array {
  const heat = new Float64Array(text.length)
  for (const { gram, from, to } of gramsOf(text)) {
    const id = vocabulary.ids.get(gram)
    if (id === undefined) continue
    const share = (plane[id]! * vocabulary.rarity[id]!) / (to - from)
    for (let i = from; i < to; i++) heat[i]! += share
  }
  return heat
}

function spansOf(text: string, heat: Float64Array, least: number): { words: string; heat: number }[] {
  const found: { words: string; heat: number }[] = []
  for (const { 0: piece, index } of text.matchAll(/\p{Script=Han}+|[\p{L}\p{M}]+/gu)) {
    if (!/^\p{Script=Han}/u.test(piece)) {
      const own = sumOf(heat, index, index + piece.length)
      if (own >= least * piece.length) found.push({ words: piece, heat: own })
      continue
    }
    for (let from = index; from < index + piece.length; from++) {
      let to = from
      while (to < index + piece.length && heat[to]! >= least && to - from < spanMax) to += 1
      if (to - from >= 2) found.push({ words: text.slice(from, to), heat: sumOf(heat, from, to) })
      from = Math.max(from, to)
    }
  }
  return found
}

const sumOf = (heat: Float64Array, from: number, to: number) => heat.slice(from, to).reduce((sum, one) => sum + one, 0)
