import { expect, test } from 'vitest'
import type { Notice } from '#contract/notices.ts'
import { byMatter } from './by-matter.ts'

const notice = (id: string, subject: string): Notice => ({
  id, county: 1, kind: 'case_accepted', subject: { kind: 'case', id: subject, number: null }, values: {}, at: '2026-11-22T08:00:00Z', readAt: null,
})

test('notices of one matter stand together, in the order of the newest', () => {
  const groups = byMatter([notice('5', 'b'), notice('4', 'a'), notice('3', 'b'), notice('2', 'c'), notice('1', 'a')])
  expect(groups.map((group) => group.map(({ id }) => id))).toEqual([['5', '3'], ['4', '1'], ['2']])
})
