import { alikeness } from '#server/modules/casework/advice/likeness.ts'
import { foldsByGroup } from './folds.ts'

/** One later case: what it might repeat, each with its signs, and which of them it does. */
export interface Choice {
  group: string
  /** The place of the right one among the signs; -1 where it is not among them. */
  right: number
  signs: number[][]
}

const rounds = 150
const pace = 0.3
const restraint = 1e-3

/** Weights under which the right ones would be chosen likeliest (conditional logit, by gradient with momentum). */
export function learnWeights(choices: readonly Choice[]): number[] {
  const known = choices.filter((one) => one.right >= 0 && one.signs.length > 1)
  const width = known[0]!.signs[0]!.length
  let weights = Array.from({ length: width }, () => 0)
  let speed = weights
  const scale = scaleOf(known, width)
  for (let round = 0; round < rounds; round++) {
    const slope = weights.map((weight) => -restraint * weight)
    for (const { signs, right } of known) {
      const heights = signs.map((one) => one.reduce((sum, sign, i) => sum + (sign / scale[i]!) * weights[i]!, 0))
      const most = Math.max(...heights)
      const shares = heights.map((height) => Math.exp(height - most))
      const all = shares.reduce((sum, one) => sum + one, 0)
      signs.forEach((one, at) => one.forEach((sign, i) => {
        slope[i]! += ((sign / scale[i]!) * ((at === right ? 1 : 0) - shares[at]! / all)) / known.length
      }))
    }
    speed = speed.map((one, i) => 0.9 * one + pace * slope[i]!)
    weights = weights.map((weight, i) => weight + speed[i]!)
  }
  return weights.map((weight, i) => weight / scale[i]!)
}

/** Signs differ in size: each is brought to about one. */
function scaleOf(choices: readonly Choice[], width: number): number[] {
  const all = choices.flatMap(({ signs }) => signs)
  return Array.from({ length: width }, (_, i) => {
    const mean = all.reduce((sum, one) => sum + one[i]!, 0) / all.length
    return Math.sqrt(all.reduce((sum, one) => sum + (one[i]! - mean) ** 2, 0) / all.length) || 1
  })
}

/**
 * At which place the right one stands, judged with weights that were learnt from other groups; -1 where it is not among
 * the candidates. An equal one counts as before it.
 */
export function ranksOf(choices: readonly Choice[]): number[] {
  const ranks: number[] = []
  for (const held of foldsByGroup(choices.map((one) => one.group), 5, 1)) {
    const out = new Set(held)
    const weights = learnWeights(choices.filter((_, i) => !out.has(i)))
    for (const i of held) ranks.push(rankOf(choices[i]!, weights))
  }
  return ranks
}

/** -1 where it is not among the candidates. */
export function rankOf({ signs, right }: Choice, weights: readonly number[]): number {
  if (right < 0) return -1
  const own = alikeness(signs[right]!, weights)
  return signs.filter((one, at) => at !== right && alikeness(one, weights) >= own).length
}
