import { expect, test } from 'vitest'
import { learnWeights, rankOf, ranksOf, type Choice } from './weights.ts'

/** The right one is always the one with the larger first sign; the second says nothing. */
const choices: Choice[] = Array.from({ length: 60 }, (_, i) => {
  const noise = (n: number) => Math.sin(i * 7 + n * 3)
  return { group: `g${i % 20}`, right: i % 3, signs: [0, 1, 2].map((n) => [n === i % 3 ? 1 : 0.2, noise(n)]) }
})

test('what tells the right one apart is weighed, what does not is not', () => {
  const [telling, noise] = learnWeights(choices)
  expect(telling).toBeGreaterThan(1)
  expect(Math.abs(noise!)).toBeLessThan(telling! / 5)
})
test('the right one comes first, judged by weights of other groups', () => expect(ranksOf(choices)).toEqual(choices.map(() => 0)))
test('an equal one counts as before it, and one that is not there has no place', () => {
  expect(rankOf({ group: '', right: 0, signs: [[1], [1], [0]] }, [1])).toBe(1)
  expect(rankOf({ group: '', right: -1, signs: [[1]] }, [1])).toBe(-1)
})
