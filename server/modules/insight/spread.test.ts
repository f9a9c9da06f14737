import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binsFor, spreadIn, spreadOf } from './spread.ts'

const often = (...minutes: number[]) => minutes.map((one) => ({ minutes: one, count: 1 }))

test.each([
  ['nothing', [], { count: 0, median: null, ninth: null }],
  ['one', often(30), { count: 1, median: 30, ninth: 30 }],
  ['two: half took no longer than the first', often(90, 10), { count: 2, median: 10, ninth: 90 }],
  ['ten: nine took no longer than the ninth', often(1, 2, 3, 4, 5, 6, 7, 8, 9, 1000), { count: 10, median: 5, ninth: 9 }],
  ['eleven: the tenth', often(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1000), { count: 11, median: 6, ninth: 10 }],
  ['many alike', [{ minutes: 5, count: 89 }, { minutes: 60, count: 11 }], { count: 100, median: 5, ninth: 60 }],
  ['many alike, on the edge', [{ minutes: 60, count: 10 }, { minutes: 5, count: 90 }], { count: 100, median: 5, ninth: 5 }],
])('of %s', (_, lengths, spread) => {
  expect(spreadOf(lengths)).toEqual(spread)
})

test('at least half took no longer than the median, nine of ten no longer than the ninth, and both came', () => {
  fc.assert(fc.property(fc.array(fc.nat(5_000), { minLength: 1 }), (minutes) => {
    const { count, median, ninth } = spreadOf(often(...minutes))
    const share = (most: number) => minutes.filter((one) => one <= most).length / minutes.length
    expect(count).toBe(minutes.length)
    expect(minutes).toContain(median)
    expect(minutes).toContain(ninth)
    expect(share(median!)).toBeGreaterThanOrEqual(0.5)
    expect(share(ninth!)).toBeGreaterThanOrEqual(0.9)
    expect(minutes.filter((one) => one < median!).length / minutes.length).toBeLessThan(0.5)
    expect(minutes.filter((one) => one < ninth!).length / minutes.length).toBeLessThan(0.9)
  }))
})

test('of bins it is the same to the minute, where the lengths in two of them are known', () => {
  fc.assert(fc.property(fc.array(fc.nat(5_000), { maxLength: 80 }), fc.integer({ min: 1, max: 900 }), (minutes, width) => {
    const all = often(...minutes)
    const bins = [...Map.groupBy(minutes, (one) => Math.floor(one / width)).values()].map((own) => ({ least: Math.min(...own), most: Math.max(...own), count: own.length }))
    const wanted = binsFor(bins)
    expect(wanted.length).toBeLessThanOrEqual(2)
    expect(spreadIn(bins, all.filter((one) => wanted.some(({ least, most }) => one.minutes >= least && one.minutes <= most)))).toEqual(spreadOf(all))
  }))
})
