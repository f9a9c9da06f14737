import { expect, test } from 'vitest'
import {
  factsWithoutListener, operationsWithoutCaller, personalFieldsUndeclared, schedulesWithoutWorker,
} from './judge-registry.ts'

const run = () => {}

test('every operation names who may call it', () => {
  const named = [{ id: 'submitAppeal', who: { door: 'resident' } }, { id: 'readHealth', who: { door: 'anyone' } }]
  expect(operationsWithoutCaller(named)).toEqual([])
  const unnamed = [{ id: 'closeCase', who: undefined }, { id: 'readCase', who: [] }, named[0]!, named[0]!]
  expect(operationsWithoutCaller(unnamed)).toEqual([
    `The operation 'closeCase' doesn't name who may call it`,
    `The operation 'readCase' doesn't name who may call it`,
    `The operation 'submitAppeal' is declared twice`,
  ])
})

test('every fact has a listener or says that it is kept for the record', () => {
  const facts = { 'appeal.received': {}, 'case.read': { keptForTheRecord: true }, 'case.closed': {} } as const
  expect(factsWithoutListener(facts, [{ name: 'tellStaff', on: ['appeal.received', 'case.closed'] }])).toEqual([])
  const reactions = [
    { name: 'tellStaff', on: ['appeal.received', 'case.opened'] },
    { name: 'sleep', on: [] },
    { name: 'sleep', on: ['case.read'] },
  ]
  expect(factsWithoutListener(facts, reactions)).toEqual([
    `The fact 'case.closed' has no listener and doesn't say that it is kept for the record`,
    `The reaction 'tellStaff' waits for 'case.opened', which nobody tells`,
    `The reaction 'sleep' waits for no fact`,
    `The reaction 'sleep' is declared twice`,
  ])
})

test('every schedule has a worker', () => {
  expect(schedulesWithoutWorker([{ name: 'hourlyWarn', everySeconds: 3600, run }])).toEqual([])
  const lame = [
    { name: 'hourlyWarn', everySeconds: 3600, run: undefined },
    { name: 'clean', everySeconds: 0, run },
    { name: 'clean', everySeconds: 60, run },
  ]
  expect(schedulesWithoutWorker(lame)).toEqual([
    `The routine 'hourlyWarn' has a schedule and no work`,
    `The routine 'clean' is never due`,
    `The routine 'clean' is declared twice`,
  ])
})

test('every personal field is declared, and every declaration is of a column that is there', () => {
  const columns = ['id', 'name', 'phone', 'phone_index', 'microphone', 'sent_hash']
  const tables = [
    { name: 'persons', columns, bytes: ['name', 'phone', 'sent_hash'] },
    { name: 'bodies', columns: ['contact_phone'], bytes: [] },
  ]
  const [name, phone] = [{ table: 'persons', column: 'name' }, { table: 'persons', column: 'phone' }]
  expect(personalFieldsUndeclared(tables, [name, phone], { 'bodies.contact_phone': `an office's own number` })).toEqual([])
  expect(personalFieldsUndeclared(tables, [{ table: 'persons', column: 'email' }, phone], {})).toEqual([
    `The column 'persons.name' looks personal and is declared in no personal.ts`,
    `The column 'bodies.contact_phone' looks personal and is declared in no personal.ts`,
    `The personal field 'persons.email' is declared, and no migration creates it`,
  ])
})
