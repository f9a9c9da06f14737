import { describe, expect, test } from 'vitest'
import { categoriesOfTrack, faultOf, openOf, trackOf } from './track.ts'

const categories = new Map([['noise', 'safety_law'], ['parking', 'safety_law'], ['roads', 'public_service']].map(([key, track]) => [key!, { key: key!, parent: null, track: track! }]))

test('a case goes to the track of its category; what is not sorted goes to none', () => {
  expect([trackOf(categories, 'noise'), trackOf(categories, null), trackOf(categories, 'gone')]).toEqual(['safety_law', undefined, undefined])
  expect(categoriesOfTrack(categories, 'safety_law')).toEqual(['noise', 'parking'])
})

test.each([[undefined, { open: 6, late: 3 }], [[3], { open: 6, late: 3 }], [[11], { open: 2, late: 1 }], [[], { open: 0, late: 0 }]])('of the regions %j that a body coordinates it holds %j', (regions, expected) => {
  const rows = [{ category: 'noise', town: 11, open: 2, late: 1 }, { category: 'parking', town: 12, open: 3, late: 2 }, { category: 'noise', town: null, open: 1, late: 0 }, { category: 'roads', town: 11, open: 9, late: 9 }]
  expect(openOf(rows, ['noise', 'parking'], 3, regions)).toEqual(expected)
})

describe('what can’t be kept', () => {
  const tracks = [{ key: 'a', desks: [{ region: 3 }, { region: 11 }] }, { key: 'b', desks: [] }]
  test.each([
    [{ tracks, categories: [{ track: 'b' }] }, ['a'], undefined],
    [{ tracks: [...tracks, tracks[0]!], categories: [] }, [], '/tracks/2/key'],
    [{ tracks: [{ key: 'a', desks: [{ region: 11 }, { region: 11 }] }], categories: [] }, [], '/tracks/0/desks'],
    [{ tracks, categories: [{ track: 'c' }] }, [], '/categories/0/track'],
    [{ tracks, categories: [] }, ['a', 'c'], '/tracks'],
  ])('%j with categories in %j: %s', (kept, standing, expected) => expect(faultOf(kept, standing)).toBe(expected))
})
