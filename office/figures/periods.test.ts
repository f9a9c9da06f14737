import { expect, test } from 'vitest'
import { kindOf, periodAt, periodOfDays, shifted } from './periods.ts'

test.each([
  ['2026-11', -1, '2026-10'],
  ['2026-01', -1, '2025-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-Q1', -1, '2025-Q4'],
  ['2026-Q4', 1, '2027-Q1'],
  ['2026', -1, '2025'],
  ['2026-11-01..2026-11-15', 1, '2026-11-01..2026-11-15'],
])('%s moved by %i is %s', (period, by, moved) => {
  expect(shifted(period, by)).toBe(moved)
})

test.each([
  ['month', '2026-11'],
  ['quarter', '2026-Q4'],
  ['year', '2026'],
  ['days', '2026-11-01..2026-11-22'],
] as const)('the %s of a day is %s, and is known as such', (kind, period) => {
  expect(periodAt(kind, '2026-11-22')).toBe(period)
  expect(kindOf(period)).toBe(kind)
})

test('dates that are no period make none', () => {
  expect(periodOfDays('2026-11-01', '2026-11-01')).toBe('2026-11-01..2026-11-01')
  expect(periodOfDays('2026-11-02', '2026-11-01')).toBeUndefined()
  expect(periodOfDays('', '2026-11-01')).toBeUndefined()
  expect(periodOfDays('2024-01-01', '2026-11-01')).toBeUndefined()
})
