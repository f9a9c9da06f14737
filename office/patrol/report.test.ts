import { expect, test } from 'vitest'
import { afterTry, dueNow, entryOf, type PatrolReport } from './report.ts'

const at = new Date('2026-11-22T09:00:00Z')
const report: PatrolReport = {
  key: 'k', county: 3, person: 'zhao', seenAt: '2026-11-22T01:00:00.000Z', words: '路灯不亮。', category: 'lighting', region: 101, address: ' ', photos: [], tries: 0,
  nextAt: '2026-11-22T01:00:00.000Z', refused: null,
}

test('what was seen in the morning was received in the morning, however late it is sent', () => {
  expect(entryOf(report)).toEqual({ channel: 'grid', words: '路灯不亮。', category: 'lighting', place: { region: 101, point: undefined, address: undefined }, photos: [], receivedAt: report.seenAt, byPolicy: true })
  expect(entryOf({ ...report, category: undefined }).byPolicy).toBeUndefined()
})

test('without an answer it is tried again a little later, each time a little more so', () => {
  const first = afterTry(report, null, at)
  expect([first.tries, first.nextAt, first.refused]).toEqual([1, '2026-11-22T09:00:10.000Z', null])
  expect(afterTry(first, null, at).nextAt).toBe('2026-11-22T09:00:20.000Z')
})

test('a session that is over passes; any other no waits for a look', () => {
  expect(afterTry(report, 'session_ended', at).refused).toBeNull()
  expect(afterTry(report, 'appeal.bad_receipt_time', at).refused).toBe('appeal.bad_receipt_time')
})

test('due is what is one’s own, not refused and not tried just now; the oldest first', () => {
  const later = { ...report, key: 'later', seenAt: '2026-11-22T02:00:00.000Z' }
  const others = [{ ...report, key: 'o', person: 'sun' }, { ...report, key: 'r', refused: 'place.outside' }, { ...report, key: 't', nextAt: '2026-11-22T10:00:00.000Z' }]
  expect(dueNow([later, ...others, report], 'zhao', at).map(({ key }) => key)).toEqual(['k', 'later'])
})

test('what is reported by code comes in as a collector’s, and is dispatched by what its code says', () => {
  const coded = { ...report, category: undefined, code: '9901010101000123', photos: [{ id: 'one', picture: new Blob(), isThere: true }] }
  expect(entryOf(coded)).toMatchObject({ channel: 'collector', code: '9901010101000123', apart: undefined, photos: ['one'], byPolicy: true, receivedAt: report.seenAt })
  expect(entryOf({ ...coded, apart: true }).apart).toBe(true)
})
