import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar, OfficeInterval } from './calendar.ts'
import { stateCalendar } from './state-calendar.ts'
import { addWorkingTime, dueWithPauses, warnAt, workingMinutesBetween } from './working-time.ts'
import type { Span, Step } from './working-time.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const china = stateCalendar()

describe('whatever the start, span, hours and zone', () => {
  const interval = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 4, maxLength: 4 }).map((quarters) => {
    const two = (digits: number) => String(digits).padStart(2, '0')
    const [a = '', b = '', c = '', d = ''] = quarters.toSorted((x, y) => x - y)
      .map((quarter) => `${two(Math.floor(quarter / 4))}:${two(quarter % 4 * 15)}`)
    return [{ from: a, to: b }, { from: c, to: d }]
  })
  const zone = fc.constantFrom(
    'Asia/Shanghai', 'Asia/Kathmandu', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Africa/Cairo')
  const calendar: fc.Arbitrary<Calendar> = fc.record({ zone, offices: interval })
    .map((parts) => ({ ...china, ...parts }))
  const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2026, 9, 1) }).map((time) => new Date(time))
  const amount = fc.integer({ min: 0, max: 12 })
  const span: fc.Arbitrary<Span> = fc.oneof(
    amount.map((workingDays) => ({ workingDays })), amount.map((workingHours) => ({ workingHours })),
    amount.map((hours) => ({ hours })), amount.map((days) => ({ days })),
  )
  const officeSpan = span.filter((one) => 'workingDays' in one || 'workingHours' in one)
  const pauses = fc.array(fc.record({
    offset: fc.integer({ min: -2 * 24 * 60, max: 20 * 24 * 60 }), length: fc.integer({ min: 1, max: 6000 }),
  }), { maxLength: 4 })
  const placed = (start: Date, list: { offset: number, length: number }[]) => list.map(({ offset, length }) => {
    const from = start.getTime() + offset * MINUTE
    return { from: new Date(from), to: new Date(from + length * MINUTE) }
  })
  const add = (...of: Parameters<typeof addWorkingTime>) => addWorkingTime(...of).dueAt.getTime()
  const counted = (steps: Step[]) =>
    steps.flatMap((step) => (step.kind === 'office' || step.kind === 'clock' ? [step] : []))

  test('a later start is not due earlier', () => fc.assert(fc.property(calendar, instant, fc.nat(5 * 24 * HOUR), span,
    (of, start, later, length) => {
      // A day of one's own length may end earlier than one begun before it where clocks are put forward in between.
      fc.pre(!('days' in length) || of.zone === 'Asia/Shanghai')
      expect(add(of, new Date(start.getTime() + later), length)).toBeGreaterThanOrEqual(add(of, start, length))
    })))

  test('a longer span is not due earlier, and none is due before its start', () => fc.assert(fc.property(
    calendar, instant, amount, amount, fc.constantFrom('workingDays', 'workingHours', 'hours', 'days'),
    (of, start, a, b, unit) => {
      const dueIn = (units: number) => add(of, start, { [unit]: units } as Span)
      expect(dueIn(a)).toBeGreaterThanOrEqual(start.getTime())
      expect(dueIn(a + b)).toBeGreaterThanOrEqual(dueIn(a))
    })))

  test('a and b added at once is a, then b', () => fc.assert(fc.property(
    calendar, instant, amount, amount, fc.constantFrom('workingDays', 'workingHours', 'hours', 'days'),
    (of, start, a, b, unit) => {
      fc.pre(unit !== 'days' || of.zone === 'Asia/Shanghai')
      const together = add(of, start, { [unit]: a + b } as Span)
      expect(add(of, new Date(add(of, start, { [unit]: a } as Span)), { [unit]: b } as Span)).toBe(together)
    })))

  test('office time is due inside an office interval or at its end', () => fc.assert(fc.property(
    calendar, instant, officeSpan, (of, start, length) => {
      const dueAt = add(of, start, length)
      fc.pre(dueAt > start.getTime())
      expect(workingMinutesBetween(of, new Date(dueAt - 1), new Date(dueAt))).toBe(1 / MINUTE)
    })))

  test('the minutes explained are the span exactly, one after the other down to nothing', () => fc.assert(fc.property(
    calendar, instant, span, pauses, (of, start, length, list) => {
      const { dueAt, steps } = dueWithPauses(of, start, length, placed(start, list), start)
      const parts = counted(steps)
      const exactly = (minutes: number) => Math.round(minutes * MINUTE)
      const whole = 'workingDays' in length ? length.workingDays * fullDay(of)
        : 'workingHours' in length ? length.workingHours * HOUR
        : 'hours' in length ? length.hours * HOUR : add(of, start, length) - start.getTime()
      let remaining = whole
      for (const { from, to, minutes, remaining: after } of parts) {
        expect(exactly(minutes)).toBe(to.getTime() - from.getTime())
        expect(exactly(after)).toBe(remaining -= exactly(minutes))
      }
      expect(remaining).toBe(0)
      expect(parts.at(-1)?.to ?? start).toEqual(dueAt)
    })))

  test('the steps are in order, and every date between them is told', () => fc.assert(fc.property(
    calendar, instant, officeSpan, (of, start, length) => {
      const told = addWorkingTime(of, start, length).steps.flatMap((step) =>
        step.kind === 'office' ? [step.date] : step.kind === 'skipped' ? datesFrom(step.fromDate, step.days) : [])
      const dates = [...new Set(told)]
      expect(dates).toEqual(dates[0] ? datesFrom(dates[0], dates.length) : [])
    })))

  test('pauses never make a due time earlier, and cost the office time that they took', () => fc.assert(fc.property(
    calendar, instant, officeSpan, pauses, (of, start, length, list) => {
      const plain = addWorkingTime(of, start, length).dueAt
      const stretches = placed(start, list)
      const dueAt = dueWithPauses(of, start, length, stretches, start).notBefore
      expect(dueAt.getTime()).toBeGreaterThanOrEqual(plain.getTime())
      expect(dueWithPauses(of, start, length, [], start).dueAt).toEqual(plain)
      const minutes = (from: Date, to: Date) => workingMinutesBetween(of, from, to)
      const gone = unionOf(stretches, start, dueAt).reduce((sum, { from, to }) => sum + minutes(from, to), 0)
      expect(minutes(start, dueAt) - gone).toBeCloseTo(minutes(start, plain), 6)
    })))

  test('a pause more, or a longer one, is never due earlier', () => fc.assert(fc.property(
    calendar, instant, span, pauses, pauses, (of, start, length, list, more) => {
      const dueWith = (all: typeof list) =>
        dueWithPauses(of, start, length, placed(start, all), start).notBefore.getTime()
      expect(dueWith([...list, ...more])).toBeGreaterThanOrEqual(dueWith(list))
      expect(dueWith(list.map((one) => ({ ...one, length: one.length + 90 })))).toBeGreaterThanOrEqual(dueWith(list))
    })))

  test('a warning lies between start and due time, and its share of the time is used', () => fc.assert(fc.property(
    calendar, instant, officeSpan, fc.integer({ min: 1, max: 100 }), pauses, (of, start, length, percent, list) => {
      const stretches = placed(start, list)
      const dueAt = dueWithPauses(of, start, length, stretches, start).notBefore
      const warning = warnAt(of, start, dueAt, percent / 100, length, stretches)
      expect(warning.getTime()).toBeGreaterThanOrEqual(start.getTime())
      expect(warning.getTime()).toBeLessThanOrEqual(dueAt.getTime())
      const used = (until: Date) => workingMinutesBetween(of, start, until)
        - unionOf(stretches, start, until).reduce((sum, { from, to }) => sum + workingMinutesBetween(of, from, to), 0)
      expect(used(warning)).toBeCloseTo(used(dueAt) * percent / 100, 4)
    })))

  test('counting minute by minute on the wall clock comes to the same', () => {
    // None begins or ends within an hour that comes twice: there a wall clock cannot tell the first from the second.
    const hours = [{ from: '00:00', to: '00:30' }, { from: '02:15', to: '06:00' }, { from: '22:30', to: '24:00' }]
    const place = fc.constantFrom(
      { zone: 'America/New_York', near: '2026-03-06T12:00Z' }, { zone: 'America/New_York', near: '2026-10-30T12:00Z' },
      { zone: 'Europe/London', near: '2026-03-27T12:00Z' }, { zone: 'Africa/Cairo', near: '2026-04-22T12:00Z' },
      { zone: 'Asia/Shanghai', near: '2026-02-13T12:00Z' }, { zone: 'Asia/Kathmandu', near: '2026-01-01T12:00Z' },
    )
    const halfHours = fc.integer({ min: 1, max: 16 })
    fc.assert(fc.property(place, fc.nat(3 * 24 * 60), halfHours, ({ zone: there, near }, offset, halves) => {
      const of: Calendar = { ...china, zone: there, offices: hours }
      const start = new Date(Date.parse(near) + offset * MINUTE)
      const dueAt = addWorkingTime(of, start, { workingHours: halves / 2 }).dueAt
      expect(dueAt).toEqual(dueByTheMinute(of, hours, start, halves * 30))
    }), { numRuns: 60 })
  })

  function fullDay({ offices: list }: Calendar): number {
    const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    return (list as OfficeInterval[]).reduce((sum, { from, to }) => sum + minute(to) - minute(from), 0) * MINUTE
  }

  function datesFrom(date: string, days: number): string[] {
    return Array.from({ length: days }, (_, more) =>
      new Date(Date.parse(date) + more * 24 * HOUR).toISOString().slice(0, 10))
  }

  /** The stretches within [from, to), run together. */
  function unionOf(stretches: { from: Date, to: Date }[], from: Date, to: Date) {
    const joined: { from: Date, to: Date }[] = []
    let reached = from
    for (const one of stretches.toSorted((a, b) => a.from.getTime() - b.from.getTime())) {
      const begin = one.from > reached ? one.from : reached
      const end = one.to < to ? one.to : to
      if (end > begin) joined.push({ from: begin, to: reached = end })
    }
    return joined
  }

  function dueByTheMinute(of: Calendar, hours: OfficeInterval[], start: Date, minutes: number): Date {
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: of.zone, dateStyle: 'short', timeStyle: 'short' })
    let time = start.getTime()
    for (let left = minutes; left > 0; time += MINUTE) {
      const [date = '', clock = ''] = wall.format(time).split(' ')
      if (of.days(date).works && hours.some(({ from, to }) => from <= clock && clock < to)) left -= 1
    }
    return new Date(time)
  }
})
