import { expect, test } from 'vitest'
import type { Request } from '../requests/request.ts'
import { archivedAt, lastAnswered } from './archive.ts'

const rules = { reopenWithinDays: 15 }
const file = { state: 'answered', petition: false, requests: [] } as const
const answer = (at: string) => ({ kind: 'case.answered', at })
const first = answer('2026-09-01T01:00:00Z')
const second = answer('2026-09-20T01:00:00Z')
const waiting = { ruling: null } as Request
const on = (day: string) => new Date(`${day}T02:00:00Z`)

test.each([
  ['within the days', file, [first], '2026-09-15', undefined],
  ['when the days are over', file, [first], '2026-09-16', '2026-09-16T01:00:00.000Z'],
  ['rated before', { ...file, state: 'rated' as const }, [first], '2026-09-16', '2026-09-16T01:00:00.000Z'],
  ['handled again: its days begin with the last answer', file, [first, second], '2026-09-21', undefined],
  ['handled again, and over', file, [first, second], '2026-10-06', '2026-10-05T01:00:00.000Z'],
  ['opened again', { ...file, state: 'accepted' as const }, [first], '2026-12-01', undefined],
  ['never answered', { ...file, state: 'closed' as const }, [], '2026-12-01', undefined],
  ['something waits to be decided', { ...file, requests: [waiting] }, [first], '2026-12-01', undefined],
  ['a petition matter has the law’s days', { ...file, petition: true }, [first], '2026-10-01', undefined],
  ['a petition matter, and over', { ...file, petition: true }, [first], '2026-10-03', '2026-10-02T01:00:00.000Z'],
])('%s', (_, one, trail, day, over) => expect(archivedAt(one, trail, rules, on(day))?.toISOString()).toBe(over))

test('the last answer counts', () => expect([lastAnswered([first, second, { kind: 'case.rated', at: '2026-09-21T00:00:00Z' }])?.toISOString(), lastAnswered([])]).toEqual(['2026-09-20T01:00:00.000Z', undefined]))
