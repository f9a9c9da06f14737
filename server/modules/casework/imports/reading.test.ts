import { describe, expect, test } from 'vitest'
import type { Mapping } from '#contract/imports.ts'
import { codesNamed, readRow, type Known } from './reading.ts'
import type { Cell } from './record.ts'

const mapping: Mapping = {
  source: 'other', format: 'csv',
  fields: {
    id: 'no', receivedAt: { column: 'time' }, words: ['title', 'text'], title: 'title', person: 'who', address: 'where',
    place: { columns: ['district', 'text'], means: 'mention', table: { 东区: '1', 西区: '2', 远县: '9', 空区: '5' } },
    category: { columns: ['kind'], means: 'table', table: { 灯: 'lighting', 路: 'gone' } },
    answer: { words: ['reply'], at: { column: 'replied' } },
  },
  unknown: { place: '1', category: 'not_sorted' },
}
const place = (county: number) => ({ county, town: null, village: null, grid: null })
const known: Known = {
  now: new Date('2026-11-22T00:00:00Z'), zone: 'Asia/Shanghai', county: undefined,
  places: new Map([['1', place(1)], ['2', place(2)], ['9', place(9)], ['5', place(5)]]),
  hasDesk: ({ county }) => county !== 5,
  categoryOf: (_, by, [key]) => (by === 'key' && key === 'lighting' ? key : undefined),
}
const good = { no: 'A7', time: '2019-02-28 11:25:05', title: '路灯不亮', text: '西区门口的路灯不亮', who: 'U12', where: '幸福路', district: '', kind: '灯', reply: '已修好', replied: '2019-03-01 09:00' }
const read = (cells: Record<string, Cell>, more: Partial<Mapping> = {}, also: Partial<Known> = {}) =>
  readRow(7, new Map(Object.entries({ ...good, ...cells })), { ...mapping, ...more }, { ...known, ...also })
const faults = (...given: Parameters<typeof read>) => {
  const row = read(...given)
  return 'faults' in row ? row.faults.map(({ code, column }) => (column ? `${code} ${column}` : code)) : []
}

describe('a row', () => {
  test('is read field by field', () => {
    expect(read({})).toEqual({
      line: 7, sourceId: 'A7', receivedAt: new Date('2019-02-28T03:25:05Z'), title: '路灯不亮', words: '路灯不亮\n西区门口的路灯不亮', pseudonym: 'U12',
      address: '幸福路', place: place(2), category: 'lighting', answer: { words: '已修好', at: new Date('2019-03-01T01:00:00Z') },
    })
  })

  test.each([
    ['the first column that says something decides', { district: '远县', text: '西区' }, 9],
    ['of several words the first in the text counts', { text: '远县的人到西区' }, 9],
    ['nothing known: where unknown ones go', { text: '不知道哪里' }, 1],
  ])('its place: %s', (_, cells, county) => expect(read(cells)).toMatchObject({ place: { county } }))

  test.each([[{ kind: '灯' }, 'lighting'], [{ kind: '路' }, null], [{ kind: '?' }, null], [{ kind: '' }, null]])('its category: %j is %j', (cells, category) =>
    expect(read(cells)).toMatchObject({ category }))

  test('without an answer, a name or an address, it is whole too', () => {
    expect(read({ reply: '', replied: null, who: ' ', where: null })).toMatchObject({ answer: null, pseudonym: null, address: null })
  })

  test('the title may be missing, then the words begin with one', () => {
    expect(read({ title: '' })).toMatchObject({ title: '西区门口的路灯不亮', words: '西区门口的路灯不亮' })
  })

  test('words of 7,020 characters come in whole', () => {
    const text = '字'.repeat(7_020)
    expect(read({ title: '', text })).toMatchObject({ words: text })
  })

  test('a time may be a day count of a spreadsheet, and in the zone of the mapping', () => {
    expect(read({ time: 43524, reply: '', replied: '' }, { zone: 'UTC' })).toMatchObject({ receivedAt: new Date('2019-02-28T00:00:00Z') })
  })

  test.each([
    ['no id', { no: ' ' }, ['missing no']],
    ['an id that is too long', { no: 'x'.repeat(201) }, ['id_too_long no']],
    ['no time', { time: null }, ['missing time']],
    ['a time that is none', { time: 'soon' }, ['time_unreadable time']],
    ['a time in the future', { time: '2026-11-22 08:00:01', reply: '', replied: '' }, ['time_future time']],
    ['a time before all platforms', { time: '1989-12-31' }, ['time_too_early time']],
    ['no words', { title: '', text: '', district: '西区' }, ['missing text']],
    ['too many words', { text: '字'.repeat(20_001) }, ['words_too_long text']],
    ['an answer without its time', { replied: '' }, ['answer_without_time replied']],
    ['a time of answer without one', { reply: '' }, ['answer_without_words reply']],
    ['an answer before the receipt', { replied: '2019-02-28 11:25:04' }, ['answer_before_receipt replied']],
    ['an answer in the future', { replied: '2027-01-01' }, ['time_future replied']],
    ['a place without a desk', { district: '空区' }, ['no_desk text']],
    ['a character that nobody can keep', { text: '西区\0' }, ['unstorable text']],
    ['half a character', { who: '\ud83d' }, ['unstorable who']],
    ['several things at once', { no: '', time: 'soon', reply: '' }, ['missing no', 'time_unreadable time', 'answer_without_words reply']],
  ])('with %s is refused, and it is said why', (_, cells, expected) => expect(faults(cells)).toEqual(expected))

  test('where unknown ones are refused, they are', () => {
    expect(faults({ text: '哪里', kind: '?' }, { unknown: { place: 'refuse', category: 'refuse' } })).toEqual(['place_unknown text'])
    expect(faults({ kind: '?' }, { unknown: { place: 'refuse', category: 'refuse' } })).toEqual(['category_unknown kind'])
  })

  test('of another county is no staff’s of this one', () => {
    expect(faults({ district: '远县' }, {}, { county: 2 })).toEqual(['place_elsewhere text'])
    expect(faults({}, {}, { county: 2 })).toEqual([])
  })
})

test('codes that rows may name: those of the mapping, or those of a column', () => {
  expect(codesNamed(mapping, [])).toEqual(['1', '2', '9', '5'])
  const byCode: Mapping = { ...mapping, fields: { ...mapping.fields, place: { columns: ['code'], means: 'code' } }, unknown: { place: 'refuse', category: 'refuse' } }
  expect(codesNamed(byCode, [new Map([['code', '430102']]), new Map([['code', 430103]]), new Map([['code', null]])])).toEqual(['430102', '430103'])
})
