import { describe, expect, test } from 'vitest'
import { hasEnded, isInside, whyNotLast, whyNotStandIn, whyNotTogether } from './post.ts'

const now = new Date('2026-11-16T02:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const village = { county: 3, town: 11, village: 101, grid: null }

describe('a post', () => {
  test.each([[null, false], [at(1), false], [at(0), true], [at(-1), true]])('with its last moment at %s has ended: %s', (validTo, ended) =>
    expect(hasEnded({ validTo }, now)).toBe(ended))

  test.each([
    ['its own region', village, village, true], ['a grid of it', { ...village, grid: 1011 }, village, true],
    ['the village beside', { ...village, village: 102 }, village, false], ['the town above', { county: 3, town: 11, village: null }, village, false],
    ['a village of its county', village, { county: 3 }, true], ['another county', { county: 4 }, { county: 3 }, false],
  ])('reaches inside its body’s region: %s', (_, inner, outer, inside) => expect(isInside(inner, outer)).toBe(inside))

  test.each([
    [null, village, undefined], [now, village, 'body.closed'], [null, { county: 3, town: 12 }, 'post.outside_body'],
  ] as const)('in a body closed at %s over %j: %s', (closedAt, region, no) => expect(whyNotStandIn({ closedAt, place: village }, region)).toBe(no))

  test.each([
    [[], undefined], [['grid_worker'], undefined], [['grid_worker', 'subdistrict_clerk'], undefined],
    [['grid_worker', 'committee_member'], 'post.incompatible'], [['committee_secretary', 'department_clerk', 'grid_worker'], 'post.incompatible'],
  ] as const)('%j held together: %s', (roles, no) => expect(whyNotTogether(roles)).toBe(no))

  test.each([[null, undefined], [at(1), undefined], [at(0), 'bad_input'], [at(-1), 'bad_input']] as const)('until %s: %s', (to, no) => expect(whyNotLast(now, to)).toBe(no))
})
