import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bodies, county, team } from '#server/demo/cast.ts'
import type { Fact } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { holdUp } from '#server/test/hold-up.ts'
import { appoint, openNeighbour, openSecondProcess, type Neighbour, type Newcomer } from '#server/test/newcomers.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let admin: Caller
let chunhui: Newcomer
let neighbour: Neighbour
beforeAll(async () => {
  town = await openTown()
  admin = await town.signIn(team.admin)
  chunhui = await appoint(town, admin, { body: bodies.chunhui.id, role: 'administrator', login: 'chunhui-admin' })
  neighbour = await openNeighbour(town)
})
afterAll(() => town.close())

const params = { county }
const title = { zh: '工作人员', en: 'Officer' }
const create = (by: Caller, over: object, key = uuidv7()) => by.call('createPost', { params, key, body: { body: bodies.chunhui.id, role: 'subdistrict_clerk', title, ...over } })
const made = async (over: object = {}) => (await create(admin, over)).reply.id
const hold = (by: Caller, id: string, person: string, over: object = {}) => by.call('holdPost', { params: { county, id }, body: { person, ...over } })
const leave = (by: Caller, id: string, person: string) => by.call('leavePost', { params: { county, id, person } })
const end = (by: Caller, id: string) => by.call('endPost', { params: { county, id }, body: { reason: '岗位调整' } })
const find = async (id: string) => (await admin.ask('listPosts', { params, query: { ended: true } })).items.find((one) => one.id === id)
const factsOf = (kind: string, subject: string) =>
  town.house.rooms.db.query<Fact>(sql`select * from facts where kind = ${kind} and subject = ${subject}::uuid order by seq`)

describe('GET /counties/:county/posts', () => {
  test('200: who holds which post where, for every staff member', async () => {
    const member = await town.signIn(team.member)
    const { items } = await member.ask('listPosts', { params, query: { body: bodies.wutong.id } })
    expect(items.find((one) => one.id === team.secretary.post)).toMatchObject({
      role: 'committee_secretary', title: { zh: '社区书记' }, body: { id: bodies.wutong.id }, region: { id: 101 },
      holders: [{ person: team.secretary.person, name: '陈静' }], categories: null, stationedAt: null, validTo: null,
    })
    expect((await member.call('listPosts', { params: { county: neighbour.county } })).status).toBe(403)
  })
})

describe('POST /counties/:county/posts', () => {
  test('200: under its key, once', async () => {
    const key = uuidv7()
    expect([(await create(admin, {}, key)).reply.id, (await create(admin, {}, key)).reply.id]).toEqual([key, key])
    expect((await create(admin, { title: { zh: '另一岗' } }, key)).problem.code).toBe('key_used_otherwise')
    expect((await admin.call('createPost', { params, body: { body: bodies.chunhui.id, role: 'grid_worker', title } })).problem.code).toBe('key_missing')
  })

  test('200: an administrator of a subdistrict makes posts in its bodies, with any role', async () => {
    expect((await create(chunhui.caller, { body: bodies.yulan.id, role: 'committee_member' })).status).toBe(200)
    expect((await create(chunhui.caller, { role: 'administrator' })).status).toBe(200)
  })

  test.each([
    ['region.not_found', 404, { region: 999_999 }], ['post.outside_body', 422, { region: 12 }], ['post.outside_body', 422, { region: 401 }],
    ['bad_input', 400, { role: 'mayor' }], ['bad_input', 400, { validTo: '2026-11-01T00:00:00Z' }], ['not_found', 404, { stationedAt: uuidv7() }],
  ] as const)('%s %i: %j', async (code, status, over) => {
    const answered = await create(admin, over)
    expect([answered.status, answered.problem.code]).toEqual([status, code])
  })

  test('403 grant.not_held: whoever may only make posts makes none that organises', async () => {
    const maker = await appoint(town, admin, { body: bodies.liuhe.id, role: 'subdistrict_clerk', login: 'post-maker' })
    const grant = { post: maker.post, action: 'post.change', region: 13, mayDelegate: false, reportAfterwards: false, reason: '借用' }
    await admin.ask('giveGrant', { params, key: uuidv7(), body: grant })
    expect((await create(maker.caller, { body: bodies.liuhe.id, role: 'administrator' })).problem.code).toBe('grant.not_held')
    expect((await create(maker.caller, { body: bodies.liuhe.id, role: 'subdistrict_clerk' })).status).toBe(200)
  })

  test('409 body.closed', async () => {
    const body = await admin.ask('createBody', { params, key: uuidv7(), body: { name: { zh: '旧站' }, kind: 'station', region: 11, isDesk: false } })
    await admin.ask('closeBody', { params: { county, id: body.id }, body: { reason: '撤并' } })
    expect((await create(admin, { body: body.id, role: 'grid_worker' })).problem.code).toBe('body.closed')
  })

  test('404: in a body outside one’s area, even over a region inside it, or of another county', async () => {
    expect((await create(chunhui.caller, { body: bodies.centre.id, role: 'centre_dispatcher', region: 101 })).status).toBe(404)
    expect((await create(chunhui.caller, { body: bodies.dukou.id })).status).toBe(404)
    expect((await create(admin, { body: neighbour.centre })).status).toBe(404)
  })
})

describe('PATCH /counties/:county/posts/:id', () => {
  const change = (by: Caller, id: string, body: object) => by.call('changePost', { params: { county, id }, body })

  test('200: title, categories and station change, and count at the holder’s next call', async () => {
    const one = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_leader', login: 'narrowed' })
    await admin.ask('changePost', { params: { county, id: one.post }, body: { title, categories: ['noise'], stationedAt: bodies.centre.id } })
    expect(await find(one.post)).toMatchObject({ title, categories: ['noise'], stationedAt: { id: bodies.centre.id } })
    expect((await one.caller.ask('listStaff', { params })).items).toEqual([])
  })

  test('400: the last day lies ahead', async () => {
    expect((await change(admin, await made(), { validTo: '2026-11-15T00:00:00Z' })).problem.fields?.[0]?.path).toBe('/validTo')
  })

  test('409 post.ended; 404 outside one’s area, or of another county', async () => {
    const id = await made()
    await end(admin, id)
    expect((await change(admin, id, { title })).problem.code).toBe('post.ended')
    expect((await change(chunhui.caller, team.dukou.post, { title })).status).toBe(404)
    expect((await change(admin, neighbour.secretary.post, { title })).status).toBe(404)
  })

  test('a post ends by itself on its last day', async () => {
    const one = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_leader', login: 'until-noon' })
    await admin.ask('changePost', { params: { county, id: one.post }, body: { validTo: new Date(town.now.getTime() + 60_000).toISOString() } })
    expect((await one.caller.call('listStaff', { params })).status).toBe(200)
    town.later({ minutes: 2 })
    expect((await one.caller.call('listStaff', { params })).problem.code).toBe('not_allowed')
  })
})

describe('POST /counties/:county/posts/:id/ending', () => {
  test('200: holders lose it at once and are told by name of post, body and persons', async () => {
    const one = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_clerk', login: 'ending' })
    await admin.ask('endPost', { params: { county, id: one.post }, body: { reason: '岗位撤销' } })
    expect((await one.caller.call('readMe')).problem.code).toBe('session_ended')
    expect((await find(one.post))?.holders).toEqual([])
    const [told] = await factsOf('post.ended', one.post)
    expect(told?.detail).toMatchObject({ post: one.post, body: bodies.chunhui.id, persons: [one.person] })
  })

  test('200: whoever holds another post stays signed in, with less', async () => {
    const one = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_leader', login: 'two-posts' })
    const second = await made({ role: 'grid_worker', region: 102 })
    expect((await hold(admin, second, one.person)).status).toBe(200)
    await admin.ask('endPost', { params: { county, id: one.post }, body: { reason: '岗位撤销' } })
    expect((await one.caller.ask('readMe')).posts.map((post) => post.id)).toEqual([second])
    expect((await one.caller.call('listStaff', { params })).problem.code).toBe('not_allowed')
  })

  test('409 post.ended: once; 404 outside one’s area, or of another county', async () => {
    const id = await made()
    expect((await Promise.all([end(admin, id), end(admin, id)])).map((answered) => answered.status).toSorted()).toEqual([200, 409])
    expect((await end(chunhui.caller, team.dukou.post)).status).toBe(404)
    expect((await end(admin, neighbour.secretary.post)).status).toBe(404)
  })
})

describe('POST /counties/:county/posts/:id/holders', () => {
  test('200: whoever is staff gets a second post, for a time if it is so', async () => {
    const second = await made({ role: 'subdistrict_leader' })
    const until = new Date(town.now.getTime() + 3_600_000).toISOString()
    await admin.ask('holdPost', { params: { county, id: second }, body: { person: team.clerk.person, until } })
    const clerk = await town.signIn(team.clerk)
    expect((await clerk.ask('readMe')).actions).toContain('task.assign')
    town.later({ hours: 2 })
    expect((await clerk.ask('readMe')).actions).not.toContain('task.assign')
  })

  test('409 post.held_already; 409 post.ended; 400 until a time gone by', async () => {
    expect((await hold(admin, team.member.post, team.member.person)).problem.code).toBe('post.held_already')
    const id = await made()
    expect((await hold(admin, id, team.clerk.person, { until: '2026-11-01T00:00:00Z' })).problem.code).toBe('bad_input')
    await end(admin, id)
    expect((await hold(admin, id, team.clerk.person)).problem.code).toBe('post.ended')
  })

  test('409 post.incompatible: a grid worker is no village cadre, in whatever body', async () => {
    const cadre = await made({ body: bodies.yulan.id, role: 'committee_member' })
    expect((await hold(admin, cadre, team.grid.person)).problem.code).toBe('post.incompatible')
    expect((await find(cadre))?.holders).toEqual([])
  })

  test('two administrators who give one person posts that don’t go together at once: one is refused', async () => {
    const one = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_clerk', login: 'wanted-twice' })
    const [cadre, grid] = [await made({ body: bodies.yulan.id, role: 'committee_member' }), await made({ body: bodies.yinxing.id, role: 'grid_worker' })]
    const answers = await holdUp(town.house.rooms.db, sql`select id from persons where id = ${one.person}::uuid for update`, [
      () => hold(admin, cadre, one.person), () => hold(chunhui.caller, grid, one.person),
    ])
    expect(answers.map((answered) => answered.problem.code ?? 'held').toSorted()).toEqual(['held', 'post.incompatible'])
  })

  test('409 staff.not_yourself; 403 grant.not_held', async () => {
    expect((await hold(admin, await made(), team.admin.person)).problem.code).toBe('staff.not_yourself')
    const mover = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_clerk', login: 'mover' })
    const grant = { post: mover.post, action: 'staff.change', region: 11, mayDelegate: false, reportAfterwards: false, reason: '借用' }
    await admin.ask('giveGrant', { params, key: uuidv7(), body: grant })
    expect((await hold(mover.caller, chunhui.post, team.member.person)).problem.code).toBe('grant.not_held')
  })

  test('404: a post outside one’s area, a stranger, a resident, a post of another county', async () => {
    expect((await hold(chunhui.caller, team.dukou.post, team.member.person)).status).toBe(404)
    expect((await hold(admin, team.member.post, neighbour.secretary.person)).status).toBe(404)
    expect((await hold(admin, team.member.post, uuidv7())).status).toBe(404)
    expect((await hold(admin, neighbour.secretary.post, team.member.person)).status).toBe(404)
  })
})

describe('DELETE /counties/:county/posts/:id/holders/:person', () => {
  test('200: gone at once on every process, duties too, told with post, body and person', async () => {
    const second = await openSecondProcess(town)
    try {
      const one = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_leader', login: 'leaving' })
      const there = second.as(one.caller)
      expect((await there.call('listStaff', { params })).status).toBe(200)
      const duty = { body: bodies.chunhui.id, post: one.post, person: one.person, from: town.now.toISOString(), to: new Date(town.now.getTime() + 3_600_000).toISOString() }
      await admin.ask('putOnDuty', { params, key: uuidv7(), body: duty })
      await admin.ask('leavePost', { params: { county, id: one.post, person: one.person } })
      await vi.waitFor(async () => expect((await there.call('listStaff', { params })).problem.code).toBe('session_ended'), { timeout: 5_000, interval: 5 })
      expect((await admin.ask('listDuties', { params, query: { body: bodies.chunhui.id, from: duty.from, to: duty.to } })).items).toEqual([])
      expect((await factsOf('post.left', one.person)).map((fact) => fact.detail)).toEqual([{ post: one.post, body: bodies.chunhui.id, persons: [one.person] }])
      expect((await find(one.post))?.validTo).toBeNull()
    } finally {
      await second.close()
    }
  })

  test('404: whoever does not hold it, a post outside one’s area, of another county', async () => {
    expect((await leave(admin, team.member.post, team.clerk.person)).status).toBe(404)
    expect((await leave(chunhui.caller, team.dukou.post, team.dukou.person)).status).toBe(404)
    expect((await leave(admin, neighbour.secretary.post, neighbour.secretary.person)).status).toBe(404)
  })
})
