import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import type { Fact } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { holdUp } from '#server/test/hold-up.ts'
import { appoint, openNeighbour, openSecondProcess, type Neighbour, type Newcomer } from '#server/test/newcomers.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let admin: Caller
let secretary: Caller
let leader: Caller
/** The secretary of a community in another subdistrict. */
let elsewhere: Caller
/** Clerks without rights over an area of their own: what they may do more comes from grants. */
let one: Newcomer
let other: Newcomer
let neighbour: Neighbour
beforeAll(async () => {
  town = await openTown()
  ;[admin, secretary, leader] = [await town.signIn(team.admin), await town.signIn(team.secretary), await town.signIn(team.leader)]
  elsewhere = await town.signIn(team.dukou)
  one = await appoint(town, admin, { body: bodies.lamps.id, role: 'department_clerk', login: 'grantee-one' })
  other = await appoint(town, admin, { body: bodies.urban.id, role: 'department_clerk', login: 'grantee-other' })
  neighbour = await openNeighbour(town)
})
afterAll(() => town.close())

const params = { county }
const grant = (over: object = {}) => ({ post: one.post, action: 'membership.read', region: 101, mayDelegate: false, reportAfterwards: false, reason: '人手不足', ...over })
const give = (by: Caller, over: object = {}, key = uuidv7()) => by.call('giveGrant', { params, key, body: grant(over) })
const given = async (by: Caller, over: object = {}) => (await by.ask('giveGrant', { params, key: uuidv7(), body: grant(over) })).id
const withdraw = (by: Caller, id: string) => by.call('withdrawGrant', { params: { county, id }, body: { reason: '不再需要' } })
const mayRead = async (by: Caller) => (await by.call('listMemberships', { params })).status === 200
const hours = (n: number) => new Date(town.now.getTime() + n * 3_600_000).toISOString()
const days = (n: number) => hours(24 * n)

describe('POST /counties/:county/grants', () => {
  test('200: what was granted may be done at the next call, over its region only', async () => {
    expect(await mayRead(one.caller)).toBe(false)
    const id = await given(secretary)
    expect((await one.caller.ask('listMemberships', { params })).items.every((row) => row.village.id === 101)).toBe(true)
    expect((await one.caller.ask('readMe')).actions).toContain('membership.read')
    await withdraw(secretary, id)
  })

  test('200: to a body: everybody in it', async () => {
    const id = await given(secretary, { post: undefined, body: bodies.lamps.id })
    expect(await mayRead(one.caller)).toBe(true)
    expect(await mayRead(await town.signIn(team.lamps))).toBe(true)
    expect(await mayRead(other.caller)).toBe(false)
    await withdraw(secretary, id)
  })

  test('200: from a time and until a time, by itself, also for those who are signed in', async () => {
    await given(secretary, { validFrom: hours(1), validTo: hours(2) })
    const seen: boolean[] = []
    for (const pause of [0, 30, 30, 30, 30]) {
      town.later({ minutes: pause })
      seen.push(await mayRead(one.caller))
    }
    expect(seen).toEqual([false, false, true, true, false])
  })

  test('200: under its key, once', async () => {
    const key = uuidv7()
    expect([(await give(secretary, {}, key)).reply.id, (await give(secretary, {}, key)).reply.id]).toEqual([key, key])
    expect((await give(secretary, { reason: '另一原因' }, key)).problem.code).toBe('key_used_otherwise')
    expect((await secretary.call('giveGrant', { params, body: grant() })).problem.code).toBe('key_missing')
    await withdraw(secretary, key)
  })

  test.each([
    ['grant.not_held', 403, { action: 'post.change' }], ['grant.not_held', 403, { action: 'role:administrator' }], ['grant.not_held', 403, { action: 'case.invent' }],
    ['grant.outside_scope', 403, { region: 102 }], ['grant.outside_scope', 403, { region: 11 }], ['grant.outside_scope', 403, { region: 401 }],
    ['grant.outside_scope', 403, { action: 'case.dispatch' }], ['region.not_found', 404, { region: 999_999 }], ['bad_input', 400, { validTo: '2026-11-01T00:00:00Z' }],
    ['bad_input', 400, { body: bodies.lamps.id }], ['bad_input', 400, { post: undefined }], ['not_found', 404, { post: uuidv7() }],
  ] as const)('%s %i: a community’s secretary gives no %j', async (code, status, over) => {
    const answered = await give(secretary, over)
    expect([answered.status, answered.problem.code]).toEqual([status, code])
  })

  test('403 grant.not_delegable: a grant is passed on only where it says so, and lasts no longer than it', async () => {
    const manage = await given(admin, { action: 'grant.change', region: 101 })
    const plain = await given(secretary)
    expect((await give(one.caller, { post: other.post })).problem.code).toBe('grant.not_delegable')
    await withdraw(secretary, plain)
    const onward = await given(secretary, { mayDelegate: true, validTo: days(3) })
    expect((await give(one.caller, { post: other.post, validTo: days(4) })).problem.code).toBe('grant.outside_scope')
    const passed = await given(one.caller, { post: other.post })
    const listed = (await admin.ask('listGrants', { params })).items
    expect(listed.find((row) => row.id === passed)?.validTo).toBe(listed.find((row) => row.id === onward)?.validTo)
    for (const id of [manage, onward]) await withdraw(admin, id)
  })

  test('200: a leader lets a deputy act for a time: the role over their own body, not over another', async () => {
    const deputy = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_clerk', login: 'deputy' })
    const id = await given(leader, { post: deputy.post, action: 'role:subdistrict_leader', region: 11, validTo: days(3) })
    expect((await deputy.caller.ask('readMe')).actions).toContain('task.assign')
    expect((await give(leader, { post: one.post, action: 'role:subdistrict_leader', region: 11 })).problem.code).toBe('grant.outside_scope')
    await withdraw(leader, id)
  })

  test('409 post.incompatible: no grant makes a village cadre of a grid worker', async () => {
    expect((await give(secretary, { post: team.grid.post, action: 'role:committee_member' })).problem.code).toBe('post.incompatible')
    expect((await give(secretary, { post: undefined, body: bodies.wutong.id, action: 'role:committee_member' })).problem.code).toBe('post.incompatible')
  })

  test('a grant of a role to a body and a post in it, given at once, never make one person both', async () => {
    const { id: post } = await admin.ask('createPost', { params, key: uuidv7(), body: { body: bodies.yinxing.id, role: 'grid_worker', title: { zh: '网格员' } } })
    const yinxing = await town.signIn(team.yinxing)
    const answers = await holdUp<{ problem: { code: string } }>(town.house.rooms.db, sql`select id from bodies where id = ${bodies.yinxing.id}::uuid for update`, [
      () => give(yinxing, { post: undefined, body: bodies.yinxing.id, action: 'role:committee_member', region: 102 }),
      () => admin.call('holdPost', { params: { county, id: post }, body: { person: one.person } }),
    ])
    expect(answers.map((answered) => answered.problem.code ?? 'done').toSorted()).toEqual(['done', 'post.incompatible'])
  })

  test('409 post.ended, body.closed; 404 to another county', async () => {
    const { id: post } = await admin.ask('createPost', { params, key: uuidv7(), body: { body: bodies.wutong.id, role: 'committee_member', title: { zh: '委员' } } })
    await admin.ask('endPost', { params: { county, id: post }, body: { reason: '撤销' } })
    expect((await give(secretary, { post })).problem.code).toBe('post.ended')
    const { id: body } = await admin.ask('createBody', { params, key: uuidv7(), body: { name: { zh: '旧站' }, kind: 'station', region: 101, isDesk: false } })
    await admin.ask('closeBody', { params: { county, id: body }, body: { reason: '撤并' } })
    expect((await give(secretary, { post: undefined, body })).problem.code).toBe('body.closed')
    expect((await give(secretary, { post: neighbour.secretary.post })).status).toBe(404)
  })
})

describe('GET /counties/:county/grants', () => {
  test('200: within reach, with who gave what to whom and why', async () => {
    const id = await given(secretary, { reportAfterwards: true })
    const row = (await secretary.ask('listGrants', { params, query: { post: one.post } })).items.find((each) => each.id === id)
    expect(row).toMatchObject({
      to: { post: one.post, name: { zh: '明泽区路灯管理所岗位grantee-one' } }, action: 'membership.read', region: { id: 101 }, reportAfterwards: true,
      givenBy: { zh: '梧桐社区居委会社区书记', en: 'Wutong Residents’ Committee, Community Secretary' }, reason: '人手不足', withdrawnAt: null,
    })
    expect((await elsewhere.ask('listGrants', { params })).items.map((each) => each.id)).not.toContain(id)
    await withdraw(secretary, id)
    const of = async (query: object) => (await secretary.ask('listGrants', { params, query })).items.map((each) => each.id)
    expect([await of({}), await of({ withdrawn: true })]).toEqual([expect.not.arrayContaining([id]), expect.arrayContaining([id])])
  })

  test('403: without grant.read; 401: nobody and residents', async () => {
    expect((await one.caller.call('listGrants', { params })).status).toBe(403)
    expect((await town.nobody.call('listGrants', { params })).status).toBe(401)
    expect((await (await town.signIn(residents.wang)).call('listGrants', { params })).status).toBe(401)
  })
})

describe('POST /counties/:county/grants/:id/withdrawal', () => {
  test('200: falls with all that was delegated from it, at once on every process, each with a fact', async () => {
    const second = await openSecondProcess(town)
    try {
      const manage = await given(admin, { action: 'grant.change', region: 101 })
      const id = await given(secretary, { mayDelegate: true })
      const onward = await given(one.caller, { post: other.post, mayDelegate: true })
      const there = second.as(other.caller)
      expect(await mayRead(there)).toBe(true)
      expect((await withdraw(secretary, id)).reply).toEqual({ withdrawn: 2 })
      await vi.waitFor(async () => expect(await mayRead(there)).toBe(false), { timeout: 5_000, interval: 5 })
      const facts = await town.house.rooms.db.query<Fact>(sql`select subject, detail from facts where kind = 'grant.withdrawn' and subject in (${id}::uuid, ${onward}::uuid)`)
      expect(facts.map((fact) => fact.detail.persons)).toEqual(expect.arrayContaining([[one.person], [other.person]]))
      await withdraw(admin, manage)
    } finally {
      await second.close()
    }
  })

  test('a grant that is being delegated while it is withdrawn leaves none behind', async () => {
    const manage = await given(admin, { action: 'grant.change', region: 101 })
    const id = await given(secretary, { mayDelegate: true })
    const [, passed] = await holdUp<{ status: number }>(town.house.rooms.db, sql`select id from grants where id = ${id}::uuid for update`, [
      () => withdraw(secretary, id), () => give(one.caller, { post: other.post }),
    ])
    expect([200, 403]).toContain(passed!.status)
    expect(await mayRead(other.caller)).toBe(false)
    await withdraw(admin, manage)
  })

  test('409 grant.withdrawn: once', async () => {
    const id = await given(secretary)
    expect((await Promise.all([withdraw(secretary, id), withdraw(secretary, id)])).map((answered) => answered.status).toSorted()).toEqual([200, 409])
  })

  test('200: by an administrator of its area; 403: by others who only see it; 404: outside one’s area, in another county', async () => {
    const id = await given(secretary)
    const yulan = await appoint(town, admin, { body: bodies.wutong.id, role: 'committee_member', login: 'looks-on' })
    const looks = await given(secretary, { post: yulan.post, action: 'grant.change' })
    expect((await withdraw(yulan.caller, looks)).problem.code).toBe('not_allowed')
    expect((await withdraw(elsewhere, id)).status).toBe(404)
    expect((await withdraw(admin, id)).status).toBe(200)
    expect((await withdraw(neighbour.admin, looks)).status).toBe(403)
    expect((await neighbour.admin.call('withdrawGrant', { params: { county: neighbour.county, id: looks }, body: { reason: 'x' } })).status).toBe(404)
  })

  test('with its post a grant ends, and what was delegated from it', async () => {
    const manage = await given(admin, { action: 'grant.change', region: 101 })
    await given(secretary, { mayDelegate: true })
    await given(one.caller, { post: other.post })
    expect(await mayRead(other.caller)).toBe(true)
    await admin.ask('endPost', { params: { county, id: one.post }, body: { reason: '岗位撤销' } })
    expect(await mayRead(other.caller)).toBe(false)
    expect((await admin.call('withdrawGrant', { params: { county, id: manage }, body: { reason: 'x' } })).problem.code).toBe('grant.withdrawn')
  })
})

test('GET /roles 200: every role with its actions, for any staff member; 401 for residents', async () => {
  const { items } = await other.caller.ask('listRoles')
  expect(items.find(({ role }) => role === 'department_clerk')?.actions).toContainEqual({ action: 'task.work', over: 'body' })
  expect((await (await town.signIn(residents.wang)).call('listRoles')).status).toBe(401)
})
