import { describe, expect, test } from 'vitest'
import { monthAt, periodOf } from './period.ts'

const zone = 'Asia/Shanghai'
const days = ({ from, to }: { from: string; to: string }) => `${from}..${to}`

describe('a period', () => {
  test.each([
    ['2026', '2026-01-01..2026-12-31', '2025-01-01..2025-12-31', 12],
    ['2026-Q1', '2026-01-01..2026-03-31', '2025-10-01..2025-12-31', 14],
    ['2026-Q4', '2026-10-01..2026-12-31', '2026-07-01..2026-09-30', 14],
    ['2024-02', '2024-02-01..2024-02-29', '2024-01-01..2024-01-31', 5],
    ['2026-01', '2026-01-01..2026-01-31', '2025-12-01..2025-12-31', 5],
    ['2026-11-09..2026-11-22', '2026-11-09..2026-11-22', '2026-10-26..2026-11-08', 14],
    ['2026-11-22..2026-11-22', '2026-11-22..2026-11-22', '2026-11-21..2026-11-21', 1],
    ['2025-01-01..2026-12-31', '2025-01-01..2026-12-31', '2023-01-02..2024-12-31', 24],
  ])('%s is %s, compared with %s, in %i parts', (name, own, before, parts) => {
    const period = periodOf(name, zone)!
    expect([days(period), days(period.before), period.parts.length]).toEqual([own, before, parts])
  })

  test.each(['2026-Q5', '2026-00', '2026-13', '1969', '2026-02-30..2026-03-01', '2026-03-02..2026-03-01', '2024-12-30..2026-12-31', '26', ''])('%s is none', (name) => {
    expect(periodOf(name, zone)).toBeUndefined()
  })

  test.each(['2026', '2026-Q2', '2026-11', '2026-11-03..2026-12-25', '2025-01-15..2026-11-02'])('%s is cut into parts without gaps, and follows the one before without a gap', (name) => {
    const period = periodOf(name, zone)!
    const borders = [period.before, ...period.parts]
    borders.slice(1).forEach((part, i) => expect(part.start).toBe(borders[i]!.end))
    expect([period.parts[0]!.start, period.parts.at(-1)!.end]).toEqual([period.start, period.end])
  })

  test('begins at midnight in its zone, also where clocks change', () => {
    expect(new Date(periodOf('2026-11', zone)!.start).toISOString()).toBe('2026-10-31T16:00:00.000Z')
    expect(new Date(periodOf('2026-11', 'Europe/Berlin')!.start).toISOString()).toBe('2026-10-31T23:00:00.000Z')
    expect(new Date(periodOf('2026-10', 'Europe/Berlin')!.start).toISOString()).toBe('2026-09-30T22:00:00.000Z')
  })

  test('of weeks begins with what is left of the first one, and then on Mondays', () => {
    expect(periodOf('2026-11', zone)!.parts.map(days)).toEqual([
      '2026-11-01..2026-11-01', '2026-11-02..2026-11-08', '2026-11-09..2026-11-15', '2026-11-16..2026-11-22', '2026-11-23..2026-11-29', '2026-11-30..2026-11-30',
    ])
  })

  test('is the present month where nothing is said', () => {
    expect(monthAt(zone, new Date('2026-10-31T15:59:59Z'))).toBe('2026-10')
    expect(monthAt(zone, new Date('2026-10-31T16:00:00Z'))).toBe('2026-11')
  })
})
