import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, team } from '#server/demo/cast.ts'
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

  const week = { usual: [{ from: '08:30', to: '12:00' }, { from: '14:00', to: '17:30' }], friday: [{ from: '08:30', to: '12:00' }] }
  const setHours = (hours: object | null, by = admin, county = 3) => by.call('changeOfficeHours', { params: { county }, body: { week: hours } as never })
  const hours = () => town.nobody.ask('readOfficeHours', { params: { county: 3 } })

  test('200: the county’s office hours, for everybody to read; taken back, the usual ones hold', async () => {
    const usual = await hours()
    expect(usual).toEqual({ usual: { usual: [{ from: '09:00', to: '12:00' }, { from: '13:30', to: '17:30' }] }, isOwn: false, bodies: [] })
    expect((await setHours(week)).status).toBe(200)
    expect(await hours()).toEqual({ usual: week, isOwn: true, bodies: [] })
    expect((await factsOf(town.house.rooms.db, 3, subjectOf(3))).at(-1)).toMatchObject({ kind: 'calendar.changed', person: team.admin.person, detail: { hours: week } })
    expect((await setHours(null)).status).toBe(200)
    expect(await hours()).toEqual(usual)
  })

  test('400: hours that can’t be are pointed out by their day, and change nothing', async () => {
    const before = await hours()
    const { status, problem } = await setHours({ usual: [], monday: [{ from: '12:00', to: '09:00' }] })
    expect([status, problem.fields]).toEqual([400, [{ path: '/week/monday', message: 'hours' }, { path: '/week/usual', message: 'hours' }]])
    expect((await setHours({ usual: [{ from: '9:00', to: '25:00' }] })).status).toBe(400)
    expect(await hours()).toEqual(before)
  })

  test('404: a town is no county; 403: staff without the right', async () => {
    expect((await town.nobody.call('readOfficeHours', { params: { county: 11 } })).status).toBe(404)
    expect((await setHours(week, await town.signIn(team.member))).status).toBe(403)
  })

  test('200: of one body alone; 404: of another county’s; 409: of one that is closed', async () => {
    const of = (id: string, by = admin) => by.call('changeBodyHours', { params: { county: 3, id }, body: { week } })
    expect((await of(bodies.wutong.id)).status).toBe(200)
    expect((await hours()).bodies).toEqual([{ body: bodies.wutong.id, week }])
    expect((await of(uuidv7())).status).toBe(404)
    const id = uuidv7()
    await admin.ask('createBody', { params: { county: 3 }, key: id, body: { name: { zh: '临时专班' }, kind: 'department', region: 3, isDesk: false } })
    const { items } = await admin.ask('listBodies', { params: { county: 3 }, query: {} })
    await admin.ask('closeBody', { params: { county: 3, id }, version: items.find((one) => one.id === id)!.version, body: { reason: '任务结束' } })
    const { status, problem } = await of(id)
    expect([status, problem.code]).toEqual([409, 'body.closed'])
  })
})
