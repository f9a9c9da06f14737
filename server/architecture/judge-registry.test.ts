import { expect, test } from 'vitest'
import { factsWithoutListener, operationsWithoutCaller, personalFieldsUndeclared, schedulesWithoutWorker } from './judge-registry.ts'

test('every operation names who may call it', () => {
  expect(operationsWithoutCaller([{ id: 'submitAppeal', who: 'resident' }, { id: 'readHealth', who: { anyone: true } }])).toEqual([])
  expect(operationsWithoutCaller([{ id: 'closeCase', who: undefined }, { id: 'answerCase', who: [] }, { id: 'answerCase', who: 'staff' }])).toEqual([
    'The operation \'closeCase\' doesn\'t name who may call it',
    'The operation \'answerCase\' doesn\'t name who may call it',
    'The operation \'answerCase\' is declared twice',
  ])
})

test('every fact has a listener or says that it is kept for the record', () => {
  const facts = { 'appeal.received': {}, 'case.read': { keptForTheRecord: true }, 'case.closed': {} } as const
  expect(factsWithoutListener(facts, [{ name: 'tellStaff', on: ['appeal.received', 'case.closed'] }])).toEqual([])
  expect(factsWithoutListener(facts, [{ name: 'tellStaff', on: ['appeal.received', 'case.opened'] }, { name: 'sleep', on: [] }, { name: 'sleep', on: ['case.read'] }])).toEqual([
    'The fact \'case.closed\' has no listener and doesn\'t say that it is kept for the record',
    'The reaction \'tellStaff\' waits for \'case.opened\', which nobody tells',
    'The reaction \'sleep\' waits for no fact',
    'The reaction \'sleep\' is declared twice, and one of the two would be marked done for both',
  ])
})

test('every schedule has a worker', () => {
  expect(schedulesWithoutWorker([{ name: 'hourlyWarn', everySeconds: 3600, run: () => {} }])).toEqual([])
  expect(schedulesWithoutWorker([{ name: 'hourlyWarn', everySeconds: 3600, run: undefined }, { name: 'clean', everySeconds: 0, run: () => {} }])).toEqual([
    'The routine \'hourlyWarn\' has a schedule and no work',
    'The routine \'clean\' is never due',
  ])
})

test('every personal field is declared, and every declaration is of a column that is there', () => {
  const tables = [
    { name: 'persons', columns: ['id', 'name', 'phone', 'phone_index', 'microphone', 'sent_hash'], bytes: ['name', 'phone', 'sent_hash'] },
    { name: 'bodies', columns: ['contact_phone'], bytes: [] },
  ]
  const [name, phone] = [{ table: 'persons', column: 'name' }, { table: 'persons', column: 'phone' }]
  expect(personalFieldsUndeclared(tables, [name, phone], { 'bodies.contact_phone': 'an office\'s own number' })).toEqual([])
  expect(personalFieldsUndeclared(tables, [{ table: 'persons', column: 'email' }, phone], {})).toEqual([
    'The column \'persons.name\' looks personal and is declared in no personal.ts',
    'The column \'bodies.contact_phone\' looks personal and is declared in no personal.ts',
    'The personal field \'persons.email\' is declared, and no migration creates it',
  ])
})
