import { expect, test } from 'vitest'
import { handlingUntil } from './handling.ts'

const task = (id: string, body: string, state: string) => ({ id, body, state })
const trail = [
  { seq: 1, kind: 'case.received', detail: { to: { level: 'self' } } },
  { seq: 2, kind: 'case.dispatched', detail: { tasks: [task('a', 'lamps', 'assigned'), task('b', 'power', 'assigned')] } },
  { seq: 3, kind: 'task.returned', detail: { tasks: [task('b', 'power', 'returned')] } },
  { seq: 4, kind: 'case.escalated', detail: { to: { level: 'coordinated', desk: 'town' }, tasks: [task('a', 'lamps', 'ended')] } },
  { seq: 5, kind: 'case.closed', detail: {} },
  { seq: 6, kind: 'case.reopened', detail: {} },
  { seq: 7, kind: 'case.dispatched', detail: { tasks: [task('c', 'urban', 'assigned')] } },
  { seq: 8, kind: 'case.closed', detail: {} },
] as const

test('a case counts by its first closing: who worked it, whether some gave it back, on which level it ended', () => {
  expect(handlingUntil(trail, 5)).toEqual({ several: false, returned: true, level: 'coordinated' })
  expect(handlingUntil(trail.filter(({ seq }) => seq !== 3), 5)).toMatchObject({ several: true, returned: false })
})

test('it counts once', () => expect([handlingUntil(trail, 8), handlingUntil(trail.slice(0, 2), 5)]).toEqual([undefined, undefined]))
