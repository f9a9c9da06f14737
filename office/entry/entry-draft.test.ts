import { expect, test } from 'vitest'
import * as contract from '#contract/doors.ts'
import { noCode } from '../codes/code-draft.ts'
import { appealOf, channels, dialled, emptyEntry, faultsOf, nextEntry } from './entry-draft.ts'

const zone = 'Asia/Shanghai'
const draft = { ...emptyEntry(), phone: '13900000001', words: ' 路灯不亮。 ', region: 101 }

test('every channel of the contract is offered', () => {
  expect(new Set(channels)).toEqual(new Set(contract.staffChannels))
})

test.each([['+86 139-0000-0001', '13900000001'], ['008613900000001', '13900000001'], ['013900000001', '13900000001'], ['139 0000', '1390000'], ['+86 10 0000 0101', '01000000101'], ['010-00000101', '01000000101'], ['0731 8888 8888', '073188888888']])('a number as a telephone system writes it: %s', (given, phone) =>
  expect(dialled(given)).toBe(phone))

test('a letter is received when it came; a call now, whatever day was left in the form', () => {
  const dated = { ...draft, day: '2026-11-20', clock: '09:30' }
  expect(appealOf({ ...dated, channel: 'letter' }, zone, false).receivedAt).toBe('2026-11-20T01:30:00.000Z')
  expect(appealOf(dated, zone, false).receivedAt).toBeUndefined()
})

test('what staff saw themselves has nobody who waits, and goes by the catalogue only where that is allowed and the category known', () => {
  const seen = { ...draft, channel: 'grid' as const, phone: '', category: 'lighting' }
  expect(appealOf(seen, zone, true)).toMatchObject({ appellant: undefined, byPolicy: true })
  expect(appealOf(seen, zone, false).byPolicy).toBeUndefined()
  expect(appealOf({ ...seen, category: undefined }, zone, true).byPolicy).toBeUndefined()
  expect(appealOf({ ...seen, channel: 'hotline' }, zone, true).byPolicy).toBeUndefined()
})

test('what is missing is said in the order of the fields; half a number is no number', () => {
  expect(faultsOf({ ...draft, phone: '01000000101' })).toEqual([])
  expect(faultsOf({ ...emptyEntry(), phone: '139' })).toEqual(['phone', 'words', 'place'])
  expect(faultsOf({ ...draft, region: undefined, address: '北门' })).toEqual([])
})

test('the next of several keeps channel and day, and nothing of whoever spoke before', () => {
  const next = nextEntry({ ...draft, channel: 'paper', day: '2026-11-20' })
  expect(next).toMatchObject({ channel: 'paper', day: '2026-11-20', phone: '', words: '' })
  expect(next.region).toBeUndefined()
  expect(next.key).not.toBe(draft.key)
})

test('what a collector reports by code needs a whole code and a picture; category and owner come with the code', () => {
  const collected = { ...draft, phone: '', channel: 'collector' as const, category: 'noise', code: { ...noCode, by: 'component' as const } }
  expect(faultsOf(collected)).toEqual(['code', 'photos'])
  expect(faultsOf({ ...collected, photos: ['one'] }, '9901010101000123')).toEqual([])
  expect(appealOf(collected, zone, true, '9901010101000123')).toMatchObject({ code: '9901010101000123', byPolicy: true })
  expect(appealOf(collected, zone, true, '9901010101000123').category).toBeUndefined()
  expect(faultsOf({ ...collected, channel: 'hotline' })).toEqual([])
})
