import { describe, expect, test } from 'vitest'
import { leftSince, stationingAfter, whyNotServeThere, whyNotStation, type Asked } from './stationing.ts'

const now = new Date('2026-11-16T02:00:00Z')
const day = (n: number) => new Date(now.getTime() + n * 86_400_000)
const before = { at: 'centre', from: day(-3), to: day(3) }

describe('a stationing', () => {
  test.each<[string, typeof before | null, Asked, ReturnType<typeof stationingAfter>]>([
    ['begins with the day where nothing is said', null, { stationedAt: 'centre' }, { at: 'centre', from: now, to: null }],
    ['has its own days', null, { stationedAt: 'centre', stationedFrom: day(1).toISOString(), stationedTo: day(5).toISOString() }, { at: 'centre', from: day(1), to: day(5) }],
    ['stays as it was where other things change', before, {}, before],
    ['is made longer', before, { stationedTo: day(9).toISOString() }, { ...before, to: day(9) }],
    ['goes on until further notice', before, { stationedTo: null }, { ...before, to: null }],
    ['begins anew at another body', before, { stationedAt: 'office' }, { at: 'office', from: now, to: null }],
    ['ends', before, { stationedAt: null }, null],
    ['is none without a body', null, { stationedTo: day(3).toISOString() }, null],
  ])('%s', (_, was, asked, after) => expect(stationingAfter(was, asked, now)).toEqual(after))

  test.each([
    ['at one’s own body', { ...before, at: 'lamps' }, 'post.stationed_dates'],
    ['ending as it begins', { ...before, to: before.from }, 'post.stationed_dates'],
    ['for some days', before, undefined],
    ['until further notice', { ...before, to: null }, undefined],
    ['nowhere', null, undefined],
  ] as const)('%s: %s', (_, one, no) => expect(whyNotStation(one, 'lamps')).toBe(no))

  test.each([
    [-3, 3, undefined], [-2, 1, undefined], [-4, 1, 'duty.not_stationed'], [2, 4, 'duty.not_stationed'],
  ] as const)('a duty from day %i to day %i: %s', (since, until, no) => expect(whyNotServeThere(before, day(since), day(until))).toBe(no))

  test.each([
    ['it ends at once', before, null, now],
    ['it goes on elsewhere', before, { at: 'office', from: now, to: null }, now],
    ['it is made shorter', before, { ...before, to: day(1) }, day(1)],
    ['it is given an end', { ...before, to: null }, { ...before, to: day(9) }, day(9)],
    ['it is made longer', before, { ...before, to: day(9) }, undefined],
    ['it is as it was', before, before, undefined],
    ['there was none', null, before, undefined],
  ] as const)('duties there end where %s', (_, was, is, since) => expect(leftSince(was, is, now)).toEqual(since))
})
