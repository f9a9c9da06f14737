import { describe, expect, test } from 'vitest'
import { newDraft } from './draft.ts'
import { afterTry, dueNow, putIn, wakeAll, willPass } from './outbox.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 22, 8, 30, seconds))
const draft = newDraft('k1', at(0))
const other = newDraft('k2', at(0))
const keys = (outbox: { draft: { key: string } }[]) => outbox.map((waiting) => waiting.draft.key)

describe('the outbox', () => {
  test('sends at once what is put in', () => {
    expect(keys(dueNow(putIn([], draft, 'wang', at(0)), 'wang', at(0)))).toEqual(['k1'])
  })

  test('holds a draft once, however often it is put in', () => {
    expect(putIn(putIn([], draft, 'wang', at(0)), { ...draft, words: '改过' }, 'wang', at(1))).toMatchObject([{ draft: { words: '改过' } }])
  })

  test('never sends with another person’s session', () => {
    expect(dueNow(putIn([], draft, 'wang', at(0)), 'li', at(60))).toEqual([])
  })

  test('lets go of what was sent, and of that alone', () => {
    const both = putIn(putIn([], draft, 'wang', at(0)), other, 'wang', at(0))
    expect(keys(afterTry(both, 'k1', { sent: true }, at(1)))).toEqual(['k2'])
  })

  test('waits longer after each try without an answer, never more than five minutes', () => {
    let outbox = putIn([], draft, 'wang', at(0))
    const waits: number[] = []
    for (let time = 0, tries = 0; tries < 7; tries += 1) {
      outbox = afterTry(outbox, 'k1', { unreachable: true }, at(time))
      const next = (new Date(outbox[0]!.nextAt).getTime() - at(0).getTime()) / 1_000
      waits.push(next - time)
      expect(dueNow(outbox, 'wang', at(next - 1))).toEqual([])
      expect(dueNow(outbox, 'wang', at(next))).toHaveLength(1)
      time = next
    }
    expect(waits).toEqual([15, 30, 60, 120, 300, 300, 300])
  })

  test('goes on after a refusal that passes by itself', () => {
    const outbox = afterTry(putIn([], draft, 'wang', at(0)), 'k1', { refused: 'busy' }, at(0))
    expect(dueNow(outbox, 'wang', at(15))).toHaveLength(1)
    expect(['busy', 'not_ready', 'too_many_requests', 'place.outside', 'session_ended'].map(willPass)).toEqual([true, true, true, false, false])
  })

  test('stops at a refusal that the person must see, also when the network comes back', () => {
    const outbox = afterTry(putIn([], draft, 'wang', at(0)), 'k1', { refused: 'place.outside' }, at(0))
    expect(outbox[0]!.refused).toBe('place.outside')
    expect(dueNow(wakeAll(outbox, at(600)), 'wang', at(600))).toEqual([])
  })

  test('tries at once when the network comes back', () => {
    const outbox = afterTry(putIn([], draft, 'wang', at(0)), 'k1', { unreachable: true }, at(0))
    expect(dueNow(outbox, 'wang', at(1))).toEqual([])
    expect(dueNow(wakeAll(outbox, at(1)), 'wang', at(1))).toHaveLength(1)
  })
})
