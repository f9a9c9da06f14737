import { gramsOf } from './grams.ts'
import type { Model } from './model.ts'
import { lettersMax, type Said } from './vocabulary.ts'

/** The words that counted most for a label, heaviest first, as they stand in the text. */
export function wordsThatCounted(model: Model, label: string, said: Said, max = 5): string[] {
  const plane = model.planes[model.labels.indexOf(label)]
  if (!plane) return []
  const text = said.words.slice(0, lettersMax)
  const heat = heatOf(model, plane, text)
  const hottest = Math.max(...heat, 0)
  if (hottest <= 0) return []
  const spans = spansOf(text, heat, hottest * coolest)
  const seen = new Set<string>()
  return spans.toSorted((one, other) => other.heat - one.heat).flatMap(({ words }) => {
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
      const [first, last] = withoutParticles(text, from, to)
      if (last - first >= 2) found.push({ words: text.slice(first, last), heat: sumOf(heat, first, last) })
      from = Math.max(from, to)
    }
  }
  return found
}

/** Letters that begin or end no word that a person would name. */
const particles = '的了着过吗呢吧啊呀是在有和与及或也就都还很太又再把被给让请我你您他她它们这那个等'

function withoutParticles(text: string, from: number, to: number): [number, number] {
  let [first, last] = [from, to]
  while (first < last && particles.includes(text[first]!)) first += 1
  while (last > first && particles.includes(text[last - 1]!)) last -= 1
  return [first, last]
}

const sumOf = (heat: Float64Array, from: number, to: number) => heat.slice(from, to).reduce((sum, one) => sum + one, 0)
