import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { answer } from '#server/kernel/question.ts'
import type { Answering } from '#server/kernel/question.ts'
import { holdUp } from '#server/test/hold-up.ts'
import { appoint, openNeighbour, type Neighbour, type Newcomer } from '#server/test/newcomers.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { hasOpenWork } from '../ask-higher-modules.ts'

let town: Town
let admin: Caller
let member: Caller
/** An administrator of one subdistrict only. */
let chunhui: Newcomer
let neighbour: Neighbour
beforeAll(async () => {
  town = await openTown()
  admin = await town.signIn(team.admin)
  member = await town.signIn(team.member)
  chunhui = await appoint(town, admin, { body: bodies.chunhui.id, role: 'administrator', login: 'chunhui-admin' })
  neighbour = await openNeighbour(town)
})
afterAll(() => town.close())

const params = { county }
const station = (over: object = {}) => ({ name: { zh: '春晖社工站', en: 'Chunhui Station' }, kind: 'station', region: 11, parent: bodies.chunhui.id, isDesk: false, ...over })
const create = (by: Caller, over: object = {}, key = uuidv7()) => by.call('createBody', { params, key, body: station(over) })
const made = async (over: object = {}) => (await create(admin, over)).reply.id
const find = async (id: string) => (await admin.ask('listBodies', { params, query: { closed: true } })).items.find((one) => one.id === id)

describe('GET /counties/:county/bodies', () => {
  test('200: every staff member finds every open body of the county, the widest first', async () => {
    const { items } = await member.ask('listBodies', { params })
    expect(items.map((one) => one.id)).toContain(bodies.lamps.id)
    expect(items.find((one) => one.id === bodies.wutong.id)).toMatchObject({
      name: { zh: '梧桐社区居委会' }, kind: 'committee', region: { id: 101, level: 5, name: { zh: '梧桐社区' } }, parent: { id: bodies.chunhui.id }, isDesk: true, closedAt: null,
    })
    expect(items[0]!.region.level).toBe(3)
  })

  test('200: by kind, by words and by region', async () => {
    const names = async (query: object) => (await member.ask('listBodies', { params, query })).items.map((one) => one.name.zh)
    expect(await names({ kind: 'utility', words: '水' })).toEqual(['明泽自来水公司'])
    expect(await names({ words: 'street lighting' })).toEqual(['明泽区路灯管理所'])
    expect(await names({ region: 101 })).toEqual(['梧桐社区居委会'])
  })

  test('403: another county is not ours to look at', async () => {
    expect((await member.call('listBodies', { params: { county: neighbour.county } })).problem.code).toBe('not_allowed')
  })
})

describe('POST /counties/:county/bodies', () => {
  test('200: a body is made under its key; the same send again makes no second one', async () => {
    const key = uuidv7()
    expect([(await create(admin, {}, key)).status, (await create(admin, {}, key)).reply.id]).toEqual([200, key])
    expect((await admin.ask('listBodies', { params, query: { words: '春晖社工站' } })).items.map((one) => one.id)).toEqual([key])
  })

  test('409 key_used_otherwise: the key of one body does not make another', async () => {
    const key = await made()
    expect((await create(admin, { name: { zh: '另一站' } }, key)).problem.code).toBe('key_used_otherwise')
  })

  test('400 key_missing', async () => {
    expect((await admin.call('createBody', { params, body: station() })).problem.code).toBe('key_missing')
  })

  test.each([
    ['region.not_found', 404, { region: 999_999 }], ['region.other_county', 409, { region: 401 }], ['body.desk_taken', 409, { isDesk: true }],
  ] as const)('%s %i', async (code, status, over) => {
    const answered = await create(admin, over)
    expect([answered.status, answered.problem.code]).toEqual([status, code])
  })

  test('409 body.closed: nothing stands below a closed body', async () => {
    const parent = await made()
    await admin.ask('closeBody', { params: { county, id: parent }, body: { reason: '合并' } })
    expect((await create(admin, { parent })).problem.code).toBe('body.closed')
  })

  test('404: not outside one’s own area, and not below a body of another county', async () => {
    expect((await create(chunhui.caller, { region: 12 })).status).toBe(404)
    expect((await create(chunhui.caller)).status).toBe(200)
    expect((await create(admin, { parent: neighbour.centre })).status).toBe(404)
  })
})

describe('PATCH /counties/:county/bodies/:id', () => {
  const change = (by: Caller, id: string, body: object) => by.call('changeBody', { params: { county, id }, body })

  test('200: renamed, moved, and seen so by everybody at once', async () => {
    const id = await made()
    await admin.ask('changeBody', { params: { county, id }, body: { name: { zh: '春晖社会工作站' }, parent: bodies.centre.id } })
    expect(await find(id)).toMatchObject({ name: { zh: '春晖社会工作站' }, parent: { id: bodies.centre.id }, version: 2 })
  })

  test('200: its telephone is given, stays when something else changes, and is taken away', async () => {
    const id = await made({ telephone: '010-00000301' })
    expect(await find(id)).toMatchObject({ telephone: '010-00000301' })
    await admin.ask('changeBody', { params: { county, id }, body: { name: { zh: '社工站' } } })
    expect(await find(id)).toMatchObject({ telephone: '010-00000301' })
    await admin.ask('changeBody', { params: { county, id }, body: { telephone: null } })
    expect(await find(id)).toMatchObject({ telephone: null })
    expect((await change(admin, id, { telephone: 'call me' })).problem.code).toBe('bad_input')
  })

  test('409 body.desk_taken: a region has one desk', async () => {
    expect((await change(admin, await made(), { isDesk: true })).problem.code).toBe('body.desk_taken')
  })

  test('422 body.below_itself: no body stands below one of its own', async () => {
    const upper = await made()
    const lower = await made({ parent: upper })
    expect((await change(admin, upper, { parent: lower })).problem.code).toBe('body.below_itself')
  })

  test('two moves at once never make a ring', async () => {
    const [one, other] = [await made(), await made()]
    const [belowOne, belowOther] = [await made({ parent: one }), await made({ parent: other })]
    const answers = await holdUp(town.house.rooms.db, sql`select id from bodies where id in (${one}::uuid, ${other}::uuid) for update`, [
      () => change(admin, one, { parent: belowOther }), () => change(admin, other, { parent: belowOne }),
    ])
    expect(answers.map((answered) => answered.status).toSorted()).toEqual([200, 422])
  })

  test('409 body.closed', async () => {
    const id = await made()
    await admin.ask('closeBody', { params: { county, id }, body: { reason: '撤并' } })
    expect((await change(admin, id, { name: { zh: '新名' } })).problem.code).toBe('body.closed')
  })

  test('404: outside one’s area, or of another county', async () => {
    expect((await change(chunhui.caller, bodies.dukou.id, { name: { zh: '渡口' } })).status).toBe(404)
    expect((await change(admin, neighbour.centre, { name: { zh: '邻区' } })).status).toBe(404)
  })
})

describe('POST /counties/:county/bodies/:id/closing', () => {
  const close = (by: Caller, id: string) => by.call('closeBody', { params: { county, id }, body: { reason: '机构改革' } })

  test('200: its posts end, their holders are out at once, and what stood below moves up', async () => {
    const id = await made()
    const below = await made({ parent: id })
    const worker = await appoint(town, admin, { body: id, role: 'department_clerk', login: 'closing-clerk' })
    expect((await close(admin, id)).status).toBe(200)
    expect((await find(id))?.closedAt).toBe(town.now.toISOString())
    expect((await find(below))?.parent?.id).toBe(bodies.chunhui.id)
    expect((await admin.ask('listPosts', { params, query: { body: id } })).items).toEqual([])
    expect((await worker.caller.call('readMe')).problem.code).toBe('session_ended')
  })

  test('409 body.has_open_work: while another module says that it holds some', async () => {
    const id = await made()
    const answers = town.house.rooms.answers as Answering[]
    answers.push(answer(hasOpenWork, async (_, asked) => asked.body === id))
    expect((await close(admin, id)).problem.code).toBe('body.has_open_work')
    answers.pop()
    expect((await close(admin, id)).status).toBe(200)
  })

  test('409 body.closed: once', async () => {
    const id = await made()
    expect((await Promise.all([close(admin, id), close(admin, id)])).map((answered) => answered.status).toSorted()).toEqual([200, 409])
  })

  test('404: outside one’s area, or of another county', async () => {
    expect((await close(chunhui.caller, bodies.dukou.id)).status).toBe(404)
    expect((await close(admin, neighbour.centre)).status).toBe(404)
  })
})
