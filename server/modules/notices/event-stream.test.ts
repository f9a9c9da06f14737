import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { eventStream } from './event-stream.ts'

/** What a reader takes who takes all that is there. */
const taken = (stream: ReturnType<typeof eventStream>) => String(stream.body.read() ?? '')

describe('a stream of events', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('writes events, places and signs of life as the standard says', () => {
    const stream = eventStream(() => ({ name: 'reset' }))
    stream.send({ name: 'fact', id: '7-1', data: { kind: 'case.accepted' } })
    stream.send({ id: '8-0' })
    stream.send({})
    stream.end({ name: 'end' })
    expect(taken(stream)).toBe('id: 7-1\nevent: fact\ndata: {"kind":"case.accepted"}\n\nid: 8-0\n:\n\n:\n\nevent: end\ndata: {}\n\n')
    stream.send({ name: 'fact' })
    expect([taken(stream), stream.isOver()]).toEqual(['', true])
  })

  test('holds no more than 128 KB for a reader who does not read, and tells them once that they missed something', () => {
    let place = 0
    const stream = eventStream(() => ({ name: 'reset', id: `${place}-0` }))
    for (place = 0; place < 10_000; place++) stream.send({ name: 'fact', id: `${place}-1`, data: 'x'.repeat(100) })
    expect(stream.body.readableLength).toBeLessThanOrEqual(128 * 1024)
    const first = taken(stream)
    expect(first).not.toContain('reset')
    vi.advanceTimersByTime(300)
    expect(taken(stream)).toBe('id: 10000-0\nevent: reset\ndata: {}\n\n')
    stream.send({ name: 'fact', id: '10001-1', data: {} })
    expect(taken(stream)).toContain('id: 10001-1')
  })

  test('cuts off a reader who has not caught up after half a minute', () => {
    const stream = eventStream(() => ({ name: 'reset' }))
    for (let i = 0; i < 2_000; i++) stream.send({ name: 'fact', data: 'x'.repeat(100) })
    vi.advanceTimersByTime(29_000)
    expect(stream.body.destroyed).toBe(false)
    vi.advanceTimersByTime(2_000)
    expect([stream.body.destroyed, stream.isOver()]).toEqual([true, true])
  })
})
