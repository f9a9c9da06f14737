import { describe, expect, test } from 'vitest'
import { calendarOfBody, fullDayMinutes } from '#server/kernel/calendar.ts'
import { calendarWith, daysOf, publisherOf, wrongDays, wrongHours, type OwnDays } from './calendar.ts'

const nothing: OwnDays = { years: [], days: [] }
const newYear = { zh: '元旦', en: 'New Year' }
const own: OwnDays = {
  years: [2027],
  days: [
    { year: 2027, day: '2026-12-27', works: true, name: newYear },
    { year: 2027, day: '2027-01-01', works: false, name: newYear },
    { year: 2027, day: '2027-06-17', works: false, name: { zh: '建区纪念日' } },
  ],
}

describe('a county’s calendar', () => {
  test('is the state’s, in the zone of the house, until the county publishes', () => {
    const calendar = calendarWith(nothing, 'Asia/Urumqi')
    expect([calendar.zone, calendar.publishedUntilYear]).toEqual(['Asia/Urumqi', 2026])
    expect(calendar.days('2027-01-01')).toEqual({ works: true, why: 'weekday' })
  })

  test('takes over what the county published, with the day moved in the December before', () => {
    const calendar = calendarWith(own, 'Asia/Shanghai')
    expect(calendar.publishedUntilYear).toBe(2027)
    expect(calendar.days('2027-01-01')).toEqual({ works: false, why: 'holiday', name: newYear })
    expect(calendar.days('2026-12-27')).toMatchObject({ works: true, why: 'moved_working_day' })
    expect(calendar.days('2027-06-17')).toMatchObject({ works: false, name: { zh: '建区纪念日', en: '建区纪念日' } })
    expect(calendar.days('2026-10-01')).toMatchObject({ works: false, why: 'holiday' })
  })

  test('says whose word holds', () => {
    expect([2026, 2027, 2028].map((year) => publisherOf(own, year))).toEqual(['state', 'county', 'nobody'])
  })

  test('shows a year as it was published, so that it can be corrected and published again', () => {
    expect(daysOf(own, 2027)).toEqual(own.days.map(({ day, works, name }) => ({ day, works, name })))
    expect(daysOf(own, 2026).find(({ day }) => day === '2026-12-27')).toMatchObject({ works: true })
    expect(daysOf(nothing, 2027)).toEqual([])
  })

  test('shows the state’s years with the names of the holidays', () => {
    const days = daysOf(nothing, 2026)
    expect(days.filter(({ works }) => !works)).toHaveLength(33)
    expect(days[0]).toEqual({ day: '2026-01-01', works: false, name: { zh: '元旦', en: 'New Year\'s Day' } })
  })
})

test.each([
  ['of the year', ['2027-01-01', '2027-12-31'], []],
  ['of the December before', ['2026-12-01', '2026-12-31'], []],
  ['earlier', ['2026-11-30', '2027-01-01'], [0]],
  ['later', ['2028-01-01'], [0]],
  ['said twice', ['2027-01-01', '2027-01-02', '2027-01-01'], [2]],
])('days %s: wrong are %s', (_, days, wrong) =>
  expect(wrongDays(2027, days.map((day) => ({ day, works: false, name: newYear })))).toEqual(wrong))

const morning = [{ from: '08:00', to: '12:00' }]

test('a body works by hours of its own, else by the county’s, else as is usual', () => {
  const minutes = (hours: Parameters<typeof calendarWith>[2]) => {
    const calendar = calendarWith(nothing, 'Asia/Shanghai', hours)
    return ['own', 'other'].map((body) => fullDayMinutes(calendarOfBody(calendar, body)))
  }
  expect(minutes([])).toEqual([420, 420])
  expect(minutes([{ body: 'own', week: { usual: morning } }])).toEqual([240, 420])
  expect(minutes([{ body: null, week: { usual: [{ from: '08:30', to: '12:00' }, { from: '14:30', to: '18:00' }] } }, { body: 'own', week: { usual: morning } }])).toEqual([240, 420])
  expect(minutes([{ body: null, week: { usual: morning } }])).toEqual([240, 240])
})

test.each([
  ['a break at noon', { usual: [{ from: '09:00', to: '12:00' }, { from: '12:00', to: '24:00' }] }, []],
  ['a day closed', { usual: morning, friday: [] }, []],
  ['backwards', { usual: [{ from: '12:00', to: '08:00' }] }, ['usual']],
  ['of no length', { usual: [{ from: '12:00', to: '12:00' }] }, ['usual']],
  ['overlapping', { usual: morning, monday: [{ from: '08:00', to: '12:00' }, { from: '11:59', to: '17:00' }] }, ['monday']],
  ['out of order', { usual: morning, sunday: [{ from: '14:00', to: '17:00' }, { from: '08:00', to: '12:00' }] }, ['sunday']],
  ['none at all', { usual: [] }, ['usual']],
])('hours %s: wrong are %s', (_, week, wrong) => expect(wrongHours(week)).toEqual(wrong))
