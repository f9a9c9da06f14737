import { describe, expect, test } from 'vitest'
import { codeAbove, endingWith, isOpenOn, levelOfCode, whyNotCreate, whyNotEnd, type Region } from './region.ts'

const region = (given: Partial<Region>): Region => ({
  id: 101, parent: 11, level: 5, code: '990101001001', name: { zh: '梧桐社区' }, above: [1, 2, 3, 11], place: { county: 3, town: 11, village: 101 },
  validFrom: '1970-01-01', validTo: null, ...given,
})
const town = region({ id: 11, level: 4, code: '990101001' })
const village = region({})
const building = region({ level: 7, code: '99010100100100101' })

describe('a state division code', () => {
  test.each([
    ['99', 1, undefined], ['9901', 2, '99'], ['990101', 3, '9901'], ['990101001', 4, '990101'], ['990101001001', 5, '990101001'],
    ['', undefined, undefined], ['9', undefined, undefined], ['99010', undefined, undefined], ['99a1', undefined, undefined], ['９９', undefined, undefined],
  ])('%s is of level %s, below %s', (code, level, above) => expect([levelOfCode(code), codeAbove(code)]).toEqual([level, above]))
})

describe('a region is there', () => {
  test.each([
    ['1970-01-01', null, '2026-11-16', true],
    ['2026-11-16', null, '2026-11-16', true],
    ['2026-11-17', null, '2026-11-16', false],
    ['1970-01-01', '2026-11-16', '2026-11-15', true],
    ['1970-01-01', '2026-11-16', '2026-11-16', false],
  ])('from %s to %s: on %s %s', (validFrom, validTo, day, answer) => expect(isOpenOn({ validFrom, validTo }, day)).toBe(answer))
})

describe('a new region', () => {
  const today = '2026-11-16'
  test.each([
    ['a grid appends to its village', village, '990101001001001', undefined],
    ['a grid may append letters', village, '990101001001-B', undefined],
    ['a village takes three digits', town, '990101001009', undefined],
    ['a village takes no more', town, '9901010010091', 'region.bad_code'],
    ['a village takes no letters', town, '99010100100A', 'region.bad_code'],
    ['a code from elsewhere', village, '990101002001001', 'region.bad_code'],
    ['the code of the one above', village, '990101001001', 'region.bad_code'],
    ['nothing lies in a building', building, '990101001001001011', 'region.level_too_low'],
  ] as const)('%s', (_, parent, code, refusal) => expect(whyNotCreate(parent, { code, validFrom: today }, [])).toBe(refusal))

  test.each([
    ['in a region that is over', '2026-11-16', today, 'region.bad_dates'],
    ['in a region that is over later', '2026-11-17', today, undefined],
    ['in a region that never ends', null, '2100-01-01', undefined],
  ] as const)('%s', (_, validTo, validFrom, refusal) =>
    expect(whyNotCreate({ ...village, validTo }, { code: '990101001001001', validFrom }, [])).toBe(refusal))

  test.each([
    ['a code that is in use', '1970-01-01', null, 'region.code_taken'],
    ['a code that will be in use', '2027-01-01', null, 'region.code_taken'],
    ['a code that is free from that day on', '1970-01-01', today, undefined],
    ['a code that is free a day later', '1970-01-01', '2026-11-17', 'region.code_taken'],
  ] as const)('%s', (_, validFrom, validTo, refusal) =>
    expect(whyNotCreate(village, { code: '990101001001001', validFrom: today }, [{ validFrom, validTo }])).toBe(refusal))
})

describe('an end', () => {
  const grid = region({ id: 1011, level: 6, code: '990101001001001' })
  const over = region({ id: 1012, level: 6, code: '990101001001002', validTo: '2020-01-01' })

  test('takes along what lies below, and leaves alone what is over', () => {
    expect(endingWith(village, [village, grid, over], '2027-01-01')).toEqual([village, grid])
  })

  test('that is put off takes along what ended with it', () => {
    const ended = [village, grid].map((one) => ({ ...one, validTo: '2026-12-01' }))
    expect(endingWith(ended[0]!, [...ended, over], '2027-01-01')).toEqual(ended)
  })

  test.each([
    ['after everything began', '1970-01-02', undefined],
    ['before it began', '1970-01-01', 'region.bad_dates'],
  ] as const)('%s', (_, validTo, refusal) => expect(whyNotEnd([village], validTo, [])).toBe(refusal))

  test('is refused while something below has not begun', () => {
    expect(whyNotEnd([village, { ...grid, validFrom: '2027-06-01' }], '2027-01-01', [])).toBe('region.bad_dates')
  })

  test('can not be put off beyond the day on which another takes the code', () => {
    const heir = { code: village.code, validFrom: '2027-01-01', validTo: null }
    const ended = { ...village, validTo: '2027-01-01' }
    expect(whyNotEnd([ended], '2027-01-02', [heir])).toBe('region.code_taken')
    expect(whyNotEnd([ended], '2026-12-31', [heir])).toBeUndefined()
  })
})
