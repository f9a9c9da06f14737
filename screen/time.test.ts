import { describe, expect, test } from 'vitest'
import { agoWords, dateWords, dueWords, fullDateWords, partOfDay, spanWords, timeWords } from './time.ts'

/** Sunday 22 November 2026, 16:30 in Shanghai. */
const now = new Date('2026-11-22T08:30:00Z')
const zone = 'Asia/Shanghai'
const zh = { now, zone, language: 'zh' } as const
const en = { now, zone, language: 'en' } as const

describe('a time in words', () => {
  test.each([
    ['2026-11-22T10:00:00Z', '今天 18:00', 'today 18:00'],
    ['2026-11-23T01:00:00Z', '明天 09:00', 'tomorrow 09:00'],
    ['2026-11-22T16:00:00Z', '明天 00:00', 'tomorrow 00:00'],
    ['2026-11-22T15:59:59Z', '今天 23:59', 'today 23:59'],
    ['2026-11-24T01:00:00Z', '后天 09:00', 'Tue 24 Nov, 09:00'],
    ['2026-11-21T06:05:00Z', '昨天 14:05', 'yesterday 14:05'],
    ['2026-11-20T06:05:00Z', '前天 14:05', 'Fri 20 Nov, 14:05'],
    ['2026-11-26T01:00:00Z', '11月26日 周四 09:00', 'Thu 26 Nov, 09:00'],
    ['2026-12-31T16:30:00Z', '2027年1月1日 00:30', '1 Jan 2027, 00:30'],
    ['2025-11-22T08:30:00Z', '2025年11月22日 16:30', '22 Nov 2025, 16:30'],
  ])('%s', (at, inChinese, inEnglish) => {
    expect(timeWords(at, zh)).toBe(inChinese)
    expect(timeWords(at, en)).toBe(inEnglish)
  })

  test('the day is that of the zone, wherever the device is', () => {
    expect(timeWords('2026-11-22T20:00:00Z', { ...zh, zone: 'America/New_York' })).toBe('今天 15:00')
    expect(timeWords('2026-11-22T20:00:00Z', zh)).toBe('明天 04:00')
  })
})

describe('a due time in words', () => {
  test.each([
    ['2026-11-22T10:00:00Z', '今天 18:00 前', 'by 18:00 today'],
    ['2026-11-23T01:00:00Z', '明天 09:00 前', 'by 09:00 tomorrow'],
    ['2026-11-24T01:00:00Z', '后天 09:00 前', 'by Tue 24 Nov, 09:00'],
    ['2026-11-26T01:00:00Z', '11月26日 周四 09:00 前', 'by Thu 26 Nov, 09:00'],
    ['2026-11-22T08:29:30Z', '已超时 1 分钟', '1 minute overdue'],
    ['2026-11-22T05:10:00Z', '已超时 3 小时', '3 hours overdue'],
    ['2026-11-21T08:30:00Z', '已超时 24 小时', '24 hours overdue'],
    ['2026-11-19T08:30:00Z', '已超时 3 天', '3 days overdue'],
  ])('%s', (at, inChinese, inEnglish) => {
    expect(dueWords(at, zh)).toBe(inChinese)
    expect(dueWords(at, en)).toBe(inEnglish)
  })
})

describe('how long ago', () => {
  test.each([
    ['2026-11-22T08:29:30Z', '刚刚', 'just now'],
    ['2026-11-22T08:29:00Z', '1 分钟前', '1 minute ago'],
    ['2026-11-22T07:40:00Z', '50 分钟前', '50 minutes ago'],
    ['2026-11-22T03:00:00Z', '5 小时前', '5 hours ago'],
    ['2026-11-21T15:50:00Z', '昨天 23:50', 'yesterday 23:50'],
    ['2026-11-21T16:10:00Z', '今天 00:10', 'today 00:10'],
  ])('%s', (at, inChinese, inEnglish) => {
    expect(agoWords(at, zh)).toBe(inChinese)
    expect(agoWords(at, en)).toBe(inEnglish)
  })

  test('a server whose clock runs ahead does not speak of the future', () => {
    expect(agoWords('2026-11-22T08:30:20Z', zh)).toBe('刚刚')
  })
})

test.each([
  [40 * 60_000, '40 分钟', '40 minutes'],
  [15 * 3_600_000, '15 小时', '15 hours'],
  [3_600_000, '1 小时', '1 hour'],
  [47.9 * 3_600_000, '47 小时', '47 hours'],
  [48 * 3_600_000, '2 天', '2 days'],
])('a span of %d ms', (span, inChinese, inEnglish) => {
  expect(spanWords(span, 'zh')).toBe(inChinese)
  expect(spanWords(span, 'en')).toBe(inEnglish)
})

test('dates', () => {
  expect(dateWords('2026-11-23T01:00:00Z', zh)).toBe('11月23日 周一')
  expect(dateWords('2026-11-23T01:00:00Z', en)).toBe('Mon 23 Nov')
  expect(fullDateWords('2026-11-23T01:00:00Z', zh)).toBe('2026年11月23日')
  expect(fullDateWords('2026-11-23T01:00:00Z', en)).toBe('23 Nov 2026')
})

test.each([
  ['2026-11-21T17:00:00Z', 'night'],
  ['2026-11-22T00:00:00Z', 'morning'],
  ['2026-11-22T04:00:00Z', 'noon'],
  ['2026-11-22T08:00:00Z', 'afternoon'],
  ['2026-11-22T12:00:00Z', 'evening'],
])('a greeting at %s names the %s', (at, part) => {
  expect(partOfDay({ now: new Date(at), zone })).toBe(part)
})
