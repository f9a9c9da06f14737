import { describe, expect, test } from 'vitest'
import type { Task } from '../tasks/task.ts'
import { contributionsOf, timesFormed } from './contribution.ts'
import { dissolving, forming, itemsMax, membersOf, whyNotAdd, whyNotForm, whyNotTakePart, whyNotTick, type Group, type Item } from './group.ts'
import { remitOf } from '../remits/remit.ts'

const now = new Date('2026-11-16T02:00:00Z')
const task = (body: string, role: Task['role'], state: Task['state']): Task => ({
  id: body, body, role, state, handler: null, instruction: null, assignedBy: 'desk', assignedAt: '', startedAt: null, endedAt: null, outcome: null,
})
const item = (id: string, ticked = false): Item => ({ id, body: null, tickedAt: ticked ? now.toISOString() : null, tickedBy: ticked ? 'wu' : null, tickedFor: ticked ? 'lamps' : null })
const living: Group = { id: 'g', formedAt: '', by: 'desk', dissolvedAt: null, members: [], items: [item('done', true), item('open')] }
const over: Group = { ...living, dissolvedAt: now.toISOString(), members: ['lamps', 'power'] }
const tasks = [task('power', 'assist', 'taken'), task('lamps', 'lead', 'reported'), task('urban', 'assist', 'returned'), task('water', 'assist', 'ended')]
const file = (group: Group | null, desk = 'desk') => ({ group, tasks, desk }) as unknown as Parameters<typeof dissolving>[0]['file']

describe('a task group', () => {
  test('is of those whose tasks are at work, the lead first; once dissolved, of those who were in it', () => {
    expect([membersOf(file(living)), membersOf(file(over)), membersOf(file(null))]).toEqual([['lamps', 'power'], ['lamps', 'power'], []])
  })

  test.each([
    [[], 'group.alone'], [['lamps'], 'group.alone'], [['lamps', 'lamps'], 'group.alone'], [['lamps', 'power'], undefined],
  ] as const)('of %j: %s', (bodies, no) => expect(whyNotForm(bodies)).toBe(no))

  test.each([
    ['a member', living, ['power'], undefined], ['its desk', living, ['desk'], undefined], ['who gave the task back', living, ['urban'], 'group.not_in_it'],
    ['anybody, where there is none', null, ['power'], 'group.none'], ['a member, once it is dissolved', over, ['power'], 'group.dissolved'],
  ] as const)('%s takes part: %s', (_, group, bodies, no) => expect(whyNotTakePart(file(group), bodies)).toBe(no))

  test('formed again it takes over what was left undone, and is another one', () => {
    expect(forming({ file: file(over), now, newId: () => 'next' }).group).toMatchObject({ id: 'next', items: [{ id: 'open' }], dissolvedAt: null })
    expect(forming({ file: file(living), now, newId: () => 'next' }).group).toBe(living)
  })

  test.each([['close', true], ['withdraw', true], ['escalate', true], ['dissolveGroup', true], ['rework', false], ['note', false], ['sendDown', false]] as const)('dissolves by %s: %s', (act, dissolves) => {
    expect('group' in dissolving({ file: file(living), now }, act)).toBe(dissolves)
    if (dissolves) expect(dissolving({ file: file(living), now }, act).group).toMatchObject({ members: ['lamps', 'power'], dissolvedAt: now.toISOString() })
    expect(dissolving({ file: file(over), now }, act)).toEqual({})
  })

  test('a line is for a member, or for anybody; there are not endlessly many', () => {
    expect([whyNotAdd(file(living), null), whyNotAdd(file(living), 'power'), whyNotAdd(file(living), 'urban')]).toEqual([undefined, undefined, 'group.not_in_it'])
    expect(whyNotAdd(file({ ...living, items: Array.from({ length: itemsMax }, (_, i) => item(`${i}`)) }), null)).toBe('group.too_many_items')
  })

  test.each([[false, true, undefined], [true, true, 'group.ticked_already'], [true, false, undefined], [false, false, 'group.not_ticked']] as const)('a line ticked (%s), to be so (%s): %s', (ticked, done, no) =>
    expect(whyNotTick(item('x', ticked), done)).toBe(no))
})

test('who contributed what is said by the trail alone, since the group was formed', () => {
  const group = (id: string) => ({ to: { group: { ...living, id } } })
  const trail = [
    { kind: 'case.noted', person: 'chen', body: 'lamps', detail: { entry: 'before' } },
    { kind: 'case.dispatched', person: 'xu', body: 'desk', detail: group('g') },
    { kind: 'case.noted', person: 'wu', body: 'lamps', detail: { entry: 'note' } },
    { kind: 'group.item_ticked', person: 'wu', body: 'lamps', detail: group('g') },
    { kind: 'group.item_unticked', person: 'zheng', body: 'lamps', detail: group('g') },
    { kind: 'group.item_ticked', person: 'feng', body: 'power', detail: group('g') },
    { kind: 'task.reported', person: 'wu', body: 'lamps', detail: { entry: 'report' } },
    { kind: 'clock.breached', person: null, body: 'lamps', detail: {} },
    { kind: 'case.dispatched', person: 'xu', body: 'desk', detail: group('again') },
  ] as const
  expect(contributionsOf(trail, ['lamps', 'power', 'water'], (entry) => (entry === 'note' ? 2 : entry === 'report' ? 1 : 9))).toEqual([
    { body: 'lamps', persons: ['wu', 'zheng'], notes: 1, photos: 3, ticked: 0, reported: true },
    { body: 'power', persons: ['feng'], notes: 0, photos: 0, ticked: 1, reported: false },
    { body: 'water', persons: [], notes: 0, photos: 0, ticked: 0, reported: false },
  ])
  expect([timesFormed(trail), timesFormed([])]).toEqual([2, 0])
})

test('what a body may do: of the category first, then of those above it, then of all; nothing of others', () => {
  const remit = (id: string, body: string, category: string | null) => ({ id, body, category, words: id, ground: '' })
  const all = [remit('all', 'lamps', null), remit('wide', 'lamps', 'public'), remit('narrow', 'lamps', 'lighting'), remit('other', 'lamps', 'water'), remit('power', 'power', null)]
  expect(remitOf(all, 'lamps', ['lighting', 'public']).map((one) => one.id)).toEqual(['narrow', 'wide', 'all'])
  expect(remitOf(all, 'lamps', []).map((one) => one.id)).toEqual(['all'])
})
