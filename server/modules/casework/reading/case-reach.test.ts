import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { openNeighbour, type Neighbour } from '#server/test/newcomers.ts'
import { allRows } from '#server/test/rows.ts'
import { dispatched, photograph, report } from '#server/test/steps.ts'
import { callerOn, openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let neighbour: Neighbour
let wang: Caller
let chen: Caller
beforeAll(async () => {
  town = await openTown()
  neighbour = await openNeighbour(town)
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
})
afterAll(() => town.close())

/** Everything that can be asked about a case, or done with it, by staff. */
const about = (id: string, task: string, photo: string) => {
  const params = { county, id }
  const onTask = { county, id, task }
  return [
    ['readCase', { params }],
    ['readCasePhoto', { params: { ...params, photo } }],
    ['explainClock', { params: { ...params, clock: task } }],
    ['acceptCase', { params, version: 3, body: {} }],
    ['declineCase', { params, version: 3, body: { ground: 'no_facts', words: '无此事。' } }],
    ['askBack', { params, version: 3, body: { words: '？', daysMax: 3 } }],
    ['sortCase', { params, version: 3, body: { category: 'noise' } }],
    ['decidePublication', { params, version: 3, body: { publish: false, photos: [] } }],
    ['dispatchCase', { params, version: 3, body: { lead: bodies.wutong.id, assists: [] } }],
    ['escalateCase', { params, version: 3, body: { type: 'urgent', cause: '急', tried: '无' } }],
    ['sendCaseDown', { params, version: 3, body: { to: bodies.wutong.id, instruction: '请办。' } }],
    ['noteCase', { params, key: uuidv7(), body: { words: '看过。', photos: [], audience: 'staff' } }],
    ['takeTask', { params: onTask, version: 3 }],
    ['assignTask', { params: onTask, version: 3, body: { person: team.member.person } }],
    ['returnTask', { params: onTask, version: 3, body: { ground: 'not_our_duty', words: '无关。' } }],
    ['reportTask', { params: onTask, version: 3, body: { outcome: 'solved', words: '已修。', photos: [] } }],
    ['releaseTask', { params: onTask, version: 3 }],
    ['reworkCase', { params, version: 3, body: { words: '请附照片。' } }],
    ['closeCase', { params, version: 3, body: { outcome: 'solved' } }],
    ['answerCase', { params, version: 3, body: { words: '已修好。', photos: [] } }],
  ] as const
}
type Asked = ReturnType<typeof about>[number]
const ask = async (by: Caller, [id, sent]: Asked) => (await by.call(id, sent)).problem.code ?? 'done'

async function subject() {
  const id = await dispatched(wang, chen, bodies.wutong.id)
  const [task] = (await chen.ask('readCase', { params: { county, id } })).tasks
  return about(id, task!.id, await photograph(wang))
}

describe('what lies beyond reach does not exist', () => {
  test.each([
    ['another committee', team.yinxing], ['another subdistrict', team.wangjiang], ['a department that never had it', team.lampsHead],
  ])('404: to %s', async (_, who) => {
    const [by, all] = [await town.signIn(who), await subject()]
    const before = await allRows(town)
    const told = Object.fromEntries(await Promise.all(all.map(async (one) => [one[0], await ask(by, one)] as const)))
    // A clerk names no handlers anywhere, which is said at the door.
    const atTheDoor = who === team.wangjiang ? { assignTask: 'not_allowed' } : {}
    expect(told).toEqual({ ...Object.fromEntries(all.map(([id]) => [id, 'not_found'])), ...atTheDoor })
    expect(await allRows(town)).toEqual(before)
  })

  test('404: another county’s case under one’s own county; 403: its county’s own address', async () => {
    const body = { words: '路灯坏了。', place: { village: neighbour.village }, visibility: 'public', photos: [] }
    const far = await wang.ask('submitAppeal', { params: { county: neighbour.county }, key: uuidv7(), body })
    const xu = await town.signIn(team.centre)
    expect((await xu.call('readCase', { params: { county, id: far.id } })).problem.code).toBe('not_found')
    expect((await xu.call('readCase', { params: { county: neighbour.county, id: far.id } })).problem.code).toBe('not_allowed')
    expect((await xu.call('listCases', { params: { county: neighbour.county }, query: { list: 'cases' } })).problem.code).toBe('not_allowed')
    expect((await wang.call('readMatter', { params: { county, id: far.id } })).problem.code).toBe('not_found')
    expect((await neighbour.secretary.caller.ask('readCase', { params: { county: neighbour.county, id: far.id } })).number).toBe(far.number)
    expect((await neighbour.secretary.caller.ask('listCases', { params: { county: neighbour.county }, query: { list: 'cases' } })).total).toBe(1)
    expect((await xu.ask('listCases', { query: { list: 'cases' } })).items.map((row) => row.id)).not.toContain(far.id)
  })
})

describe('who may read may not therefore act', () => {
  test('403: the subdistrict reads its village’s case, and does nothing in the committee’s place', async () => {
    const [sun, all] = [await town.signIn(team.leader), await subject()]
    const [reading, photo, clock, ...acts] = await Promise.all(all.map((one) => ask(sun, one)))
    expect([reading, photo, clock]).toEqual(['done', 'not_found', 'not_found'])
    expect(acts).toEqual(acts.map(() => 'not_allowed'))
  })

  test('403: a grid worker handles and notes what the committee holds, and decides nothing', async () => {
    const [zhao, all] = [await town.signIn(team.grid), await subject()]
    const told = Object.fromEntries(await Promise.all(all.map(async (one) => [one[0], await ask(zhao, one)])))
    expect(told).toMatchObject({ readCase: 'done', noteCase: 'done' })
    expect([told.acceptCase, told.dispatchCase, told.closeCase, told.assignTask]).toEqual(['not_allowed', 'not_allowed', 'not_allowed', 'not_allowed'])
    const id = await dispatched(wang, chen, bodies.wutong.id)
    const { tasks, version } = await zhao.ask('readCase', { params: { county, id } })
    expect((await zhao.call('takeTask', { params: { county, id, task: tasks[0]!.id }, version })).status).toBe(200)
  })
})

describe('the two apps', () => {
  test('401: a resident calls nothing of the office, not even with their session in the office’s cookie', async () => {
    const all = await subject()
    expect(new Set(await Promise.all(all.map((one) => ask(wang, one))))).toEqual(new Set(['sign_in_first']))
    const dressed = callerOn(town.app, 'office', wang.cookie.replace('gongzhi_resident', 'gongzhi_office'))
    expect(new Set(await Promise.all(all.map((one) => ask(dressed, one))))).toEqual(new Set(['session_ended']))
    expect([(await wang.call('listCases', { query: { list: 'cases' } })).status, (await wang.call('countCases')).status]).toEqual([401, 401])
  })

  test('401: staff call nothing of the residents’ app', async () => {
    const id = await report(wang)
    expect((await chen.call('readMatter', { params: { county, id } })).problem.code).toBe('not_found')
    expect((await chen.call('listMyMatters')).problem.code).toBe('sign_in_first')
    expect((await chen.call('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'yes', satisfied: 5 } })).problem.code).toBe('sign_in_first')
  })

  test('403: who administers handles no case', async () => {
    const admin = await town.signIn({ ...team.admin })
    const all = await subject()
    expect(new Set(await Promise.all(all.map((one) => ask(admin, one))))).toEqual(new Set(['not_allowed']))
  })
})
