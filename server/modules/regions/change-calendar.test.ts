import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { team } from '#server/demo/cast.ts'
import { factsOf } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { calendarOf } from './index.ts'
import { subjectOf } from './region.ts'

describe.skipIf(!hasPostgres)('the calendar of a county', () => {
  let town: Town
  let admin: Caller
  beforeAll(async () => {
    town = await openTown()
    admin = await town.signIn(team.admin)
  })
  afterAll(() => town.close())

  const newYear = { day: '2027-01-01', works: false, name: { zh: '元旦', en: 'New Year' } }
  const moved = { day: '2026-12-27', works: true, name: { zh: '元旦' } }
  const publish = (year: number, days: object[], by = admin) => by.call('changeCalendar', { params: { county: 3, year }, body: { days } })

  test('200: the state’s year, until the county publishes its own', async () => {
    const { publishedBy, days } = await town.nobody.ask('readCalendar', { params: { county: 3, year: 2026 } })
    expect([publishedBy, days[0]?.name.zh]).toEqual(['state', '元旦'])
    expect(await town.nobody.ask('readCalendar', { params: { county: 3, year: 2027 } })).toEqual({ year: 2027, publishedBy: 'nobody', days: [] })
  })

  test('200: a year published is the county’s calendar from then on, and on the trail', async () => {
    const { rooms } = town.house
    const before = await calendarOf(rooms, 3)
    expect(await calendarOf(rooms, 3)).toBe(before)
    expect((await publish(2027, [newYear, moved])).status).toBe(200)
    const after = await calendarOf(rooms, 3)
    expect([before, after].map((calendar) => [calendar.publishedUntilYear, calendar.days('2027-01-01').works])).toEqual([[2026, true], [2027, false]])
    expect(await town.nobody.ask('readCalendar', { params: { county: 3, year: 2027 } })).toEqual({ year: 2027, publishedBy: 'county', days: [moved, newYear] })
    expect(await factsOf(rooms.db, 3, subjectOf(3))).toMatchObject([{ kind: 'calendar.changed', person: team.admin.person, detail: { year: 2027 } }])
  })

  test('200: published again it replaces what was', async () => {
    await publish(2027, [newYear])
    expect((await town.nobody.ask('readCalendar', { params: { county: 3, year: 2027 } })).days).toEqual([newYear])
    await publish(2027, [])
    expect(await town.nobody.ask('readCalendar', { params: { county: 3, year: 2027 } })).toEqual({ year: 2027, publishedBy: 'county', days: [] })
  })

  test('400: days of other years and days said twice are pointed out', async () => {
    const { status, problem } = await publish(2027, [newYear, { ...newYear, day: '2028-01-01' }, newYear])
    expect([status, problem.fields]).toEqual([400, [{ path: '/days/1/day', message: 'year' }, { path: '/days/2/day', message: 'year' }]])
    expect((await publish(2027, [{ ...newYear, day: '2027-02-30' }])).status).toBe(400)
    expect((await publish(1999, [])).status).toBe(400)
  })

  test('404: no such county; 403: staff without the right', async () => {
    expect((await town.nobody.call('readCalendar', { params: { county: 11, year: 2026 } })).status).toBe(404)
    const secretary = await town.signIn(team.secretary)
    const { status, problem } = await publish(2027, [newYear], secretary)
    expect([status, problem.code]).toEqual([403, 'not_allowed'])
  })

  test('404: a town has no calendar of its own', async () => {
    const body = { post: team.clerk.post, action: 'calendar.change', region: 11, mayDelegate: false, reportAfterwards: false, reason: '试点' }
    await admin.ask('giveGrant', { key: uuidv7(), body })
    const { status, problem } = await publish(2027, [newYear], await town.signIn(team.clerk))
    expect([status, problem.code]).toEqual([404, 'not_found'])
  })
})
