import { expect, test } from 'vitest'
import { isOwn, markOwn, markOwnVersion, ownUpTo } from './own-acts.ts'

test('what one has just done oneself is no news; what others do is', () => {
  markOwn('a')
  expect(isOwn('a')).toBe(true)
  expect(isOwn('b')).toBe(false)
})

test('one’s own acts lead on from the version that was seen, up to the first act of somebody else', () => {
  markOwnVersion('a', 5)
  markOwnVersion('a', 6)
  markOwnVersion('a', 8)
  expect(ownUpTo('a', 4)).toBe(6)
  expect(ownUpTo('a', 7)).toBe(8)
  expect(ownUpTo('b', 4)).toBe(4)
})
