import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nearAlike, type Subject } from './near-alike.ts'
import { likenesses } from './pairs.ts'
import type { Neighbour } from './similar.sql.ts'

const hourMs = 3_600_000
const now = Date.parse('2026-11-16T02:00:00Z')
const subject: Subject = { words: '3 幢门口的路灯不亮了', category: 'lighting', lon: 118.028, lat: 29.985, at: now }
const metresNorth = (metres: number) => 29.985 + metres / 111_320

const neighbour = (id: string, more: Partial<Neighbour> & { hoursAgo?: number } = {}): Neighbour => {
  const { hoursAgo = 24, ...rest } = more
  return {
    id, number: 1, year: 2026, state: 'accepted', paused: false, category: 'lighting', village: 101, desk: 'd', received_at: new Date(now - hoursAgo * hourMs),
    words: '3 幢楼下路灯坏了', photo: null, lon: 118.028, lat: 29.985, mine: false, ...rest,
  }
}
const ids = (...neighbours: Neighbour[]) => nearAlike(subject, neighbours, 5).map(({ id }) => id)

describe('likely the same trouble', () => {
  test.each<[string, Neighbour, boolean]>([
    ['the same lamp', neighbour('a'), true],
    ['the same lamp, said without a pin', neighbour('a', { lon: null, lat: null }), true],
    ['the same lamp, mended last week', neighbour('a', { state: 'answered' }), true],
    ['another kind in the same words', neighbour('a', { category: 'roads' }), true],
    ['the same kind on the spot in other words', neighbour('a', { words: '太黑' }), true],
    ['a lamp at the other end of the town', neighbour('a', { lat: metresNorth(3_000) }), false],
    ['something else on the spot', neighbour('a', { category: 'noise', words: '广场舞声音太大' }), false],
    ['the same kind farther off in other words', neighbour('a', { words: '灯杆歪了', lat: metresNorth(400) }), false],
  ])('%s: %#', (_, one, isLikely) => expect(ids(one)).toEqual(isLikely ? ['a'] : []))
})

describe('the likeliest first', () => {
  test('the nearer', () => expect(ids(neighbour('far', { lat: metresNorth(180) }), neighbour('near'))).toEqual(['near', 'far']))
  test('what is still open', () => expect(ids(neighbour('closed', { state: 'rated' }), neighbour('open'))).toEqual(['open', 'closed']))
  test('the same kind', () => expect(ids(neighbour('roads', { category: 'roads' }), neighbour('lighting'))).toEqual(['lighting', 'roads']))
  test('the first that said it there', () => expect(ids(neighbour('second', { hoursAgo: 20 }), neighbour('first', { hoursAgo: 30 }))).toEqual(['first', 'second']))
  test('no more than asked for', () => expect(nearAlike(subject, [neighbour('a'), neighbour('b')], 1)).toHaveLength(1))
})

const texts = fc.array(fc.constantFrom('路灯坏了', '垃圾没人收', 'The lamp is broken', '3 幢门口', '', '。'), { maxLength: 6 })
test('likeness of words lies between 0 and 1, and nothing is liker than the same', () => fc.assert(fc.property(texts, fc.constantFrom('路灯坏了', 'The lamp is broken'), (others, own) => {
  const found = likenesses(own, [...others, own])
  for (const one of found) {
    expect(one).toBeGreaterThanOrEqual(0)
    expect(one).toBeLessThanOrEqual(1.000001)
  }
  expect(found.at(-1)).toBeCloseTo(1)
})))
