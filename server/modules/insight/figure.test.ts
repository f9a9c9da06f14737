import { describe, expect, test } from 'vitest'
import { ages, figureKeys, rates } from '#contract/figure-keys.ts'
import en from '#words/en/figures.ts'
import zh from '#words/zh/figures.ts'
import { keysOfClosed, keysOfMark, keysOfRating, sumOf, sumsBy, type Counted } from './figure.ts'

describe('what adds to which figure', () => {
  test.each([
    [keysOfMark('reply', false), ['reply.all', 'reply.onTime']],
    [keysOfMark('task', true), ['task.all', 'task.late']],
    [keysOfMark('return', false), ['returned']],
    [keysOfMark('dispatch', false), ['dispatch.all', 'dispatch.right']],
    [keysOfMark('dispatch', true), ['dispatch.all', 'dispatch.missed']],
    [keysOfClosed('solved'), ['closed', 'closed.stated', 'closed.solved']],
    [keysOfClosed('explained'), ['closed', 'closed.stated', 'closed.other']],
    [keysOfClosed(null), ['closed']],
    [keysOfRating(true, 'yes', 5), ['rated', 'rated.contacted', 'rated.solved', 'rated.satisfied']],
    [keysOfRating(true, 'partly', 4), ['rated', 'rated.contacted', 'rated.partly', 'rated.satisfied']],
    [keysOfRating(false, 'no', 3), ['rated', 'rated.notContacted', 'rated.unsolved', 'rated.middling']],
    [keysOfRating(false, 'no', 1), ['rated', 'rated.notContacted', 'rated.unsolved', 'rated.unsatisfied']],
  ])('%j', (keys, expected) => {
    expect(keys).toEqual(expected)
  })

  test('a rate’s part is always a part of its whole', () => {
    const adds = [keysOfMark('reply', false), keysOfMark('start', false), keysOfMark('resolve', false), keysOfMark('task', false), keysOfMark('dispatch', true), keysOfClosed('solved'), keysOfRating(true, 'yes', 5)]
    for (const { part, whole } of Object.values(rates)) {
      // A return ends a task that isn't counted as done: it is set beside those that are.
      if (part !== 'returned') expect(adds.find((keys) => keys.includes(part))).toContain(whole)
    }
  })
})

test('sums are by name, and what has none is left out', () => {
  const one = (more: Partial<Counted>): Counted => ({ keys: ['received'], part: null, body: null, category: null, count: 1, ...more })
  const counted = [one({ body: 'a', count: 2 }), one({ body: 'a', keys: ['closed', 'closed.stated'] }), one({ body: 'b' }), one({ part: 1, count: 9 })]
  expect(sumOf(counted)).toEqual({ received: 12, closed: 1, 'closed.stated': 1 })
  expect([...sumsBy(counted, ({ body }) => body)]).toEqual([['a', { received: 2, closed: 1, 'closed.stated': 1 }], ['b', { received: 1 }]])
})

test('ages follow each other without a gap, from nought to for ever', () => {
  expect(ages[0].from).toBe(0)
  ages.slice(1).forEach((age, i) => expect(age.from).toBe(ages[i]!.to))
  expect(ages.at(-1)!.to).toBeNull()
})

test.each([['zh', zh], ['en', en]])('every figure has a name and every rate a definition in %s', (_, words) => {
  expect(Object.keys(words.keys).toSorted()).toEqual([...figureKeys].toSorted())
  for (const rate of Object.keys(rates)) expect(words.definitions[rate as keyof typeof rates]).toMatch(/÷/)
})
