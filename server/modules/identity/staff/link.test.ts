import { describe, expect, test } from 'vitest'
import { isOpen, linkEnds } from './link.ts'

const now = new Date('2026-11-16T02:00:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
const link = { expiresAt: hours(1), usedAt: null, leftAt: null }

describe('a one-time link', () => {
  test.each([['invitation', 168], ['first_administrator', 48], ['reset', 24]] as const)('%s waits %i hours', (kind, n) => expect(linkEnds(kind, now)).toEqual(hours(n)))

  test.each([
    ['waiting', link, true], ['used', { ...link, usedAt: now }, false], ['expired this moment', { ...link, expiresAt: now }, false],
    ['of somebody who left', { ...link, leftAt: now }, false],
  ])('%s: opens %s', (_, one, opens) => expect(isOpen(one, now)).toBe(opens))
})
