import { expect, test } from 'vitest'
import type { Task } from '#contract/cases.ts'
import { actsOf } from './acts-of.ts'

const task = (changes: Partial<Task>): Task => ({
  id: 't',
  role: 'lead',
  state: 'assigned',
  body: { id: 'b', name: { zh: '城管所' }, kind: 'station' },
  handler: null,
  instruction: null,
  assignedBy: { zh: '社区' },
  assignedAt: '',
  dueAt: null,
  startedAt: null,
  outcome: null,
  mine: true,
  may: {},
  ...changes,
})

test('a new case at my desk is accepted next; declining it is open but never put forward', () => {
  const { next, open } = actsOf({ may: { accept: null, decline: null, dispatch: 'case.not_accepted' }, tasks: [] })
  expect(next?.name).toBe('accept')
  expect(open.map(({ name }) => name)).toEqual(['decline'])
})

test('my own task comes before what the desk does', () => {
  const mine = task({ may: { take: null, return: null } })
  const { next } = actsOf({ may: { escalate: null, sort: null }, tasks: [mine] })
  expect(next).toMatchObject({ name: 'take', task: { id: 't' } })
})

test('what can’t be done now is shown with its reason; what is not mine at all is left out', () => {
  const { next, open, closed } = actsOf({
    may: { close: 'case.not_reported', accept: 'case.not_your_desk', sort: 'not_allowed' },
    tasks: [],
  })
  expect(next).toBeUndefined()
  expect(open).toEqual([])
  expect(closed).toEqual([{ name: 'close', whyNot: 'case.not_reported' }])
})

test('what waits for others stands in sight; sending the case up is never put forward in its place', () => {
  const { next, waiting, open } = actsOf({ may: { close: 'case.open_tasks', escalate: null }, tasks: [] })
  expect(next).toBeUndefined()
  expect(waiting).toEqual([{ name: 'close', whyNot: 'case.open_tasks' }])
  expect(open.map(({ name }) => name)).toEqual(['escalate'])
})

test('what waits for the leader stands in sight once; what is seldom done is folded away, and left out where it can’t be done', () => {
  const { waiting, open, rare, closed } = actsOf({
    may: { close: 'case.waits_for_leader', rework: 'case.waits_for_leader', supervise: null, petition: 'case.petition_already', exclude: null },
    tasks: [],
  })
  expect(waiting.map(({ name }) => name)).toEqual(['close'])
  expect(open).toEqual([])
  expect(rare.map(({ name }) => name)).toEqual(['supervise', 'exclude'])
  expect(closed).toEqual([])
})

test('tasks of others, and tasks that are over, offer nothing', () => {
  const others = task({ mine: false, may: { take: null } })
  const over = task({ state: 'reported', may: { report: null } })
  expect(actsOf({ may: {}, tasks: [others, over] }).next).toBeUndefined()
})
