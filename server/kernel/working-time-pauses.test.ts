import { describe, expect, test } from 'vitest'
import type { Calendar, OfficeInterval } from './calendar.ts'
import { stateCalendar } from './state-calendar.ts'
import { dueWithPauses } from './working-time.ts'
import type { Span, Step } from './working-time.ts'

const HOUR = 3_600_000
const offices: OfficeInterval[] = [{ from: '09:00', to: '12:00' }, { from: '13:30', to: '17:30' }]
const china: Calendar = { ...stateCalendar(), offices }

/** '2026-03-06 16:30', Beijing time. */
const beijing = (wall: string) => new Date(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}+08:00`)
const inBeijing = (date: Date | undefined) =>
  date && new Date(date.getTime() + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ').replace(/:00$/, '')
describe('a pause', () => {
  const start = beijing('2026-03-05 10:00')
  const now = beijing('2026-03-12 10:00')
  const paused = (from: string, to?: string) => ({ from: beijing(from), to: to ? beijing(to) : undefined })
  const dueAfter = (span: Span, ...pauses: ReturnType<typeof paused>[]) =>
    dueWithPauses(china, start, span, pauses, now)

  test.each<[string, Span, ReturnType<typeof paused>[], string]>([
    ['of clock time', { hours: 15 }, [paused('2026-03-05 12:00', '2026-03-05 14:00')], '2026-03-06 03:00'],
    ['at lunch costs no office time', { workingDays: 1 },
      [paused('2026-03-05 12:00', '2026-03-05 13:30')], '2026-03-06 10:00'],
    ['of one office hour', { workingDays: 1 },
      [paused('2026-03-05 11:30', '2026-03-05 14:00')], '2026-03-06 11:00'],
    ['that overlaps another counts once', { hours: 15 },
      [paused('2026-03-05 13:00', '2026-03-05 15:00'), paused('2026-03-05 12:00', '2026-03-05 14:00')],
      '2026-03-06 04:00'],
    ['within another counts once', { hours: 15 },
      [paused('2026-03-05 12:00', '2026-03-05 15:00'), paused('2026-03-05 13:00', '2026-03-05 14:00')],
      '2026-03-06 04:00'],
    ['from before the start counts from the start', { hours: 15 },
      [paused('2026-03-05 08:00', '2026-03-05 11:00')], '2026-03-06 02:00'],
    ['before the start counts nothing', { hours: 15 },
      [paused('2026-03-05 08:00', '2026-03-05 09:00')], '2026-03-06 01:00'],
    ['that begins when the span is used up counts nothing', { hours: 15 },
      [paused('2026-03-06 01:00', '2026-03-06 09:00')], '2026-03-06 01:00'],
    ['of natural days', { days: 5 }, [paused('2026-03-06 00:00', '2026-03-08 00:00')], '2026-03-12 10:00'],
  ])('%s', (_, span, pauses, expected) => {
    expect(inBeijing(dueAfter(span, ...pauses).dueAt)).toBe(expected)
  })

  test('that lasts leaves no due time, but the earliest if it ended now', () => {
    const { dueAt, notBefore, steps } = dueAfter({ workingDays: 1 }, paused('2026-03-05 11:00'))
    expect([dueAt, inBeijing(notBefore)]).toEqual([undefined, '2026-03-12 17:30'])
    expect(steps[1]).toEqual({ kind: 'paused', from: beijing('2026-03-05 11:00'), to: undefined })
  })

  test('that lasts and began after the due time leaves it', () => {
    expect(inBeijing(dueAfter({ workingDays: 1 }, paused('2026-03-06 10:00')).dueAt)).toBe('2026-03-06 10:00')
    expect(dueAfter({ workingDays: 1 }, paused('2026-03-06 09:59')).dueAt).toBeUndefined()
  })

  test('that is to begin later stops the clock only then', () => {
    const [soon, span] = [beijing('2026-03-05 11:00'), { hours: 4 }]
    const { dueAt, notBefore } = dueWithPauses(china, start, span, [paused('2026-03-05 12:00')], soon)
    expect([dueAt, inBeijing(notBefore)]).toEqual([undefined, '2026-03-05 14:00'])
  })

  test('that begins now is told', () => {
    const soon = beijing('2026-03-05 11:00')
    const { steps } = dueWithPauses(china, start, { hours: 4 }, [{ from: soon, to: undefined }], soon)
    expect(steps.map(({ kind }) => kind)).toEqual(['clock', 'paused', 'clock'])
  })

  test('that lasts leaves a span of nothing due at its start', () => {
    expect(dueAfter({ workingDays: 0 }, paused('2026-03-05 09:00')).dueAt).toEqual(start)
  })

  test('is told where it stops the sum', () => {
    const pauses = [paused('2026-03-05 11:00', '2026-03-09 10:00')]
    const { dueAt, steps } = dueAfter({ workingHours: 2 }, ...pauses)
    expect(inBeijing(dueAt)).toBe('2026-03-09 11:00')
    expect(steps.map(({ kind }) => kind)).toEqual(['office', 'paused', 'office'])
    expect(steps[1]).toEqual({ kind: 'paused', ...pauses[0] })
  })

  test('that lasts and overlaps one that ended is told as lasting', () => {
    const { steps } = dueAfter({ hours: 15 }, paused('2026-03-05 11:00', '2026-03-05 13:00'), paused('2026-03-05 12:00'))
    expect(steps[1]).toEqual({ kind: 'paused', from: beijing('2026-03-05 11:00'), to: undefined })
  })

  test.each<[string, string, ReturnType<typeof paused>, Step['kind'][]]>([
    ['the Spring Festival and more', '2026-02-14 16:30', paused('2026-02-14 17:00', '2026-02-25 09:00'),
      ['office', 'paused', 'office']],
    ['a part of the Spring Festival', '2026-02-14 16:30', paused('2026-02-14 17:00', '2026-02-16 12:00'),
      ['office', 'paused', 'skipped', 'office']],
    ['the very day off', '2026-02-28 16:30', paused('2026-03-01 00:00', '2026-03-02 00:00'),
      ['office', 'paused', 'office']],
  ])('over %s is told in its place, and days it covers are not told as skipped', (_, from, one, kinds) => {
    const { steps } = dueWithPauses(china, beijing(from), { workingHours: 1.5 }, [one], now)
    expect(steps.map(({ kind }) => kind)).toEqual(kinds)
  })
})
