import { describe, expect, test } from 'vitest'
import { ages, figureKeys, rates } from '#contract/figure-keys.ts'
import en from '#words/en/figures.ts'
import zh from '#words/zh/figures.ts'
import { keysOfClosed, keysOfMark, keysOfReceived, markKinds, sumOf, sumsBy, type Counted, type Marked, type MarkKind } from './figure.ts'

const mark = (kind: MarkKind, more: Partial<Marked> = {}) => keysOfMark({ kind, late: false, is_excluded: false, solved: null, satisfied: null, contacted: null, sort: null, ...more })
const claim = (sort: string, is_excluded = false) => mark('claim', { sort, is_excluded })
const rating = (contacted: boolean, solved: string, satisfied: number, is_excluded = false) => mark('rating', { contacted, solved, satisfied, is_excluded })

describe('what adds to which figure', () => {
  test.each([
    [mark('reply'), ['reply.all', 'reply.onTime']],
    [mark('task', { late: true }), ['task.all', 'task.late']],
    [mark('return'), ['return.all']],
    [mark('reopen', { sort: 'resident' }), ['reopen.all', 'reopen.byResident']],
    [mark('reopen', { sort: 'review' }), ['reopen.all', 'reopen.byReview']],
    [mark('reopen', { sort: 'callback' }), ['reopen.all', 'reopen.byCallBack']],
    [mark('reopen', { sort: 'supervision' }), ['reopen.all', 'reopen.bySupervision']],
    [mark('reopen', { sort: 'desk' }), ['reopen.all', 'reopen.byDesk']],
    [mark('dispatch'), ['dispatch.all', 'dispatch.right']],
    [mark('dispatch', { late: true }), ['dispatch.all', 'dispatch.missed']],
    [mark('sample'), ['sample.all']],
    [mark('sample', { solved: 'yes', satisfied: 4 }), ['sample.all', 'sample.reached', 'sample.solved', 'sample.satisfied']],
    [mark('recall', { solved: 'no', satisfied: 3 }), ['recall.all', 'recall.reached', 'recall.unsolved']],
    [mark('exclusion', { is_excluded: true }), ['exclusion.all', 'exclusion.granted']],
    [mark('exclusion', { late: true }), ['exclusion.all', 'exclusion.refused']],
    [claim('solved'), ['closed.stated', 'closed.solved']],
    [claim('planned'), ['closed.stated', 'closed.planned']],
    [claim('elsewhere'), ['closed.stated']],
    [claim('solved', true), []],
    [keysOfClosed({ is_excluded: false }), ['closed']],
    [keysOfClosed({ is_excluded: true }), ['closed', 'closed.excluded']],
    [rating(true, 'yes', 5), ['rated', 'rated.contacted', 'rated.solved', 'rated.satisfied']],
    [rating(true, 'partly', 4), ['rated', 'rated.contacted', 'rated.partly', 'rated.satisfied']],
    [rating(false, 'no', 3), ['rated', 'rated.notContacted', 'rated.unsolved', 'rated.middling']],
    [rating(false, 'no', 1), ['rated', 'rated.notContacted', 'rated.unsolved', 'rated.unsatisfied']],
    [rating(false, 'no', 1, true), ['rated.excluded']],
    [keysOfReceived({ by_caller: true, by_place: false }), ['received', 'received.byCaller']],
  ])('%j', (keys, expected) => {
    expect(keys).toEqual(expected)
  })

  test.each(markKinds.filter((kind) => kind !== 'exclusion' && kind !== 'claim' && kind !== 'rating'))('of an excluded case a %s adds to nothing but what was left out', (kind) => {
    for (const late of [true, false]) expect(mark(kind, { late, is_excluded: true, solved: 'yes', satisfied: 5 })).toEqual([`${kind}.excluded`])
  })

  test('a rate’s part is always a part of its whole', () => {
    const adds = [
      ...markKinds.flatMap((kind) => [mark(kind), mark(kind, { late: true }), mark(kind, { solved: 'yes', satisfied: 5, contacted: true })]),
      claim('solved'), claim('planned'), keysOfClosed({ is_excluded: true }), rating(true, 'yes', 5), keysOfReceived({ by_caller: true, by_place: true }),
    ]
    for (const { part, whole } of Object.values(rates)) {
      // What is given back, or opened again, is set beside those that were done.
      if (part !== 'return.all' && part !== 'reopen.all') expect(adds.find((keys) => keys.includes(part))).toContain(whole)
    }
  })
})

test('sums are by name, and what has none is left out', () => {
  const one = (more: Partial<Counted>): Counted => ({ keys: ['received'], part: null, body: null, category: null, channel: null, place: null, count: 1, ...more })
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
