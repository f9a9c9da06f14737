import { describe, expect, test } from 'vitest'
import { columnsOf, divisionsOf, impliedBy, sortDivisions, type Division } from './division.ts'

const plain = columnsOf(['code', 'name', 'cityCode'])!
const chain = columnsOf(['village_code', 'village', 'street_code', 'street', 'area_code', 'area'])!
const division = (code: string, name: string, more: Partial<Division> = {}): Division =>
  ({ code, name, level: [2, 4, 6, 9, 12].indexOf(code.length) + 1, at: 'x.csv:2', ...more })

describe('a row', () => {
  test('names one division, or the chain above a village', () => {
    expect(divisionsOf(plain, ['980101', '青石区', '9801'], 'x.csv:2')).toEqual([division('980101', '青石区')])
    expect(divisionsOf(chain, ['980101001001', '柳荫社区', '980101001', '柳荫街道', '980101', '青石区'], 'x.csv:2'))
      .toEqual([division('980101', '青石区'), division('980101001', '柳荫街道'), division('980101001001', '柳荫社区')])
  })

  test.each([
    ['a code that is none', plain, ['98010', '青石区'], '"98010" is no division code: 2, 4, 6, 9 or 12 digits'],
    ['a code with letters', plain, ['98O101', '青石区'], '"98O101" is no division code: 2, 4, 6, 9 or 12 digits'],
    ['no name', plain, ['980101', ''], 'the name of 980101 must have 1 to 60 letters'],
    ['an endless name', plain, ['980101', '区'.repeat(61)], 'the name of 980101 must have 1 to 60 letters'],
    ['a village elsewhere', chain, ['980102001001', '柳荫社区', '980101001', '柳荫街道', '980101', '青石区'], '980102001001 does not lie in 980101001'],
  ])('%s is told', (_, columns, row, why) => expect(divisionsOf(columns, row, 'x.csv:7')).toEqual({ at: 'x.csv:7', why }))

  test('of a file of another kind is not understood', () => {
    expect(columnsOf(['id', 'title'])).toBeUndefined()
    expect(columnsOf(['village_code', 'title'])).toBeUndefined()
  })
})

describe('divisions', () => {
  test('imply the city and the province above them, called by their codes', () => {
    const implied = impliedBy([division('980101', '青石区'), division('980102', '白石区'), division('97', '示范省')])
    expect(implied.map(({ code, name, isImplied }) => [code, name, isImplied])).toEqual([['9801', '9801', true], ['98', '98', true]])
  })

  test('imply no county: that a county is missing is a mistake', () => {
    expect(impliedBy([division('980101001', '柳荫街道')])).toEqual([])
  })

  const known = (code: string, name: string, isOpen = true) => [code, { code, name, isOpen }] as const
  test('are added, renamed, left alone or refused by what is there', () => {
    const given = ['001', '002', '003', '004'].map((end) => division(`980101${end}`, `街道${end}`))
    const there = [known('980101001', '街道001'), known('980101002', '旧街道'), known('980101003', '街道003', false)]
    const sorted = sortDivisions(given, new Map(there), new Map([known('980101', '青石区')]))
    expect(sorted).toEqual({
      added: [given[3]], renamed: [given[1]], asBefore: 1, bad: [{ at: 'x.csv:2', why: '980101003 街道003 was ended here, and stays so' }],
    })
  })

  test('whose upper region is missing or over are refused', () => {
    const given = [division('980101001', '柳荫街道'), division('980102001', '白石街道')]
    expect(sortDivisions(given, new Map(), new Map([known('980102', '白石区', false)])).bad.map(({ why }) => why)).toEqual([
      '980101001 柳荫街道 lies in 980101, which is not there', '980102001 白石街道 lies in 980102, which is not there',
    ])
  })

  test('that are only implied rename nothing', () => {
    const implied = [division('98', '98', { isImplied: true })]
    expect(sortDivisions(implied, new Map([known('98', '示范省')]), new Map())).toEqual({ added: [], renamed: [], asBefore: 0, bad: [] })
  })
})
