import { describe, expect, test } from 'vitest'
import type { Calendar, OfficeInterval } from './calendar.ts'
import { addWorkingTime } from './working-time.ts'
import type { Span } from './working-time.ts'

const everyDay = (zone: string, hours: OfficeInterval[]): Calendar =>
  ({ zone, offices: hours, days: () => ({ works: true, why: 'weekday' }), publishedUntilYear: 2100 })

describe('clocks that are put forward and back', () => {
  const dueIn = (zone: string, hours: OfficeInterval[], start: string, span: Span) =>
    addWorkingTime(everyDay(zone, hours), new Date(start), span).dueAt.toISOString().replace(':00.000', '')
  const night = [{ from: '00:00', to: '06:00' }]

  test('an hour that is left out is not counted, one that comes twice counts twice', () => {
    const midnight = { forward: '2026-03-08T00:00-05:00', back: '2026-11-01T00:00-04:00' }
    expect(dueIn('America/New_York', night, midnight.forward, { workingHours: 6 })).toBe('2026-03-09T05:00Z')
    expect(dueIn('America/New_York', night, midnight.back, { workingHours: 7 })).toBe('2026-11-01T11:00Z')
  })

  test('hours that begin or end in the hour left out lose just that part', () => {
    const hours = [{ from: '01:00', to: '02:15' }, { from: '02:30', to: '03:30' }]
    const start = '2026-03-08T00:00-05:00'
    expect(dueIn('America/New_York', hours, start, { workingHours: 1.5 })).toBe('2026-03-08T07:30Z')
  })

  test('hours that begin with the hour left out begin after it, and hours within it are not there', () => {
    const start = '2026-03-08T00:00-05:00'
    const across = [{ from: '02:00', to: '04:00' }]
    expect(dueIn('America/New_York', across, start, { workingHours: 0.5 })).toBe('2026-03-08T07:30Z')
    const within = everyDay('America/New_York', [{ from: '02:00', to: '03:00' }])
    expect(addWorkingTime(within, new Date(start), { workingHours: 1 }).steps[0])
      .toMatchObject({ kind: 'skipped', fromDate: '2026-03-08', days: 1, why: 'no_office_hours' })
  })

  test('clock hours do not care, natural days keep the wall clock', () => {
    expect(dueIn('Europe/London', night, '2026-03-28T12:00Z', { hours: 24 })).toBe('2026-03-29T12:00Z')
    expect(dueIn('Europe/London', night, '2026-03-28T12:00Z', { days: 1 })).toBe('2026-03-29T11:00Z')
  })

  test('a midnight that is jumped over, and a date that a zone left out', () => {
    expect(dueIn('Africa/Cairo', night, '2026-04-23T12:00Z', { workingHours: 5 })).toBe('2026-04-24T03:00Z')
    expect(dueIn('Pacific/Apia', night, '2011-12-29T06:00-10:00', { workingHours: 1 })).toBe('2011-12-30T11:00Z')
  })
})
