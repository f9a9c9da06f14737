import type { Vector } from './vocabulary.ts'

/** For each class one plane: on its one side lies what belongs to it. The last weight of each is its distance. */
export type Planes = Float32Array[]

/** How it learns: the larger `strictness`, the closer it follows its examples. */
export interface Learning {
  strictness: number
  rounds: number
}

export const usualLearning: Learning = { strictness: 3, rounds: 12 }

/**
 * Learns to tell classes apart: a support vector machine (squared hinge) per class against all others, by dual coordinate
 * descent (Hsieh et al. 2008). The same examples always give the same planes.
 */
export function learnPlanes(examples: readonly Vector[], labels: readonly number[], classes: number, grams: number, learning = usualLearning): Planes {
  return Array.from({ length: classes }, (_, one) => learnPlane(examples, labels.map((label) => (label === one ? 1 : -1)), grams, learning))
}

function learnPlane(examples: readonly Vector[], sides: readonly (1 | -1)[], grams: number, { strictness, rounds }: Learning): Float32Array {
  const plane = new Float32Array(grams + 1)
  const pulls = new Float64Array(examples.length)
  const softness = 1 / (2 * strictness)
  const lengths = examples.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1))
  const order = Int32Array.from(examples.keys())
  const random = randomFrom(7)
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    let farthest = 0
    for (const i of order) {
      const side = sides[i]!
      const before = pulls[i]!
      const slope = side * heightOf(plane, examples[i]!) - 1 + softness * before
      const after = Math.max(before - slope / (lengths[i]! + softness), 0)
      if (after === before) continue
      pulls[i] = after
      farthest = Math.max(farthest, Math.abs(after - before))
      pull(plane, examples[i]!, (after - before) * side)
    }
    if (farthest < stillEnough) break
  }
  return plane
}

/** Below this a round moved nothing that counts. */
const stillEnough = 1e-3

/** How far a text lies on a class's side. */
export function heightOf(plane: Float32Array, { ids, values }: Vector): number {
  let sum = plane[plane.length - 1]!
  for (let i = 0; i < ids.length; i++) sum += plane[ids[i]!]! * values[i]!
  return sum
}

function pull(plane: Float32Array, { ids, values }: Vector, by: number): void {
  for (let i = 0; i < ids.length; i++) plane[ids[i]!]! += by * values[i]!
  plane[plane.length - 1]! += by
}

/** Chance that is the same every time (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function shuffle(order: Int32Array, random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i]!
    order[i] = order[j]!
    order[j] = held
  }
}

/** Heights as shares of one, the sharper the larger `sharpness`. */
export function sharesOf(heights: ArrayLike<number>, sharpness: number): number[] {
  const most = Math.max(...Array.from(heights))
  const raised = Array.from(heights, (height) => Math.exp(sharpness * (height - most)))
  const sum = raised.reduce((one, other) => one + other, 0)
  return raised.map((one) => one / sum)
}

/**
 * How sharp shares must be so that of what is said with a confidence of 0.8 four in five are right: the sharpness under which
 * texts that were not learnt from are likeliest (golden section over its logarithm).
 */
export function sharpnessFor(heights: readonly ArrayLike<number>[], labels: readonly number[]): number {
  if (heights.length === 0) return 1
  const surprise = (log: number) => heights.reduce((sum, one, i) => sum - Math.log(Math.max(sharesOf(one, Math.exp(log))[labels[i]!]!, 1e-9)), 0)
  let [low, high] = [Math.log(0.3), Math.log(30)]
  const golden = (Math.sqrt(5) - 1) / 2
  for (let step = 0; step < 30; step++) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)]
    if (surprise(left) < surprise(right)) high = right
    else low = left
  }
  return Math.exp((low + high) / 2)
}
