import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { advise, casesMin, modes, type Handled } from './mode.ts'

const handled = (over: Partial<Handled> = {}): Handled => ({ cases: 20, several: 2, returned: 1, reopened: 1, self: 15, coordinated: 4, joint: 1, places: 1, placesAll: 6, ...over })

describe('the mode that is advised', () => {
  test.each([
    ['alike and stable', {}, 'line', ['alike 18/20', 'stable 1/6', 'level 15/20']],
    ['worked by several, but stable', { several: 6 }, 'group', ['unlike 6/20', 'stable 1/6', 'level 15/20']],
    ['by one body, but whose it is was disputed', { returned: 5 }, 'group', ['alike 18/20', 'disputed 5/20', 'stable 1/6', 'level 15/20']],
    ['alike, now here, now there', { places: 3 }, 'central', ['alike 18/20', 'moving 3/6', 'level 15/20']],
    ['unlike and moving', { several: 12, places: 6 }, 'separate', ['unlike 12/20', 'moving 6/6', 'level 15/20']],
    ['in the only village that there is', { places: 1, placesAll: 1 }, 'line', ['alike 18/20', 'stable 1/1', 'level 15/20']],
    ['just below the shares', { several: 5, returned: 4, places: 2 }, 'line', ['alike 15/20', 'stable 2/6', 'level 15/20']],
  ] as const)('%s: %j', (_, over, mode, reasons) => {
    const advice = advise(handled(over))!
    expect([advice.mode, advice.reasons.map(({ code, count, of }) => `${code} ${count}/${of}`)]).toEqual([mode, reasons])
  })

  test.each([
    ['closed by committees', {}, 'self'],
    ['closed by subdistricts', { self: 4, coordinated: 15 }, 'coordinated'],
    ['as often by the one as by the other', { self: 9, coordinated: 9, joint: 2 }, 'self'],
    ['closed by committees, and a quarter came back', { reopened: 5 }, 'coordinated'],
    ['closed jointly, and all came back', { self: 0, coordinated: 0, joint: 20, reopened: 20 }, 'joint'],
  ] as const)('the level of what was %s: %s', (_, over, level) => expect(advise(handled(over))!.level).toBe(level))

  test('nothing is advised out of too few', () => {
    expect([advise(handled({ cases: casesMin - 1, several: 0 })), advise(handled({ cases: 0 }))]).toEqual([undefined, undefined])
  })

  test('whatever was counted, the advice is one of four, and each of its numbers is a part of a whole', () => {
    const share = fc.nat(100)
    fc.assert(fc.property(fc.integer({ min: casesMin, max: 5_000 }), share, share, share, share, fc.integer({ min: 1, max: 400 }), (cases, several, returned, reopened, self, placesAll) => {
      const of = (percent: number) => Math.floor((cases * percent) / 100)
      const own = of(self)
      const advice = advise({ cases, several: of(several), returned: of(returned), reopened: of(reopened), self: own, coordinated: cases - own, joint: 0, places: Math.min(placesAll, cases), placesAll })!
      expect(modes).toContain(advice.mode)
      for (const one of advice.reasons) expect(one.count <= one.of && one.count >= 0).toBe(true)
    }))
  })
})
