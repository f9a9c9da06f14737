import { describe, expect, test } from 'vitest'
import type { Calendar, DayKind, DayReason, Name, OfficeInterval } from './calendar.ts'
import { stateCalendar } from './state-calendar.ts'
import { addWorkingTime, warnAt, workingMinutesBetween } from './working-time.ts'
import type { Span } from './working-time.ts'

const HOUR = 3_600_000
const offices: OfficeInterval[] = [{ from: '09:00', to: '12:00' }, { from: '13:30', to: '17:30' }]
const china: Calendar = { ...stateCalendar(), offices }
const allHours: Calendar = { ...china, offices: [{ from: '00:00', to: '24:00' }] }
/** '2026-03-06 16:30', Beijing time. */
const beijing = (wall: string) => new Date(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}+08:00`)
const inBeijing = (date: Date | undefined) =>
  date && new Date(date.getTime() + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ').replace(/:00$/, '')
const due = (start: string, span: Span, calendar = china) =>
  inBeijing(addWorkingTime(calendar, beijing(start), span).dueAt)

describe('a due time', () => {
  test.each<[string, string, Span, string]>([
    ['received on Saturday: Monday, end of office', '2026-03-07 10:00', { workingDays: 1 }, '2026-03-09 17:30'],
    ['Friday afternoon: Monday afternoon, less lunch', '2026-03-06 16:30', { workingDays: 1 }, '2026-03-09 16:30'],
    ['before the office opens: its end the same day', '2026-03-05 07:15', { workingDays: 1 }, '2026-03-05 17:30'],
    ['as the office opens: its end the same day', '2026-03-05 09:00', { workingDays: 1 }, '2026-03-05 17:30'],
    ['as the office closes: its end the next day', '2026-03-05 17:30', { workingDays: 1 }, '2026-03-06 17:30'],
    ['at lunch: ends as lunch begins the next day', '2026-03-05 12:40', { workingDays: 1 }, '2026-03-06 12:00'],
    ['used up as lunch begins: not after lunch', '2026-03-05 09:00', { workingHours: 3 }, '2026-03-05 12:00'],
    ['a minute more: after lunch', '2026-03-05 08:59', { workingHours: 3 + 1 / 60 }, '2026-03-05 13:31'],
    ['seconds are kept', '2026-03-05 16:59:30', { workingHours: 1 }, '2026-03-06 09:29:30'],
    ['three working days over a weekend', '2026-03-05 10:00', { workingDays: 3 }, '2026-03-10 10:00'],
    ['Sunday 4 January 2026 is worked', '2026-01-03 12:00', { workingDays: 1 }, '2026-01-04 17:30'],
    ['over New Year to the moved Sunday', '2025-12-31 16:30', { workingDays: 1 }, '2026-01-04 16:30'],
    ['over the Spring Festival', '2026-02-14 16:30', { workingDays: 1 }, '2026-02-24 16:30'],
    ['the Saturday after the Spring Festival is worked', '2026-02-27 17:30', { workingDays: 1 }, '2026-02-28 17:30'],
    ['over the National Day', '2026-09-30 16:00', { workingDays: 3 }, '2026-10-10 16:00'],
    ['15 hours of clock time, over night and weekend', '2026-03-06 18:00', { hours: 15 }, '2026-03-07 09:00'],
    ['natural days', '2026-02-13 18:20', { days: 15 }, '2026-02-28 18:20'],
    ['nothing: at once, whatever the day', '2026-03-07 10:00', { workingDays: 0 }, '2026-03-07 10:00'],
  ])('%s', (_, start, span, expected) => {
    expect(due(start, span)).toBe(expected)
  })

  test('an office open round the clock loses no minute at midnight', () => {
    expect(due('2026-03-04 00:00', { workingDays: 1 }, allHours)).toBe('2026-03-05 00:00')
    expect(due('2026-03-04 23:59', { workingHours: 1 }, allHours)).toBe('2026-03-05 00:59')
    expect(due('2026-03-04 10:00', { workingDays: 2 }, allHours)).toBe('2026-03-06 10:00')
    expect(due('2026-03-06 23:00', { workingHours: 1 }, allHours)).toBe('2026-03-07 00:00')
    expect(due('2026-03-06 23:00', { workingHours: 2 }, allHours)).toBe('2026-03-09 01:00')
  })

  test('hours past midnight are two intervals that follow on', () => {
    const nights = { ...china, offices: [{ from: '00:00', to: '06:00' }, { from: '22:00', to: '24:00' }] }
    expect(due('2026-03-04 23:00', { workingHours: 3 }, nights)).toBe('2026-03-05 02:00')
  })

  test('weekdays may have hours of their own, and a moved working day has the usual ones', () => {
    const hours = { usual: offices, wednesday: [], friday: [{ from: '09:00', to: '12:00' }] }
    const week: Calendar = { ...china, offices: hours }
    expect(due('2026-03-06 11:00', { workingHours: 2 }, week)).toBe('2026-03-09 10:00')
    expect(due('2026-01-04 08:00', { workingDays: 1 }, week)).toBe('2026-01-04 17:30')
    const { dueAt, steps } = addWorkingTime(week, beijing('2026-03-03 17:00'), { workingHours: 1 })
    expect(inBeijing(dueAt)).toBe('2026-03-05 09:30')
    expect(steps[1]).toMatchObject({ kind: 'skipped', fromDate: '2026-03-04', days: 1, why: 'no_office_hours' })
  })

  test.each<[string, Span]>([
    ['negative', { workingDays: -1 }], ['not a number', { hours: Number.NaN }], ['endless', { workingHours: Infinity }],
    ['longer than a hundred years', { days: 40_000 }], ['half a natural day', { days: 0.5 }],
  ])('a span that is %s is refused', (_, span) => {
    expect(() => addWorkingTime(china, beijing('2026-03-05 10:00'), span)).toThrow(RangeError)
  })

  test('a calendar that never opens is refused instead of counted for ever', () => {
    const start = beijing('2026-03-05 10:00')
    const never: Calendar = { ...china, days: () => ({ works: false, why: 'holiday' }) }
    expect(() => addWorkingTime(never, start, { workingDays: 1 })).toThrow(/no office time/)
    expect(() => addWorkingTime({ ...china, offices: [] }, start, { workingDays: 1 })).toThrow(RangeError)
  })

  test.each<[string, OfficeInterval[], RegExp]>([
    ['cross midnight', [{ from: '22:00', to: '06:00' }], /must follow/],
    ['are empty', [{ from: '09:00', to: '09:00' }], /must follow/],
    ['overlap', [{ from: '09:00', to: '12:00' }, { from: '11:00', to: '17:00' }], /must follow/],
    ['go past 24:00', [{ from: '09:00', to: '24:30' }], /HH:MM/],
    ['are not times', [{ from: '9:00', to: '17:00' }], /HH:MM/],
  ])('office hours that %s are refused', (_, hours, message) => {
    expect(() => addWorkingTime({ ...china, offices: hours }, beijing('2026-03-05 10:00'), { workingDays: 1 }))
      .toThrow(message)
  })

  test('an invalid time is refused', () => {
    expect(() => addWorkingTime(china, new Date(Number.NaN), { hours: 1 })).toThrow(RangeError)
  })
})

describe('the explanation', () => {
  test('tells every interval counted and every run of days skipped', () => {
    const { steps } = addWorkingTime(china, beijing('2026-02-14 15:30'), { workingDays: 1 })
    const springFestival = { zh: '春节', en: 'Spring Festival' }
    expect(steps).toEqual([
      { kind: 'office', date: '2026-02-14', why: 'moved_working_day', name: springFestival, provisional: false,
        from: beijing('2026-02-14 15:30'), to: beijing('2026-02-14 17:30'), minutes: 120, remaining: 300 },
      { kind: 'skipped', fromDate: '2026-02-15', toDate: '2026-02-23', days: 9, why: 'holiday', name: springFestival,
        provisional: false },
      { kind: 'office', date: '2026-02-24', why: 'weekday', provisional: false,
        from: beijing('2026-02-24 09:00'), to: beijing('2026-02-24 12:00'), minutes: 180, remaining: 120 },
      { kind: 'office', date: '2026-02-24', why: 'weekday', provisional: false,
        from: beijing('2026-02-24 13:30'), to: beijing('2026-02-24 15:30'), minutes: 120, remaining: 0 },
    ])
  })

  test('a run of days skipped ends where the reason, its name or its certainty changes', () => {
    const [a, b] = [{ zh: '甲节', en: 'A' }, { zh: '乙节', en: 'B' }]
    const off = (why: DayReason, name?: Name): DayKind => name ? { works: false, why, name } : { works: false, why }
    const days: Record<string, DayKind> = {
      '2026-12-28': off('weekend'), '2026-12-29': off('holiday'), '2026-12-30': off('holiday', a),
      '2026-12-31': off('holiday', b), '2027-01-01': off('holiday', b), '2027-01-02': off('holiday', b),
    }
    const calendar: Calendar = { ...china, days: (date) => days[date] ?? { works: true, why: 'weekday' } }
    const { steps } = addWorkingTime(calendar, beijing('2026-12-28 00:00'), { workingHours: 1 })
    expect(steps.flatMap((step) =>
      step.kind === 'skipped' ? [[step.why, step.name?.zh, step.provisional, step.days]] : []))
      .toEqual([['weekend', undefined, false, 1], ['holiday', undefined, false, 1], ['holiday', '甲节', false, 1],
        ['holiday', '乙节', false, 1], ['holiday', '乙节', true, 2]])
  })

  test('a start at midnight tells nothing of the day before', () => {
    const { steps } = addWorkingTime(china, beijing('2026-03-09 00:00'), { workingHours: 1 })
    expect(steps.map(({ kind }) => kind)).toEqual(['office'])
  })
})

describe('a warning', () => {
  const warned = (start: string, span: Span, share?: number) => {
    const { dueAt } = addWorkingTime(china, beijing(start), span)
    return inBeijing(warnAt(china, beijing(start), dueAt, share, span))
  }

  test('comes when three quarters of the time are used, clock time or office time', () => {
    expect(warned('2026-03-05 17:00', { hours: 16 })).toBe('2026-03-06 05:00')
    expect(warned('2026-03-05 17:00', { workingDays: 1 })).toBe('2026-03-06 15:15')
  })

  test('comes at another share where one is set', () => {
    expect(warned('2026-03-05 17:00', { workingDays: 1 }, 0.5)).toBe('2026-03-06 12:00')
  })

  test('does not count pauses', () => {
    const pauses = [{ from: beijing('2026-03-05 18:00'), to: beijing('2026-03-05 22:00') }]
    const [start, dueAt] = [beijing('2026-03-05 17:00'), beijing('2026-03-06 13:00')]
    expect(inBeijing(warnAt(china, start, dueAt, 0.75, { hours: 16 }, pauses))).toBe('2026-03-06 09:00')
  })

  test.each([0, -1, 1.01, Number.NaN])('at a share of %s is refused', (share) => {
    expect(() => warned('2026-03-05 17:00', { hours: 1 }, share)).toThrow(RangeError)
  })
})

test('working minutes between two instants', () => {
  const [friday, monday] = [beijing('2026-03-06 17:00'), beijing('2026-03-09 10:00')]
  expect(workingMinutesBetween(china, friday, monday)).toBe(90)
  expect(workingMinutesBetween(china, monday, friday)).toBe(-90)
  expect(workingMinutesBetween(china, beijing('2026-02-15 00:00'), beijing('2026-02-24 00:00'))).toBe(0)
})
