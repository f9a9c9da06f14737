import { heightOf, learnPlanes, randomFrom, sharesOf, sharpnessFor, shuffle, type Planes } from './classifier.ts'
import { countedBy, countsOf, raritiesOf, vectorBy, vectorOf, type Counted, type Rarities, type Said, type Vocabulary } from './vocabulary.ts'

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
  const numbers = new Map<string, number>()
  const lesson: Lesson = {
    texts: examples.map(({ said }) => countedBy(numbers, countsOf(said))),
    shipped: examples.map(({ isShipped = false }) => isShipped),
    answers: examples.map(({ label }) => place.get(label)!),
    classes: labels.length,
    grams: numbers.size,
  }
  const { heights, tried } = judgeUnseen(lesson)
  const right = tried.filter((i, at) => highest(heights[at]!) === lesson.answers[i]).length
  const { rarities, planes } = planesOf(lesson, [...lesson.texts.keys()])
  return {
    labels, ...keepHeaviest([...numbers.keys()], rarities, planes),
    sharpness: sharpnessFor(heights, tried.map((i) => lesson.answers[i]!)),
    examples: examples.length, right: Math.round((right / Math.max(1, tried.length)) * examples.length),
  }
}

/** All that is learnt from. */
interface Lesson {
  texts: readonly Counted[]
  shipped: readonly boolean[]
  answers: readonly number[]
  classes: number
  grams: number
}

function labelsOf(examples: readonly Example[]): string[] {
  const times = new Map<string, number>()
  for (const { label } of examples) times.set(label, (times.get(label) ?? 0) + 1)
  const known = [...times].filter(([, n]) => n >= perLabelLeast)
  return known.toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, labelsMax).map(([label]) => label)
}

/** Learns from some of the texts alone: what the others say is not even counted. */
function planesOf({ texts, shipped, answers, classes, grams }: Lesson, from: readonly number[]): { rarities: Rarities; planes: Planes } {
  const learnt = from.map((i) => texts[i]!)
  const rarities = raritiesOf(learnt, grams, (at) => shipped[from[at]!]!)
  const planes = learnPlanes(learnt.map((one) => vectorBy(rarities, one)), from.map((i) => answers[i]!), classes, rarities.rarity.length)
  return { rarities, planes }
}

/** Most grams count for next to nothing: those stay out of what is kept. */
function keepHeaviest(grams: readonly string[], { places, rarity }: Rarities, planes: Planes): { vocabulary: Vocabulary; planes: Planes } {
  const weightOf = (place: number) => rarity[place]! * planes.reduce((most, plane) => Math.max(most, Math.abs(plane[place]!)), 0)
  const all = grams.flatMap((gram, id) => (places[id]! < 0 ? [] : [{ gram, place: places[id]!, weight: weightOf(places[id]!) }]))
  const kept = all.toSorted((one, other) => other.weight - one.weight).slice(0, gramsMax)
  return {
    vocabulary: { ids: new Map(kept.map(({ gram }, i) => [gram, i])), rarity: Float32Array.from(kept, ({ place }) => rarity[place]!) },
    planes: planes.map((plane) => Float32Array.from([...kept.map(({ place }) => plane[place]!), plane[plane.length - 1]!])),
  }
}

/** How high examples lie for planes that did not learn from them. */
function judgeUnseen(lesson: Lesson): { heights: number[][]; tried: number[] } {
  const order = Int32Array.from(lesson.texts.keys())
  shuffle(order, randomFrom(11))
  const rounds = order.length <= foldedWholeMax ? folds : 1
  const heights: number[][] = []
  const tried: number[] = []
  for (let round = 0; round < rounds; round++) {
    const isOut = (_: number, at: number) => at % folds === round
    const { rarities, planes } = planesOf(lesson, [...order].filter((i, at) => !isOut(i, at)))
    for (const i of [...order].filter(isOut)) {
      tried.push(i)
      heights.push(planes.map((plane) => heightOf(plane, vectorBy(rarities, lesson.texts[i]!))))
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
  return model.labels.map((label, i) => ({ label, confidence: shares[i]! })).toSorted((one, other) => other.confidence - one.confidence)
}

/** The likeliest labels among those allowed, at most two more beside the first; none where the first is too unsure. */
export function suggest(model: Model, said: Said, isAllowed: (label: string) => boolean = () => true): Suggestion[] {
  const found = weighed(model, said).filter(({ label }) => isAllowed(label))
  if (!found[0] || found[0].confidence < confidenceLeast) return []
  return found.filter(({ confidence }, i) => i === 0 || (i < 3 && confidence >= alsoLeast))
}

/** A second thought is worth a line from here on. */
const alsoLeast = 0.15
