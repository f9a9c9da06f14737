import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finderOf } from '../routing/row.ts'
import { lineOf, planOf, sameLine, twiceIn, type Column, type Line } from './row.ts'

const find = {
  category: finderOf([{ names: ['lamps', '路灯照明', '市政设施/路灯照明'], is: 'lamps' }, { names: ['other', '其他', '市政设施/其他'], is: 'other' }, { names: ['more', '其他', '环境卫生/其他'], is: 'more' }]),
  body: finderOf([{ names: ['路灯管理所', 'Lamp Office'], is: 'a' }, { names: ['综合执法队'], is: 'b' }, { names: ['综合执法队'], is: 'c' }]),
}
const read = (cells: Partial<Record<Column, string>>) => lineOf(new Map(Object.entries(cells) as [Column, string][]), find)

describe('a row of a table', () => {
  test('is a line of a body’s list', () => {
    expect(read({ body: ' lamp office', category: '市政设施 / 路灯照明', words: ' 维修路灯 ', ground: '照明条例' })).toEqual({ line: { body: 'a', category: 'lamps', words: '维修路灯', ground: '照明条例' } })
    for (const category of ['', '全部', 'all']) expect(read({ body: '路灯管理所', category, words: '巡查', ground: '条例' })).toMatchObject({ line: { category: null } })
  })
  test('is read as it was written, also where a mark keeps a spreadsheet from reckoning', () => {
    expect(read({ body: '路灯管理所', words: '\'=不是算式', ground: '\'-1' })).toMatchObject({ line: { words: '=不是算式', ground: '-1' } })
  })
  test('says every reason why it is none', () => {
    expect(read({ body: '综合执法队', category: '其他', words: '长'.repeat(501) })).toEqual({ faults: [
      { code: 'body_several', column: 'body', text: '综合执法队' }, { code: 'category_several', column: 'category', text: '其他' },
      { code: 'too_long', column: 'words', text: '长'.repeat(60) }, { code: 'ground_missing', column: 'ground', text: '' },
    ] })
    expect(read({ category: '月亮', ground: '条例' })).toMatchObject({ faults: [{ code: 'body_missing' }, { code: 'category_unknown', text: '月亮' }, { code: 'words_missing' }] })
  })
})

const line = fc.record({ body: fc.constantFrom('a', 'b'), category: fc.constantFrom(null, 'lamps'), words: fc.constantFrom('一', '二', '三'), ground: fc.constantFrom('甲', '乙') })
const lists = fc.uniqueArray(line, { selector: sameLine })
/** The lists after a table was read. */
const after = (known: readonly Line[], lines: readonly Line[]) => {
  const { added, changed } = planOf(known.map((one) => ({ id: sameLine(one), ...one })), lines)
  return [...known.filter((one) => !changed.some(({ was }) => was.id === sameLine(one))), ...changed.map((one) => one.line), ...added]
}
const sorted = (lines: readonly Line[]) => lines.map((one) => JSON.stringify(one)).toSorted()

test('whatever stands: what the table names stands afterwards, what it does not name stays, and once more it changes nothing', () => {
  fc.assert(fc.property(lists, lists, (known, lines) => {
    const once = after(known, lines)
    for (const one of lines) expect(once).toContainEqual(one)
    const named = new Set(lines.map(sameLine))
    for (const one of known) if (!named.has(sameLine(one))) expect(once).toContainEqual(one)
    expect(new Set(once.map(sameLine)).size).toBe(once.length)
    expect(planOf(once.map((one) => ({ id: '', ...one })), lines)).toEqual({ added: [], changed: [], same: lines.length })
    expect(sorted(after(once, lines))).toEqual(sorted(once))
  }))
})

test('rows that say the same of the same are found, whatever their ground', () => {
  const row = (words: string, ground: string) => ({ body: 'a', category: null, words, ground })
  expect(twiceIn([row('一', '甲'), row('二', '甲'), row('一', '乙')])).toEqual([2])
})
