import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Calendar } from './calendar.ts'
import { PUBLISHED_YEARS, stateCalendar } from './state-calendar.ts'
import { addWorkingTime } from './working-time.ts'
import type { Span } from './working-time.ts'

const HOUR = 3_600_000
const offices = [{ from: '09:00', to: '12:00' }, { from: '13:30', to: '17:30' }]
const china: Calendar = { ...stateCalendar(), offices }

/** '2026-03-06 16:30', Beijing time. */
const beijing = (wall: string) => new Date(`${wall.replace(' ', 'T')}${wall.length === 16 ? ':00' : ''}+08:00`)
const inBeijing = (date: Date | undefined) =>
  date && new Date(date.getTime() + 8 * HOUR).toISOString().slice(0, 19).replace('T', ' ').replace(/:00$/, '')

describe('a year without a published calendar', () => {
  test('makes a due time provisional that needs a day of it', () => {
    const from = (start: string, span: Span) => addWorkingTime(china, beijing(start), span).provisional
    expect(from('2026-12-31 10:00', { workingDays: 1 })).toBe(true)
    expect(from('2026-12-31 09:00', { workingDays: 1 })).toBe(false)
    expect(from('2027-03-01 09:00', { workingHours: 1 })).toBe(true)
    expect(from('2026-12-31 10:00', { hours: 48 })).toBe(false)
    expect(from('2026-12-31 10:00', { days: 10 })).toBe(false)
  })

  test('is settled by importing its notice', () => {
    const newYear = { zh: '元旦', en: "New Year's Day" }
    const imported: Calendar = { ...stateCalendar({ publishes: [2027], days: [
      { date: '2027-01-01', works: false, name: newYear }, { date: '2027-01-03', works: true, name: newYear },
    ] }), offices }
    const { dueAt, provisional, steps } = addWorkingTime(imported, beijing('2026-12-31 10:00'), { workingDays: 1 })
    expect([inBeijing(dueAt), provisional, imported.publishedUntilYear]).toEqual(['2027-01-03 10:00', false, 2027])
    expect(steps.map((step) => 'why' in step && step.why)).toEqual(
      ['weekday', 'weekday', 'holiday', 'weekend', 'moved_working_day'])
  })

  test('an imported year replaces the known list, days of other years change one by one', () => {
    const typhoon = { zh: '台风停工', en: 'Typhoon' }
    const corrected = stateCalendar({ publishes: [2026], days: [
      { date: '2026-05-01', works: false }, { date: '2025-12-30', works: false, name: typhoon },
    ] })
    expect(corrected.days('2026-05-01')).toEqual({ works: false, why: 'holiday' })
    expect(corrected.days('2026-01-04').why).toBe('weekend')
    expect(corrected.days('2025-12-30')).toEqual({ works: false, why: 'holiday', name: typhoon })
    expect(corrected.days('2025-10-01').why).toBe('holiday')
    expect(stateCalendar().days('2025-12-30').works).toBe(true)
  })

  test('a gap between published years ends what is published', () => {
    expect(stateCalendar({ publishes: [2028], days: [] }).publishedUntilYear).toBe(2026)
    expect(stateCalendar({ publishes: [2028, 2027], days: [] }).publishedUntilYear).toBe(2028)
  })

  test.each(['2027-02-30', '2027-1-1', 'tomorrow'])('an imported day "%s" is refused', (date) => {
    expect(() => stateCalendar({ publishes: [], days: [{ date, works: false }] })).toThrow(RangeError)
  })
})

test('holidays have their full names in both languages', () => {
  const { days } = stateCalendar()
  const names = ['2026-01-01', '2026-02-17', '2026-04-05', '2026-05-01', '2026-06-19', '2026-09-25', '2026-10-01']
    .map((date) => days(date).name)
  expect(names.map((name) => name?.zh)).toEqual(['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'])
  expect(names[2]?.en).toBe('Tomb-sweeping Day')
})

// The collected notices lie beside the project, not in it.
const notices = new URL('../../../shared/data/workdays-china/exceptions_2007_2026.csv', import.meta.url)

test.skipIf(!existsSync(notices))('every day 2007–2026 is as in the notices (skipped where they are not here)', () => {
  const rows = readFileSync(notices, 'utf8').trim().split('\n').slice(1).map((row) => row.split(','))
  const offDays = new Map(rows.map(([date, , off]) => [date, off === '1']))
  const { days } = stateCalendar()
  let seen = 0
  for (let time = Date.UTC(2007, 0, 1); time < Date.UTC(2027, 0, 1); time += 24 * HOUR, seen += 1) {
    const date = new Date(time).toISOString().slice(0, 10)
    const off = offDays.get(date)
    const weekend = [0, 6].includes(new Date(time).getUTCDay())
    const { works, why } = days(date)
    expect({ date, works }).toEqual({ date, works: !(off ?? weekend) })
    if (why === 'moved_working_day') expect({ date, off, weekend }).toEqual({ date, off: false, weekend: true })
    // Both lists name the weekend within a holiday in some years and not in others.
    if (why === 'holiday') expect({ date, off: off ?? weekend }).toEqual({ date, off: true })
    if (off && !weekend) expect({ date, why }).toEqual({ date, why: 'holiday' })
  }
  expect(seen).toBe(7305)
  expect(PUBLISHED_YEARS.at(-1)).toBe(2026)
})
