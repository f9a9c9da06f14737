import { describe, expect, test } from 'vitest'
import { dayIn, entryOf, finderOf, twiceIn, type Column } from './row.ts'

const find = {
  category: finderOf([{ names: ['lamps', '路灯照明', '市政设施/路灯照明'], is: 'lamps' }, { names: ['other', '其他', '市政设施/其他'], is: 'other' }, { names: ['more', '其他', '环境卫生/其他'], is: 'more' }]),
  place: finderOf([{ names: ['990101001', '春晖街道'], is: 11 }]),
  owner: finderOf([{ names: ['物业', 'Property manager'], is: 'property' }]),
  body: finderOf([{ names: ['路灯管理所'], is: 'a' }, { names: ['城市管理局'], is: 'b' }]),
}
const read = (cells: Partial<Record<Column, string | number>>) => entryOf(new Map(Object.entries(cells) as [Column, string][]), find)

describe('a row of a table', () => {
  test('is an entry', () => {
    expect(read({ category: '市政设施 / 路灯照明', place: '春晖街道', owner: 'property manager', from: '2026/1/5', until: 46387, lead: '路灯管理所', assists: '城市管理局、城市管理局', ground: ' 职责清单 ' })).toEqual({
      entry: { category: 'lamps', place: 11, owner: 'property', from: '2026-01-05', until: '2026-12-31', lead: 'a', assists: ['b'], ground: '职责清单' },
    })
  })
  test('holds everywhere where it leaves a cell empty or says so; the code counts before the name', () => {
    expect(read({ category: '全部', place: '不限', lead: '路灯管理所' })).toMatchObject({ entry: { category: null, place: null, owner: null, from: null, until: null, assists: [] } })
    expect(read({ placeCode: '990101001', place: '写错了', lead: '路灯管理所' })).toMatchObject({ entry: { place: 11 } })
  })
  test('says every reason why it is none', () => {
    expect(read({ category: '其他', place: '月球', owner: '谁知道', from: '下周', assists: '没有的单位', ground: '长'.repeat(501) })).toEqual({
      faults: [
        { code: 'lead_missing', column: 'lead', text: '' }, { code: 'too_long', column: 'ground', text: '长'.repeat(60) }, { code: 'category_several', column: 'category', text: '其他' }, { code: 'place_unknown', column: 'place', text: '月球' },
        { code: 'owner_unknown', column: 'owner', text: '谁知道' }, { code: 'day_unreadable', column: 'from', text: '下周' }, { code: 'body_unknown', column: 'assists', text: '没有的单位' },
      ],
    })
  })
})

test.each([['2026-02-03', '2026-02-03'], ['2026年2月3日', '2026-02-03'], ['2026.2.3', '2026-02-03'], [46056, '2026-02-03'], ['', null], [null, null], ['2026-02-30', undefined], ['二月三日', undefined], ['2026-13-01', undefined]])(
  'the day in %j is %j', (cell, day) => expect(dayIn(cell)).toBe(day))

test('rows that say the same of the same are found', () => {
  const row = (owner: string | null) => ({ category: 'lamps', place: null, owner, from: null })
  expect(twiceIn([row(null), row('a'), row(null), row('a')])).toEqual([2, 3])
})
