import { expect, test } from 'vitest'
import type { CodeType } from '#contract/site-codes.ts'
import { classesOf, codeIn, noCode, type Codes } from './code-draft.ts'

const of = (thing: CodeType['thing'], ofClass: string, type: string, zh: string): CodeType => ({ thing, class: ofClass, type, className: { zh: '公用设施' }, name: { zh }, category: 'roads', owner: null })
const codes: Codes = {
  county: '990101',
  segments: [{ part: 'area', length: 6 }, { part: 'class', length: 2 }, { part: 'type', length: 2 }, { part: 'serial', length: 6 }],
  types: [of('component', '01', '01', '路面井盖'), of('component', '01', '03', '路灯'), of('component', '02', '01', '隔离护栏'), of('event', '01', '02', '道路不洁')],
}

test('a component is chosen step by step; a number that can’t be made out is zeros, and tells no two apart', () => {
  expect(codeIn({ ...noCode, by: 'component', class: '01' }, codes)).toBeUndefined()
  expect(codeIn({ ...noCode, by: 'component', class: '01', type: '01', serial: '123' }, codes)).toMatchObject({ text: '9901010101000123', isOne: true, type: { name: { zh: '路面井盖' } } })
  expect(codeIn({ ...noCode, by: 'component', class: '01', type: '01' }, codes)).toMatchObject({ text: '9901010101000000', isOne: false })
  expect(codeIn({ ...noCode, by: 'event', class: '01', type: '02', serial: '123' }, codes)).toMatchObject({ text: '9901010102', isOne: false })
})

test('a code that is keyed in is read, or it is said what is wrong with it', () => {
  expect(codeIn({ ...noCode, by: 'keyed', keyed: ' ' }, codes)).toBeUndefined()
  expect(codeIn({ ...noCode, by: 'keyed', keyed: '990101 01 03 000077' }, codes)).toMatchObject({ text: '9901010103000077', type: { name: { zh: '路灯' } } })
  expect(codeIn({ ...noCode, by: 'keyed', keyed: '990101010' }, codes)).toEqual({ fault: 'wrong_length' })
})

test('each class is offered once', () => {
  expect(classesOf(codes, 'component').map((one) => one.class)).toEqual(['01', '02'])
})
