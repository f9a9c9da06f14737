import { expect, test } from 'vitest'
import { stateCalendar } from '#server/kernel/state-calendar.ts'
import type { CaseFile } from '../cases/case.ts'
import { rebuild } from '../cases/event.ts'
import { defaultRules } from '../cases/policy.ts'
import { nextLook } from '../clocks/clock.ts'
import { historyOf } from './history.ts'

const unborn: CaseFile = {
  county: 3, id: 'c', state: 'received', paused: false, level: 'joint', desk: 'd', category: null, owner: null, code: null, publicity: 'private', outcome: null, version: 0, policy: 0, tasks: [], clocks: [], requests: [], petition: false, excluded: false, plannedUntil: null, reopened: 0, master: null, group: null,
}
let ids = 0
const history = (receivedAt: string, answeredAt?: string, now = '2026-11-22T00:00:00Z') => historyOf(
  unborn,
  { receivedAt: new Date(receivedAt), answer: answeredAt ? { at: new Date(answeredAt), entry: 'e' } : null },
  { rules: defaultRules, timing: { calendar: stateCalendar(), warnShare: 0.75 }, now: new Date(now), newId: () => String((ids += 1)), above: undefined },
)
const told = (of: ReturnType<typeof history>) => of.happened.map(({ kind, at }) => `${kind} ${at.toISOString()}`)

// 2019-02-28 was a Thursday, 11:25 in Shanghai.
test('an appeal that nobody answered broke each clock when it ran out, and nobody need look at it again', () => {
  const one = history('2019-02-28T03:25:05Z')
  expect(told(one)).toEqual(['case.received 2019-02-28T03:25:05.000Z', 'clock.breached 2019-02-28T18:25:05.000Z', 'clock.breached 2019-03-01T03:25:05.000Z'])
  expect(one.file.clocks.map((clock) => [clock.kind, clock.breachedAt, clock.endedAt, nextLook(clock)])).toEqual([
    ['reply', '2019-02-28T18:25:05.000Z', null, null], ['start', '2019-03-01T03:25:05.000Z', null, null],
  ])
})

test('one that was answered late broke the reply clock, which ended with the answer', () => {
  const one = history('2019-02-28T03:25:05Z', '2019-05-09T02:00:00Z')
  expect(told(one)).toEqual(['case.received 2019-02-28T03:25:05.000Z', 'clock.breached 2019-02-28T18:25:05.000Z', 'case.answered 2019-05-09T02:00:00.000Z'])
  expect(one.file).toMatchObject({ state: 'answered', clocks: [{ kind: 'reply', breachedAt: '2019-02-28T18:25:05.000Z', endedAt: '2019-05-09T02:00:00.000Z' }] })
})

test('one that was answered in time broke none', () => {
  const one = history('2019-02-28T03:25:05Z', '2019-02-28T18:25:05Z')
  expect(told(one)).toEqual(['case.received 2019-02-28T03:25:05.000Z', 'case.answered 2019-02-28T18:25:05.000Z'])
  expect(one.file.clocks).toMatchObject([{ breachedAt: null, endedAt: '2019-02-28T18:25:05.000Z' }])
})

test('one of this morning has clocks that still run', () => {
  const one = history('2019-02-28T03:25:05Z', undefined, '2019-02-28T04:00:00Z')
  expect(one.file.clocks.map((clock) => nextLook(clock) !== null)).toEqual([true, true])
})

test.each([[undefined], ['2019-05-09T02:00:00Z'], ['2019-02-28T04:00:00Z']])('what happened rebuilds the case (answered %s)', (answeredAt) => {
  const { file, happened } = history('2019-02-28T03:25:05Z', answeredAt)
  expect(rebuild(3, 'c', happened)).toEqual(file)
})
