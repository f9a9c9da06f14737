import { expect, test } from 'vitest'
import { beyondLimit, leftToday, timesAsLong, unusualOf } from './attention.ts'

test.each([[12, 20, 0, 0], [25, 20, 0, 5], [25, 20, 18, 23], [3, 20, 30, 3], [0, 20, 30, 0]])('of %i that wait, with a limit of %i and %i decided, %i are for the digest', (waiting, limit, decided, expected) => {
  expect(beyondLimit(waiting, limit, decided)).toBe(expected)
  expect(leftToday(limit, decided)).toBeGreaterThanOrEqual(0)
})

test('three times as many as usual is unusual, a few instead of none is not; the most unusual first', () => {
  const usual = (often: number) => often * timesAsLong
  expect(unusualOf([
    { category: 'noise', count: 9, before: usual(3) }, { category: 'roads', count: 8, before: usual(3) }, { category: 'water', count: 40, before: usual(2) },
    { category: 'care', count: 4, before: 0 }, { category: 'power', count: 5, before: 0 },
  ]).map(({ category, usual: before }) => [category, before])).toEqual([['water', 2], ['noise', 3], ['power', 0]])
})
