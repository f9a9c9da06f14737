import { expect, test } from 'vitest'
import { hasFallenSilent } from './phone.ts'

const now = new Date('2026-11-16T02:00:00Z')
const daysAgo = (n: number) => new Date(now.getTime() - n * 86_400_000)

test.each([
  ['never proved', null, false], ['half a year ago', daysAgo(180), false], ['a year ago', daysAgo(365), false], ['over a year ago', daysAgo(366), true],
])('a number that was proved %s has fallen silent: %s', (_, at, silent) => expect(hasFallenSilent(at, now)).toBe(silent))
