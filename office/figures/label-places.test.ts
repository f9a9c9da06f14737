import fc from 'fast-check'
import { expect, test } from 'vitest'
import { apart } from './label-places.ts'

test('labels stand where they belong, and apart where they would lie on one another', () => {
  expect(apart([20, 60, 100], 14, [0, 120])).toEqual([20, 60, 100])
  expect(apart([60, 60, 100], 14, [0, 120])).toEqual([60, 74, 100])
  expect(apart([118, 119, 120], 14, [0, 120])).toEqual([92, 106, 120])
})

test('wherever they want to stand, none lies on another, and all are in bounds', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 4 }), (wanted) => {
    const places = apart(wanted, 14, [0, 120])
    const sorted = places.toSorted((a, b) => a - b)
    for (const [i, place] of sorted.entries()) {
      expect(place).toBeGreaterThanOrEqual(0)
      expect(place).toBeLessThanOrEqual(120)
      if (i > 0) expect(place - sorted[i - 1]!).toBeGreaterThanOrEqual(14)
    }
  }))
})
