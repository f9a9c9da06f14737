import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isFitAsCount, isFitOfVoices, isFitOfWork, percentOf, sumOf, withheldOf, type Share } from './publication.ts'

const shares = fc.array(fc.record({ part: fc.nat(40), rest: fc.nat(40) }), { maxLength: 12 })
  .map((all) => new Map(all.map(({ part, rest }, i): [number, Share] => [i, { part, whole: part + rest }])))

describe('what everybody may read', () => {
  test.each([
    [isFitOfWork, { part: 0, whole: 9 }, false], [isFitOfWork, { part: 9, whole: 10 }, true],
    [isFitOfVoices, { part: 10, whole: 19 }, false], [isFitOfVoices, { part: 4, whole: 20 }, false],
    [isFitOfVoices, { part: 16, whole: 20 }, false], [isFitOfVoices, { part: 15, whole: 20 }, true],
    [isFitAsCount, { part: 0, whole: 3 }, true], [isFitAsCount, { part: 4, whole: 90 }, false], [isFitAsCount, { part: 5, whole: 5 }, true],
  ])('%o says of %o: %o', (isFit, share, expected) => {
    expect(isFit(share)).toBe(expected)
  })

  test.each([[isFitOfVoices], [isFitAsCount]])('never leaves something unfit to whoever subtracts what is told from the sum', (isFit) => {
    fc.assert(fc.property(shares, (all) => {
      const withheld = withheldOf(all, isFit)
      const [told, rest] = [[...all].filter(([key]) => !withheld.has(key)), [...withheld].map((key) => all.get(key)!)]
      for (const [, share] of told) expect(isFit(share)).toBe(true)
      // All of it is withheld, and its sum unfit as well: then nothing is told at all.
      const isNothingTold = told.every(([, { part, whole }]) => part === 0 && whole === 0)
      expect(rest.length === 0 || isFit(sumOf(rest)) || isNothingTold).toBe(true)
    }))
  })

  test('withholds no more than it takes', () => {
    const all = new Map([['a', { part: 3, whole: 40 }], ['b', { part: 6, whole: 40 }], ['c', { part: 30, whole: 40 }]])
    expect([...withheldOf(all, isFitAsCount)]).toEqual(['a', 'b'])
    expect([...withheldOf(new Map([['a', { part: 3, whole: 9 }], ['b', { part: 3, whole: 9 }], ['c', { part: 8, whole: 9 }]]), isFitAsCount)]).toEqual(['a', 'b'])
    expect([...withheldOf(new Map([['a', { part: 8, whole: 9 }]]), isFitAsCount)]).toEqual([])
  })

  test('is in whole percent', () => {
    expect([percentOf({ part: 1, whole: 3 }), percentOf({ part: 0, whole: 3 }), percentOf({ part: 3, whole: 3 })]).toEqual([33, 0, 100])
  })
})
