import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaOf, codeLength, codeParts, isUnread, readCode, writeCode, type CodeList, type CodeType } from '#contract/site-codes.ts'
import { differencesOf, faultsOf, noCodes } from './list.ts'
import { twiceIn, typeOf, type Column } from './row.ts'

const cover: CodeType = { thing: 'component', class: '01', type: '01', className: { zh: '公用设施' }, name: { zh: '路面井盖' }, category: 'roads', owner: 'municipal' }
const waste: CodeType = { thing: 'event', class: '01', type: '02', className: { zh: '市容环境' }, name: { zh: '暴露垃圾' }, category: 'waste', owner: null }
const list: CodeList = { ...noCodes, types: [cover, waste] }
const county = '990101'
const anything = { hasCategory: () => true, hasOwner: () => true }

describe('a code', () => {
  test.each([
    ['9901010101000123', { type: cover, serial: '000123', text: '9901010101000123' }],
    ['990101 01-01 000123', { type: cover, serial: '000123', text: '9901010101000123' }],
    ['９９０１０１０１０２', { type: waste, serial: null, text: '9901010102' }],
    ['99010101A1000123', { fault: 'not_digits' }],
    ['990101010100012', { fault: 'wrong_length' }],
    ['9801010101000123', { fault: 'other_area' }],
    ['9901010901000123', { fault: 'unknown_class' }],
    ['9901010102000123', { fault: 'unknown_type' }],
    // The same class and type mean something else where there is no serial number.
    ['9901010101', { fault: 'unknown_type' }],
  ])('%s is read as %j', (text, read) => expect(readCode(list, county, text)).toEqual(read))

  test('that is written by any layout is read again as what it was', () => {
    const layout = fc.record({ area: fc.integer({ min: 2, max: 12 }), class: fc.integer({ min: 1, max: 3 }), type: fc.integer({ min: 1, max: 4 }), serial: fc.integer({ min: 1, max: 8 }) })
    fc.assert(fc.property(layout, fc.shuffledSubarray([...codeParts], { minLength: 4 }), fc.nat(9), (lengths, order, number) => {
      const segments = order.map((part) => ({ part, length: lengths[part] }))
      const type: CodeType = { ...cover, class: '1'.padStart(lengths.class, '0'), type: '2'.padStart(lengths.type, '0') }
      const own: CodeList = { segments, types: [type, { ...type, thing: 'event' }] }
      const text = writeCode(own, county, type, String(number))
      expect(text).toHaveLength(codeLength(own, 'component'))
      expect(readCode(own, county, text)).toEqual({ text, type, serial: String(number).padStart(lengths.serial, '0') })
      const event = writeCode(own, county, own.types[1]!)
      expect(readCode(own, county, event)).toEqual({ text: event, type: own.types[1], serial: null })
    }))
  })

  test('of a wider area begins with the county all the same', () => {
    const wide: CodeList = { ...list, segments: list.segments.map((one) => (one.part === 'area' ? { ...one, length: 9 } : one)) }
    expect(areaOf(wide, county)).toBe('990101000')
    expect(readCode(wide, county, '9901010020101000123')).toMatchObject({ type: cover })
    expect(readCode(wide, county, '9901020020101000123')).toEqual({ fault: 'other_area' })
  })

  test('whose number is zeros alone is of a component that nobody could make out', () => {
    expect(['000000', '000100'].map(isUnread)).toEqual([true, false])
  })
})

describe('a list', () => {
  test.each([
    [list, []],
    [{ ...list, segments: list.segments.slice(1) }, [{ type: null, code: 'parts' }]],
    [{ ...list, types: [cover, cover] }, [{ type: 'component-01-01', code: 'twice' }]],
    [{ ...list, types: [{ ...cover, class: '1' }] }, [{ type: 'component-1-01', code: 'class_length' }]],
    [{ ...list, types: [{ ...cover, type: '001' }] }, [{ type: 'component-01-001', code: 'type_length' }]],
  ] as const)('%# is faulty where it must be', (one, faults) => expect(faultsOf(one, anything)).toEqual(faults))

  test('names what it is held against and is not there', () => {
    expect(faultsOf(list, { hasCategory: (key) => key !== 'waste', hasOwner: () => false }).map(({ code }) => code)).toEqual(['owner_unknown', 'category_unknown'])
  })

  test('knows what it changes of another', () => {
    const next = { ...list, types: [{ ...cover, name: { zh: '雨水井盖' } }, { ...waste, type: '03' }] }
    expect(differencesOf(list, next)).toEqual({ added: 1, removed: 1, changed: 1, segmentsChanged: false })
    expect(differencesOf(list, list)).toEqual({ added: 0, removed: 0, changed: 0, segmentsChanged: false })
  })
})

describe('a row of a table', () => {
  const find = { category: (words: string) => (words === '道路破损' ? { is: 'roads' } : words === '路' ? 'several' as const : 'unknown' as const), owner: (words: string) => (words === '市政' ? { is: 'municipal' } : 'unknown' as const) }
  const row = (cells: Partial<Record<Column, string | number>>) =>
    typeOf(new Map(Object.entries({ thing: '部件', class: '01', className: '公用设施', type: '01', name: '路面井盖', category: '道路破损', owner: '市政', ...cells }) as [Column, string | number][]), list, find)
  const codesOf = (read: ReturnType<typeof row>) => ('faults' in read ? read.faults.map(({ code }) => code) : read)

  test('is a line, though the spreadsheet forgot the zeros in front', () => expect(row({ class: 1, type: 1 })).toEqual({ type: cover }))
  test.each([
    [{ thing: '物件' }, ['thing_unknown']],
    [{ class: '', type: 'A1' }, ['class_missing', 'not_digits']],
    [{ class: '001', type: '0001' }, ['class_length', 'type_length']],
    [{ name: '', className: '' }, ['class_name_missing', 'name_missing']],
    [{ category: '路', owner: '路灯所' }, ['category_several', 'owner_unknown']],
    [{ category: '' }, ['category_unknown']],
    [{ name: '井'.repeat(61) }, ['too_long']],
  ])('%j is no line, for every reason that there is', (cells, faults) => expect(codesOf(row(cells))).toEqual(faults))

  test('that stands there before is found', () => expect(twiceIn([cover, waste, cover])).toEqual([2]))
})
