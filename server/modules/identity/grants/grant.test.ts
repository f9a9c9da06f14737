import { describe, expect, test } from 'vitest'
import type { Source } from '../authority.ts'
import { endOf, givenBy, whyNotWithdraw } from './grant.ts'

const from = new Date('2026-11-16T02:00:00Z')
const day = (n: number) => new Date(from.getTime() + n * 86_400_000)
const source = (validTo: Date | null): Source => ({ grant: validTo ? 'g' : undefined, validTo, post: 'p', body: 'b' })
const target = { place: { county: 3, town: 11 }, body: 'office', bodyPlace: { county: 3 } }

describe('a grant', () => {
  test.each([
    ['from a role, without end', source(null), null, { validTo: null }],
    ['from a role, until a day', source(null), day(3), { validTo: day(3) }],
    ['from a grant, without end: until that one’s', source(day(5)), null, { validTo: day(5) }],
    ['from a grant, ending before it', source(day(5)), day(3), { validTo: day(3) }],
    ['from a grant, lasting longer', source(day(5)), day(6), 'grant.outside_scope'],
    ['from a grant that ends before this begins', source(day(-1)), null, 'grant.outside_scope'],
    ['ending before it begins', source(null), day(-1), 'bad_input'],
  ] as const)('%s', (_, rests, to, end) => expect(endOf(rests, from, to)).toEqual(end))

  test('of an action reaches over the region, of a role as the role says', () => {
    expect(givenBy('case.dispatch', target)).toEqual([{ action: 'case.dispatch', scope: { county: 3, town: 11 } }])
    const role = givenBy('role:subdistrict_leader', target)
    expect(role).toContainEqual({ action: 'case.read', scope: { county: 3, town: 11 } })
    expect(role).toContainEqual({ action: 'case.dispatch', scope: { county: 3, body: 'office' } })
    expect(givenBy('role:mayor', target)).toEqual([])
  })

  test.each([
    [{ gaveIt: true, couldGiveIt: false, organises: false }, undefined], [{ gaveIt: false, couldGiveIt: true, organises: false }, undefined],
    [{ gaveIt: false, couldGiveIt: false, organises: true }, undefined], [{ gaveIt: false, couldGiveIt: false, organises: false }, 'not_allowed'],
  ] as const)('is withdrawn by %j: %s', (by, no) => expect(whyNotWithdraw(by)).toBe(no))
})
