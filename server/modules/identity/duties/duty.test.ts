import { expect, test } from 'vitest'
import { whyNotServe } from './duty.ts'

const from = new Date('2026-11-16T02:00:00Z')
const hours = (n: number) => new Date(from.getTime() + n * 3_600_000)

test.each([
  [12, undefined], [31 * 24, undefined], [31 * 24 + 1, 'duty.times'], [0, 'duty.times'], [-1, 'duty.times'],
] as const)('a duty of %i hours: %s', (lasts, no) => expect(whyNotServe(from, hours(lasts))).toBe(no))
