import { expect, test } from 'vitest'
import { inForceAt, stateOf, whyNotBegin } from './book.ts'

const at = (day: number) => new Date(Date.UTC(2026, 10, day))
const version = (number: number, day: number) => ({ version: number, effectiveFrom: at(day) })

test('in force is the highest version whose day has come', () => {
  const all = [version(1, 1), version(2, 10), version(3, 5)]
  expect([0, 1, 4, 5, 9, 10, 20].map((day) => inForceAt(all, at(day))?.version)).toEqual([undefined, 1, 1, 3, 3, 3, 3])
})

test.each([
  [[version(1, 1), version(2, 20)], ['in_force', 'coming']], [[version(1, 1), version(2, 10)], ['past', 'in_force']],
  [[version(1, 1), version(2, 20), version(3, 18)], ['in_force', 'replaced', 'coming']], [[version(1, 1), version(2, 5), version(3, 5)], ['past', 'replaced', 'in_force']],
])('versions %j stand as %j on the fifteenth', (all, expected) => expect(all.map((one) => stateOf(one, all, at(15)))).toEqual(expected))

test('a book begins now or later', () => {
  expect([at(14), at(15), at(16)].map((day) => whyNotBegin(day, at(15)))).toEqual(['book.in_the_past', undefined, undefined])
})
