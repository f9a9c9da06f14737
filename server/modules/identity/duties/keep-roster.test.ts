import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { holdUp } from '#server/test/hold-up.ts'
import { openNeighbour, type Neighbour } from '#server/test/newcomers.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let admin: Caller
let secretary: Caller
let neighbour: Neighbour
beforeAll(async () => {
  town = await openTown()
  ;[admin, secretary] = [await town.signIn(team.admin), await town.signIn(team.secretary)]
  neighbour = await openNeighbour(town)
})
afterAll(() => town.close())

const params = { county }
const hours = (n: number) => new Date(town.now.getTime() + n * 3_600_000).toISOString()
const duty = (over: object = {}) => ({ body: bodies.wutong.id, post: team.member.post, person: team.member.person, from: hours(0), to: hours(12), ...over })
const put = (by: Caller, over: object = {}, key = uuidv7()) => by.call('putOnDuty', { params, key, body: duty(over) })
const list = async (by: Caller, from = hours(0), to = hours(48)) => (await by.ask('listDuties', { params, query: { body: bodies.wutong.id, from, to } })).items

describe('the roster', () => {
  test('200: a secretary keeps it for their own committee, and everybody on the staff sees who is on duty', async () => {
    const { id } = (await put(secretary)).reply
    expect(await list(await town.signIn(team.centre))).toMatchObject([{ id, person: team.member.person, name: '刘洋', post: team.member.post, from: hours(0), to: hours(12) }])
    expect(await list(admin, hours(12), hours(24))).toEqual([])
    expect((await admin.call('takeOffDuty', { params: { county, id } })).status).toBe(200)
    expect(await list(admin)).toEqual([])
    expect((await admin.call('takeOffDuty', { params: { county, id } })).status).toBe(404)
  })

  test('200: under its key, once', async () => {
    const key = uuidv7()
    expect([(await put(secretary, {}, key)).reply.id, (await put(secretary, {}, key)).reply.id]).toEqual([key, key])
    expect((await put(secretary, { to: hours(8) }, key)).problem.code).toBe('key_used_otherwise')
    expect((await secretary.call('putOnDuty', { params, body: duty() })).problem.code).toBe('key_missing')
  })

  test('200: somebody stationed at the body stands on its roster', async () => {
    expect((await put(admin, { body: bodies.centre.id, post: team.lamps.post, person: team.lamps.person })).status).toBe(404)
    await admin.ask('changePost', { params: { county, id: team.lamps.post }, body: { stationedAt: bodies.centre.id } })
    expect((await put(admin, { body: bodies.centre.id, post: team.lamps.post, person: team.lamps.person })).status).toBe(200)
  })

  test('422 duty.not_stationed: for as long as the post is stationed there, and no longer; a shorter stationing cuts its duties', async () => {
    const away = { body: bodies.centre.id, post: team.power.post, person: team.power.person }
    const station = (body: object) => admin.call('changePost', { params: { county, id: team.power.post }, body })
    expect((await station({ stationedAt: bodies.power.id })).problem.code).toBe('post.stationed_dates')
    expect((await station({ stationedAt: bodies.centre.id, stationedFrom: hours(4), stationedTo: hours(2) })).problem.code).toBe('post.stationed_dates')
    await station({ stationedAt: bodies.centre.id, stationedFrom: hours(2), stationedTo: hours(20) })
    expect((await put(admin, { ...away, from: hours(1), to: hours(4) })).problem.code).toBe('duty.not_stationed')
    expect((await put(admin, { ...away, from: hours(12), to: hours(21) })).problem.code).toBe('duty.not_stationed')
    const { id } = (await put(admin, { ...away, from: hours(4), to: hours(20) })).reply
    await station({ stationedTo: hours(12) })
    const { items } = await admin.ask('listDuties', { params, query: { body: bodies.centre.id, from: hours(0), to: hours(48) } })
    expect(items.find((one) => one.id === id)).toMatchObject({ to: hours(12) })
    const posts = await admin.ask('listPosts', { params, query: { stationedAt: bodies.centre.id } })
    expect(posts.items.find((one) => one.id === team.power.post)).toMatchObject({ stationedFrom: hours(2), stationedTo: hours(12) })
  })

  test.each([['duty.times', { to: -1 }], ['duty.times', { to: 32 * 24 }]] as const)('422 %s: to %j', async (code, { to }) => {
    expect((await put(secretary, { to: hours(to) })).problem.code).toBe(code)
  })

  test('409 post.ended', async () => {
    const { id: post } = await admin.ask('createPost', { params, key: uuidv7(), body: { body: bodies.wutong.id, role: 'committee_member', title: { zh: '委员' } } })
    await admin.ask('endPost', { params: { county, id: post }, body: { reason: '撤销' } })
    expect((await put(secretary, { post })).problem.code).toBe('post.ended')
  })

  test('403 without the right; 404 for another body, somebody without the post, another county', async () => {
    expect((await put(await town.signIn(team.member))).status).toBe(403)
    expect((await put(secretary, { body: bodies.yinxing.id, post: team.yinxing.post, person: team.yinxing.person })).status).toBe(404)
    expect((await put(secretary, { person: team.grid.person })).status).toBe(404)
    expect((await put(admin, { body: neighbour.centre })).status).toBe(404)
    const { id } = (await put(admin, { body: bodies.yinxing.id, post: team.yinxing.post, person: team.yinxing.person })).reply
    expect((await secretary.call('takeOffDuty', { params: { county, id } })).status).toBe(404)
    expect((await neighbour.admin.call('takeOffDuty', { params: { county: neighbour.county, id } })).status).toBe(404)
    expect((await admin.call('listDuties', { params, query: { body: neighbour.centre, from: hours(0), to: hours(1) } })).status).toBe(404)
  })

  test.skipIf(!hasPostgres)('put on duty while they leave the post: they are told no, or taken off again; nobody who left stands on a roster', async () => {
    for (let i = 0; i < 4; i++) {
      const { id: post } = await admin.ask('createPost', { params, key: uuidv7(), body: { body: bodies.wutong.id, role: 'committee_member', title: { zh: '委员' } } })
      await admin.ask('holdPost', { params: { county, id: post }, body: { person: team.clerk.person } })
      town.later({ minutes: 1 })
      const row = sql`select 1 from holdings where post = ${post}::uuid for update`
      const [putting, leaving] = await holdUp<{ status: number }>(town.house.rooms.db, row, [
        () => put(admin, { post, person: team.clerk.person }), () => admin.call('leavePost', { params: { county, id: post, person: team.clerk.person } }),
      ])
      expect([leaving!.status, [200, 404].includes(putting!.status)]).toEqual([200, true])
      expect((await list(admin)).filter((one) => one.post === post)).toEqual([])
    }
  })

  test.skipIf(!hasPostgres)('two who put the same person on duty under one key do it once; a roster kept by two holds what both put there', async () => {
    const key = uuidv7()
    const same = await Promise.all([put(secretary, { from: hours(24), to: hours(30) }, key), put(secretary, { from: hours(24), to: hours(30) }, key)])
    expect(same.map((one) => one.reply.id)).toEqual([key, key])
    await Promise.all([put(secretary, { from: hours(31), to: hours(33) }), put(admin, { from: hours(34), to: hours(36), post: team.secretary.post, person: team.secretary.person })])
    expect((await list(admin, hours(24), hours(36))).map((one) => one.person)).toEqual([team.member.person, team.member.person, team.secretary.person])
  })

  test('400: a roster is read a hundred days at a time', async () => {
    expect((await admin.call('listDuties', { params, query: { body: bodies.wutong.id, from: hours(0), to: hours(101 * 24) } })).status).toBe(400)
  })
})
