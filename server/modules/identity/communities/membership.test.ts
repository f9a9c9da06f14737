import { describe, expect, test } from 'vitest'
import { takesName, whyNotDecide } from './membership.ts'

describe('a membership', () => {
  test.each([
    ['asked', true, undefined, undefined], ['asked', false, '地址不在本社区', undefined], ['asked', false, undefined, 'membership.reason_needed'],
    ['verified', true, undefined, 'membership.decided'], ['refused', true, undefined, 'membership.decided'], ['ended', false, 'x', 'membership.decided'],
  ] as const)('that is %s, decided %s because %s: %s', (state, verified, reason, no) => expect(whyNotDecide({ state, last_person: null }, { verified, reason })).toBe(no))

  test.each([
    ['somebody', true, undefined], [null, true, 'membership.no_last_holder'], ['somebody', false, 'membership.no_last_holder'],
  ] as const)('of a phone whose last holder was %s, verified %s as the same: %s', (last, verified, no) => {
    expect(whyNotDecide({ state: 'asked', last_person: last }, { verified, reason: 'x', isLastHolder: true })).toBe(no)
  })

  test.each([
    [{ name: false, isVerifiedSomewhere: false }, true], [{ name: true, isVerifiedSomewhere: false }, true],
    [{ name: true, isVerifiedSomewhere: true }, false], [{ name: false, isVerifiedSomewhere: true }, true],
  ])('takes the name that was said: %j %s', (held, takes) => expect(takesName(held)).toBe(takes))
})
