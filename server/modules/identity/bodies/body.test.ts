import { describe, expect, test } from 'vitest'
import { whyNotChange, whyNotClose, whyNotStandBelow } from './body.ts'

const day = new Date('2026-11-16T02:00:00Z')
const open = { closedAt: null }
const closed = { closedAt: day }

describe('a body', () => {
  test.each([[open, undefined], [closed, 'body.closed']] as const)('%j may be changed: %s', (body, no) => expect(whyNotChange(body)).toBe(no))

  test.each([
    [open, false, undefined], [open, true, 'body.has_open_work'], [closed, false, 'body.closed'], [closed, true, 'body.closed'],
  ] as const)('%j with open work %s may be closed: %s', (body, work, no) => expect(whyNotClose(body, work)).toBe(no))

  const above = (...ids: string[]) => ids.map((id) => ({ id, closedAt: null }))
  test.each([
    ['below another', above('b', 'top'), undefined],
    ['below itself', above('a', 'top'), 'body.below_itself'],
    ['below one of its own', above('b', 'a', 'top'), 'body.below_itself'],
    ['below a closed one', [{ id: 'b', closedAt: day }], 'body.closed'],
  ] as const)('stands %s', (_, chain, no) => expect(whyNotStandBelow('a', chain)).toBe(no))
})
