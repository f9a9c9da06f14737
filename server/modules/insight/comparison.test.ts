import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, comparedFrom, type Stratum } from './comparison.ts'

const row = (body: string, kind: string, part: number, whole: number): Stratum => ({ body, kind, part, whole })

/** Some bodies with some kinds of work each. */
const work = fc.array(
  fc.record({ body: fc.constantFrom('a', 'b', 'c', 'd'), kind: fc.constantFrom('noise', 'roads', 'power'), whole: fc.integer({ min: 0, max: 200 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    .map(({ body, kind, whole, share }) => row(body, kind, Math.round(whole * share), whole)),
  { minLength: 1, maxLength: 14 },
)

describe('a body beside what its mix of work takes elsewhere', () => {
  test('hard work is not punished: with a worse share of all, but as good in each kind, it is the same as others', () => {
    const strata = [row('hard', 'noise', 40, 100), row('hard', 'roads', 18, 20), row('easy', 'noise', 8, 20), row('easy', 'roads', 90, 100)]
    const compared = compare(strata)
    expect(compared.get('hard')).toMatchObject({ whole: 120, part: 58, expected: 58, verdict: 'same' })
    expect(compared.get('easy')!.verdict).toBe('same')
  })

  test('and what looks good by easy work alone is seen', () => {
    const strata = [row('lucky', 'roads', 160, 200), row('lucky', 'noise', 2, 20), row('others', 'roads', 190, 200), row('others', 'noise', 300, 600)]
    expect(compare(strata).get('lucky')!.verdict).toBe('much_worse')
    expect(compare(strata).get('others')!.verdict).toBe('much_better')
  })

  test('what nobody else does is left out', () => {
    expect(compare([row('a', 'only', 0, 500), row('a', 'noise', 15, 30), row('b', 'noise', 15, 30)]).get('a')).toMatchObject({ whole: 30, part: 15, expected: 15, verdict: 'same' })
    expect(compare([row('a', 'only', 0, 500)]).get('a')).toMatchObject({ whole: 0, verdict: 'too_few' })
  })

  test.each([
    ['below the floor', [row('a', 'noise', 0, comparedFrom - 1), row('b', 'noise', 400, 500)]],
    ['where chance alone gives too few failures', [row('a', 'noise', 38, 40), row('b', 'noise', 4_000, 4_000)]],
  ])('%s it says too few, whatever it looks like', (_, strata) => {
    expect(compare(strata).get('a')).toMatchObject({ verdict: 'too_few', distance: null })
  })

  test('where nobody ever failed all are the same', () => {
    expect(compare([row('a', 'noise', 50, 50), row('b', 'noise', 90, 90)]).get('a')).toMatchObject({ verdict: 'same' })
  })

  test('for one kind of work it is the test of two proportions', () => {
    fc.assert(fc.property(fc.integer({ min: 60, max: 900 }), fc.integer({ min: 60, max: 900 }), fc.double({ min: 0.3, max: 0.7, noNaN: true }), fc.double({ min: 0.3, max: 0.7, noNaN: true }), (n, m, p, q) => {
      const [x, y] = [Math.round(n * p), Math.round(m * q)]
      const pooled = (x + y) / (n + m)
      const z = (x / n - y / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
      expect(compare([row('a', 'noise', x, n), row('b', 'noise', y, m)]).get('a')!.distance).toBeCloseTo(z, 8)
    }))
  })

  test('where each kind of work goes alike everywhere, nobody is better or worse, whatever the mix', () => {
    const mix = fc.array(fc.record({ body: fc.constantFrom('a', 'b', 'c'), kind: fc.constantFrom(0, 1, 2), tens: fc.integer({ min: 1, max: 30 }) }), { minLength: 2, maxLength: 9 })
    const shares = [2, 5, 9]
    fc.assert(fc.property(mix, (rows) => {
      const strata = rows.map(({ body, kind, tens }) => row(body, String(kind), tens * shares[kind]!, tens * 10))
      for (const one of compare(strata).values()) {
        expect(one.part).toBeCloseTo(one.expected, 8)
        expect(['same', 'too_few']).toContain(one.verdict)
      }
    }))
  })

  test('neither order nor the way in which rows are split changes anything', () => {
    fc.assert(fc.property(work, (strata) => {
      const split = strata.toReversed().flatMap((one) => [{ ...one, whole: one.part }, { ...one, part: 0, whole: one.whole - one.part }])
      const [first, second] = [compare(strata), compare(split)]
      for (const [body, one] of first) {
        expect(second.get(body)).toMatchObject({ whole: one.whole, part: one.part, verdict: one.verdict })
        expect(second.get(body)!.expected).toBeCloseTo(one.expected, 8)
      }
    }))
  })

  test('it never compares more than a body did, expects no more than that, and ranks nobody below the floor', () => {
    fc.assert(fc.property(work, (strata) => {
      for (const [body, one] of compare(strata)) {
        const own = strata.filter((stratum) => stratum.body === body).reduce((sum, { whole }) => sum + whole, 0)
        expect(one.whole).toBeLessThanOrEqual(own)
        expect(one.expected).toBeGreaterThanOrEqual(0)
        expect(one.expected).toBeLessThanOrEqual(one.whole + 1e-9)
        if (one.whole < comparedFrom) expect(one.verdict).toBe('too_few')
      }
    }))
  })
})
