import { expect, test } from 'vitest'
import { dayAfter, instantOf, mondayOf, wallTimeOf } from './zone-time.ts'

test('a wall time of Shanghai is eight hours ahead of UTC', () => {
  expect(instantOf('2026-11-22', '09:30', 'Asia/Shanghai')).toBe('2026-11-22T01:30:00.000Z')
  expect(instantOf('2026-11-22', '00:15', 'Asia/Shanghai')).toBe('2026-11-21T16:15:00.000Z')
})

test('what was read comes back as it was written, also across a clock change', () => {
  for (const zone of ['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns']) {
    for (const day of ['2026-03-28', '2026-03-29', '2026-10-25', '2026-12-31']) {
      expect(wallTimeOf(instantOf(day, '17:45', zone), zone)).toEqual({ day, clock: '17:45' })
    }
  }
})

test('weeks begin on Monday and days roll over months and years', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16')
  expect(mondayOf('2026-11-16')).toBe('2026-11-16')
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01')
  expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29')
})
