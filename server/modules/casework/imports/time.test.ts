import { describe, expect, test } from 'vitest'
import { isTimeFormat, isZone, readTime } from './time.ts'

const zone = 'Asia/Shanghai'
const read = (value: string | number, format?: string) => readTime(value, zone, format)?.toISOString()

describe('a time', () => {
  test.each([
    ['2019-02-28T11:25:05', '2019-02-28T03:25:05.000Z'],
    ['2019-02-28 11:25:05', '2019-02-28T03:25:05.000Z'],
    ['2019/2/8 9:05', '2019-02-08T01:05:00.000Z'],
    ['2019.2.8', '2019-02-07T16:00:00.000Z'],
    ['2019年2月28日 11:25', '2019-02-28T03:25:00.000Z'],
    ['2019年2月28日11时25分05秒', '2019-02-28T03:25:05.000Z'],
    ['2019年2月28日', '2019-02-27T16:00:00.000Z'],
    ['2019-02-28T11:25:05.123Z', '2019-02-28T11:25:05.000Z'],
    ['2019-02-28T11:25:05+09:00', '2019-02-28T02:25:05.000Z'],
    ['2019-02-28 11:25:05 +0900', '2019-02-28T02:25:05.000Z'],
    ['  2019-02-28 ', '2019-02-27T16:00:00.000Z'],
  ])('%s is read as it is usually meant', (given, meant) => expect(read(given)).toBe(meant))

  test.each(['', 'yesterday', '2019', '2019-13-01', '2019-02-30', '2019-02-28 25:00', '28.02.2019', '20190228', '2019-02-28 11', '43524.5'])(
    '"%s" is none', (given) => expect(read(given)).toBeUndefined())

  test.each([
    ['28.02.2019 11:25', 'dd.MM.yyyy HH:mm', '2019-02-28T03:25:00.000Z'],
    ['20190228112505', 'yyyyMMddHHmmss', '2019-02-28T03:25:05.000Z'],
    ['2019-02-28T11:25:05', 'yyyy-MM-ddTHH:mm:ss', '2019-02-28T03:25:05.000Z'],
    ['2019年02月28日', 'yyyy年MM月dd日', '2019-02-27T16:00:00.000Z'],
    ['2019-02-28 11:25:05', 'yyyy-MM-dd', undefined],
    ['2019/02/28', 'yyyy-MM-dd', undefined],
    ['2019-2-28', 'yyyy-MM-dd', undefined],
    ['2019-02-31', 'yyyy-MM-dd', undefined],
  ])('%s in the format %s', (given, format, meant) => expect(read(given, format)).toBe(meant))

  test.each([[43524, '2019-02-27T16:00:00.000Z'], [43524.4757523148, '2019-02-28T03:25:05.000Z'], [61, '1900-02-28T15:54:17.000Z'], [60, undefined], [0, undefined], [-1, undefined], [Number.NaN, undefined]])(
    'the number %d counts days as a spreadsheet does', (given, meant) => expect(read(given)).toBe(meant))

  test('one in the hour that clocks skip is as much later as they jump', () => {
    expect(readTime('2024-03-31 02:30', 'Europe/Berlin')?.toISOString()).toBe('2024-03-31T01:30:00.000Z')
  })
})

test.each([['yyyy-MM-dd', true], ['dd.MM.yyyy HH:mm:ss', true], ['HH:mm', false], ['yyyy-MM', false], ['yyyy-yyyy-MM-dd', false]])(
  'a format must say which day, each part once: %s', (format, is) => expect(isTimeFormat(format)).toBe(is))

test('a zone is one that there is', () => expect([isZone('Asia/Urumqi'), isZone('Asia/Atlantis')]).toEqual([true, false]))
