import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bodies, county, team } from '#server/demo/cast.ts'
import type { Fact } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { appoint, enter, openNeighbour, openSecondProcess, type Neighbour, type Newcomer } from '#server/test/newcomers.ts'
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
const reason = { reason: '工作需要' }
let logins = 0
const newcomer = (over: object = {}) => ({ name: '钱多', login: `qianduo${++logins}`, phone: '13700001234', post: team.clerk.post, ...over })
const invite = (by: Caller, over: object = {}, key = uuidv7()) => by.call('inviteStaff', { params, key, body: newcomer(over) })
const reset = (by: Caller, id: string) => by.call('resetStaff', { params: { county, id }, body: reason })
const dismiss = (by: Caller, id: string) => by.call('dismissStaff', { params: { county, id }, body: reason })
const find = async (login: string, query: object = {}) => (await admin.ask('listStaff', { params, query: { words: login, ...query } })).items[0]
const factsOf = (kind: string, subject: string) =>
  town.house.rooms.db.query<Fact>(sql`select * from facts where kind = ${kind} and subject = ${subject}::uuid order by county, seq`)

describe('GET /counties/:county/staff', () => {
  test('200: names, masked phones and posts, page after page without a gap', async () => {
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const page = await admin.ask('listStaff', { params, query: { limit: 4, ...(after && { after }) } })
      seen.push(...page.items.map((one) => one.login))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toEqual(seen.toSorted())
    expect(seen).toEqual(expect.arrayContaining(Object.values(team).map((one) => one.login)))
    expect(seen).not.toContain('neighbour')
  })

  test('200: by words of the name, although names are sealed, and by body', async () => {
    expect((await admin.ask('listStaff', { params, query: { words: '陈静' } })).items).toMatchObject([
      { login: 'chenjing', name: '陈静', state: 'active', posts: [{ role: 'committee_secretary', body: { id: bodies.wutong.id } }] },
    ])
    const inBody = (await admin.ask('listStaff', { params, query: { body: bodies.lamps.id } })).items.map((one) => one.login)
    expect(inBody).toEqual(['wugang', 'zhenghua'])
  })

  test('200: only those whose posts lie within reach', async () => {
    const seen = (await chunhui.caller.ask('listStaff', { params, query: { limit: 100 } })).items.map((one) => one.login)
    expect(seen).toEqual(expect.arrayContaining(['chenjing', 'sunyue']))
    expect(seen).not.toEqual(expect.arrayContaining(['luoxia']))
    expect(seen).not.toContain('zhouping')
  })

  test('403: without staff.read', async () => {
    expect((await (await town.signIn(team.grid)).call('listStaff', { params })).status).toBe(403)
  })
})

describe('POST /counties/:county/staff', () => {
  test('200: the newcomer sets a password by the link and works at once', async () => {
    const { reply } = await invite(admin, { login: 'newhere' })
    expect(reply.link.url).toMatch(/\/office\/link\/[\w-]{32}$/)
    expect(new Date(reply.link.expiresAt).getTime() - town.now.getTime()).toBe(7 * 86_400_000)
    expect(await find('newhere')).toMatchObject({ state: 'invited', phone: '137****1234', name: '钱多' })
    const caller = await enter(town, reply.link.url)
    expect((await caller.ask('readMe')).posts.map((post) => post.id)).toEqual([team.clerk.post])
    expect(await find('newhere')).toMatchObject({ state: 'active' })
    expect(await factsOf('staff.entered', reply.person)).toHaveLength(1)
  })

  test('200: sent again with the same key, it makes nobody else; the first link gives way to the second', async () => {
    const key = uuidv7()
    const body = newcomer()
    const [first, second] = [await admin.ask('inviteStaff', { params, key, body }), await admin.ask('inviteStaff', { params, key, body })]
    expect([first.person, second.person]).toEqual([key, key])
    await expect(enter(town, first.link.url)).rejects.toThrow('link.not_valid')
    await enter(town, second.link.url)
    expect((await admin.call('inviteStaff', { params, key, body })).problem.code).toBe('key_used_otherwise')
  })

  test('409: a login in use, a key used otherwise; 400 without key', async () => {
    expect((await invite(admin, { login: 'chenjing' })).problem.code).toBe('staff.login_taken')
    const key = uuidv7()
    await invite(admin, {}, key)
    expect((await invite(admin, {}, key)).problem.code).toBe('key_used_otherwise')
    expect((await admin.call('inviteStaff', { params, body: newcomer() })).problem.code).toBe('key_missing')
  })

  test('two invitations to one login at once: one', async () => {
    const answers = await Promise.all([invite(admin, { login: 'wanted' }), invite(chunhui.caller, { login: 'wanted' })])
    expect(answers.map((answered) => answered.problem.code ?? 'invited').toSorted()).toEqual(['invited', 'staff.login_taken'])
  })

  test('422 masked_value; 400 a login that is none', async () => {
    expect((await invite(admin, { name: '钱**' })).problem.code).toBe('masked_value')
    expect((await invite(admin, { login: 'Qian Duo' })).problem.code).toBe('bad_input')
  })

  test('409 post.ended; 403 grant.not_held; 409 post.incompatible', async () => {
    const { id } = await admin.ask('createPost', { params, key: uuidv7(), body: { body: bodies.wutong.id, role: 'grid_worker', title: { zh: '网格员' } } })
    const grant = { post: id, action: 'role:committee_member', region: 101, mayDelegate: false, reportAfterwards: false, reason: '临时' }
    const secretary = await town.signIn(team.secretary)
    await secretary.ask('giveGrant', { params, key: uuidv7(), body: grant })
    expect((await invite(admin, { post: id })).problem.code).toBe('post.incompatible')
    await admin.ask('endPost', { params: { county, id }, body: reason })
    expect((await invite(admin, { post: id })).problem.code).toBe('post.ended')
    const changer = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_clerk', login: 'only-changes-staff' })
    await admin.ask('giveGrant', { params, key: uuidv7(), body: { post: changer.post, action: 'staff.change', region: 11, mayDelegate: false, reportAfterwards: false, reason: '借用' } })
    expect((await invite(changer.caller, { post: chunhui.post })).problem.code).toBe('grant.not_held')
  })

  test('404: into a post outside one’s area, or of another county', async () => {
    expect((await invite(chunhui.caller, { post: team.dukou.post })).status).toBe(404)
    expect((await invite(admin, { post: neighbour.secretary.post })).status).toBe(404)
  })
})

describe('POST /counties/:county/staff/:id/reset', () => {
  test('200: sessions and password end at once; the link sets new ones', async () => {
    const one = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_clerk', login: 'forgetful' })
    const { reply } = await reset(chunhui.caller, one.person)
    expect((await one.caller.call('readMe')).problem.code).toBe('session_ended')
    await expect(town.signIn({ ...team.admin, login: 'forgetful', secret: team.admin.secret })).rejects.toThrow('sign_in.wrong')
    expect(new Date(reply.link.expiresAt).getTime() - town.now.getTime()).toBe(86_400_000)
    expect(await find('forgetful')).toMatchObject({ state: 'active' })
    expect((await (await enter(town, reply.link.url)).ask('readMe')).posts).toHaveLength(1)
    expect(await factsOf('staff.reset', one.person)).toHaveLength(1)
  })

  test('409 staff.not_yourself; 403 whoever also holds a post beyond my area; 404 outside it or in another county', async () => {
    expect((await reset(admin, team.admin.person)).problem.code).toBe('staff.not_yourself')
    const both = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_clerk', login: 'in-two-towns' })
    await admin.ask('holdPost', { params: { county, id: team.wangjiang.post }, body: { person: both.person } })
    expect((await reset(chunhui.caller, both.person)).problem.code).toBe('not_allowed')
    expect((await reset(admin, both.person)).status).toBe(200)
    expect((await reset(chunhui.caller, team.dukou.person)).status).toBe(404)
    expect((await reset(admin, neighbour.secretary.person)).status).toBe(404)
    expect((await reset(admin, uuidv7())).status).toBe(404)
  })
})

describe('POST /counties/:county/staff/:id/leaving', () => {
  test('200: out at once on every process, from every post, with a fact for each', async () => {
    const second = await openSecondProcess(town)
    try {
      const one = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_leader', login: 'going' })
      await admin.ask('holdPost', { params: { county, id: team.lamps.post }, body: { person: one.person } })
      const there = second.as(one.caller)
      expect((await there.call('listStaff', { params })).status).toBe(200)
      await admin.ask('dismissStaff', { params: { county, id: one.person }, body: reason })
      await vi.waitFor(async () => expect((await there.call('listStaff', { params })).problem.code).toBe('session_ended'), { timeout: 5_000, interval: 5 })
      const told = await factsOf('staff.left', one.person)
      expect(told.map(({ detail: { post, body, persons } }) => ({ post, body, persons }))).toEqual(expect.arrayContaining([
        { post: one.post, body: bodies.chunhui.id, persons: [one.person] }, { post: team.lamps.post, body: bodies.lamps.id, persons: [one.person] },
      ]))
      expect(told).toHaveLength(2)
      await expect(town.signIn({ ...team.admin, login: 'going' })).rejects.toThrow('sign_in.wrong')
      expect(await find('going')).toBeUndefined()
      expect(await find('going', { left: true })).toMatchObject({ state: 'left', phone: null, posts: [] })
    } finally {
      await second.close()
    }
  })

  test('an invitation that was not used yet opens no longer', async () => {
    const { reply } = await invite(admin, { login: 'never-came' })
    await admin.ask('dismissStaff', { params: { county, id: reply.person }, body: reason })
    await expect(enter(town, reply.link.url)).rejects.toThrow('link.not_valid')
  })

  test('409 staff.not_yourself; 403 posts beyond my area; 404 outside it, in another county, gone already', async () => {
    expect((await dismiss(admin, team.admin.person)).problem.code).toBe('staff.not_yourself')
    const both = await appoint(town, admin, { body: bodies.chunhui.id, role: 'subdistrict_clerk', login: 'in-two-towns-too' })
    await admin.ask('holdPost', { params: { county, id: team.wangjiang.post }, body: { person: both.person } })
    expect((await dismiss(chunhui.caller, both.person)).problem.code).toBe('not_allowed')
    expect((await dismiss(chunhui.caller, team.dukou.person)).status).toBe(404)
    expect((await dismiss(admin, neighbour.secretary.person)).status).toBe(404)
    expect((await dismiss(admin, both.person)).status).toBe(200)
    expect((await dismiss(admin, both.person)).status).toBe(404)
  })
})
