import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, decide, type BodyOf } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { allRows } from '#server/test/rows.ts'

let town: Town
let xu: Caller
let sun: Caller
let zhao: Caller
let chen: Caller
beforeAll(async () => {
  town = await openTown()
  xu = await town.signIn(team.centre)
  sun = await town.signIn(team.clerk)
  zhao = await town.signIn(team.grid)
  chen = await town.signIn(team.secretary)
})
afterAll(() => town.close())

type Body = BodyOf<'enterAppeal'>
const call: Body = { channel: 'hotline', words: '来电人反映 8 幢电梯停运两天，老人下不了楼。', category: 'property', place: { region: 101 }, photos: [], appellant: { name: '马超群', phone: '13912345678' } }
const enter = (by: Caller, more: Partial<Body> = {}, key = uuidv7()) => by.call('enterAppeal', { params: { county }, key, body: { ...call, ...more } })
const entered = async (by: Caller, more: Partial<Body> = {}) => (await enter(by, more)).reply
const caseOf = (by: Caller, id: string) => by.ask('readCase', { params: { county, id } })

describe('the hotline', () => {
  test('200: what a caller says lies at the desk of the place, by its channel; the number is masked', async () => {
    const { id, desk, state } = await entered(xu)
    expect([desk.zh, state]).toEqual([bodies.wutong.zh, 'received'])
    const seen = await caseOf(chen, id)
    expect(seen.appeals[0]).toMatchObject({ channel: 'hotline', name: { value: '马**' }, phone: { value: '139****5678' } })
    expect(JSON.stringify(seen)).not.toContain('13912345678')
  })

  test('200: whoever signs in with that number later finds it, answers and rates it; their consent is asked for first', async () => {
    const { id } = await entered(xu, { appellant: { phone: '13912340000' } })
    const own = await town.signIn({ ...residents.guest, phone: '13912340000' })
    expect((await own.ask('listMyMatters')).items.map((one) => one.id)).toContain(id)
  })

  test('200: the caller is looked up by their number, with what they said before, as far as it lies within reach', async () => {
    const phone = '13912349999'
    const ids = [await entered(xu, { appellant: { phone, name: '李梅' } }), await entered(xu, { appellant: { phone }, place: { region: 111 } })].map(({ id }) => id)
    const told = await xu.ask('lookUpCaller', { params: { county }, body: { phone } })
    expect(told).toMatchObject({ isKnown: true, name: '李*', count: 2 })
    expect(told.matters.map((one) => one.id)).toEqual(ids.toReversed())
    expect((await sun.ask('lookUpCaller', { params: { county }, body: { phone } })).matters.map((one) => one.id)).toEqual([ids[0]])
    expect(await xu.ask('lookUpCaller', { params: { county }, body: { phone: '13900009999' } })).toEqual({ isKnown: false, name: null, count: 0, matters: [] })
  })

  test('200: while they still speak, what may be the same trouble is found, private ones too, as far as it lies within reach', async () => {
    const there = await entered(xu, { words: '望江路渡口旁的护栏倒了，孩子容易掉下去。', category: 'roads', place: { region: 111 } })
    const body = { words: '渡口旁边护栏倒了一段，很危险。', category: 'roads', village: 111 }
    const found = await xu.ask('findSimilarCases', { params: { county }, body })
    expect(found.items[0]).toMatchObject({ id: there.id, number: there.number, state: 'received', metres: null })
    expect((await sun.ask('findSimilarCases', { params: { county }, body })).items).toEqual([])
  })

  test('200: whoever rings from a landline is known by it the next time', async () => {
    const { id } = await entered(xu, { appellant: { phone: '01000000101', name: '马奶奶' } })
    const found = await xu.ask('lookUpCaller', { params: { county }, body: { phone: '01000000101' } })
    expect(found).toMatchObject({ isKnown: true, matters: [{ id }] })
  })

  test('a name that is held is not written over by what a caller says', async () => {
    const wang = await town.signIn(residents.wang)
    await entered(xu, { appellant: { phone: residents.wang.phone, name: '冒名者' } })
    expect((await wang.ask('readMe')).name).not.toContain('冒')
  })
})

describe('letters and visits', () => {
  test('200: received before it was entered: clocks run from then, and what ran out by then is a breach', async () => {
    const receivedAt = new Date(town.now.getTime() - 20 * 3_600_000).toISOString()
    const { id } = await entered(sun, { channel: 'letter', receivedAt, appellant: { name: '马超群' } })
    await town.settle()
    const seen = await caseOf(chen, id)
    expect(seen.receivedAt).toBe(receivedAt)
    const reply = seen.clocks.find((clock) => clock.kind === 'reply')!
    expect([reply.startedAt, reply.breachedAt]).toEqual([receivedAt, reply.dueAt])
    expect(seen.appeals[0]).toMatchObject({ channel: 'letter', phone: null })
  })

  test.each([['tomorrow', 86_400_000], ['two years ago', -730 * 86_400_000]])('422: received %s', async (_, ms) => {
    const before = await allRows(town)
    const told = await enter(sun, { channel: 'letter', receivedAt: new Date(town.now.getTime() + ms).toISOString() })
    expect([told.status, told.problem.code]).toEqual([422, 'appeal.bad_receipt_time'])
    expect(await allRows(town)).toEqual(before)
  })
})

describe('a grid worker on patrol', () => {
  const seen: Partial<Body> = { channel: 'grid', words: '巡查发现 5 幢门口路灯不亮。', category: 'lighting', byPolicy: true, appellant: undefined }

  test('200: sent with no call to the desk, it is taken in and given to whom the catalogue names', async () => {
    const told = await entered(zhao, seen)
    expect(told).toMatchObject({ state: 'dispatched', lead: { zh: bodies.lamps.zh } })
    const found = await caseOf(zhao, told.id)
    expect(found.steps.map((step) => step.kind)).toEqual(['case.received', 'case.accepted', 'case.dispatched'])
    expect(found.tasks[0]).toMatchObject({ role: 'lead', body: { id: bodies.lamps.id } })
  })

  test('200: where the policy asks the leader, it waits for them, with nobody called in between; approved it goes to whom the catalogue names', async () => {
    const admin = await town.signIn(team.admin)
    const draft = await admin.ask('readPolicyDraft')
    const layers = draft.layers.map(({ townName: _, categoryName: __, ...one }) => one)
    const gate = { town: 11, category: 'roads', set: { 'gates.dispatch': 'desk' as const }, locked: [] }
    const { version } = await admin.ask('savePolicyDraft', { version: draft.version, body: { layers: [...layers, gate] } })
    await admin.ask('publishPolicies', { key: uuidv7(), version, body: { note: '道路类派单由书记批准。' } })
    town.later({ minutes: 1 })
    const { id, state, lead } = await entered(zhao, { ...seen, category: 'roads', words: '人行道塌了一块。' })
    expect([state, lead]).toEqual(['accepted', { zh: bodies.urban.zh, en: bodies.urban.en }])
    const waiting = await caseOf(chen, id)
    expect([waiting.tasks, waiting.requests]).toMatchObject([[], [{ kind: 'dispatch', of: { id: bodies.wutong.id }, lead: { id: bodies.urban.id }, ruling: null }]])
    await decide(chen, 'decideGate', id, 'dispatch', { decision: 'approve' })
    town.later({ minutes: 2 })
    await town.settle()
    expect(await caseOf(chen, id)).toMatchObject({ state: 'dispatched', tasks: [{ role: 'lead', body: { id: bodies.urban.id } }] })
  })

  test('200: two hundred reports of a day without network are sent twice and come in once each', async () => {
    const keys = Array.from({ length: 200 }, () => uuidv7())
    const send = (key: string, i: number) => enter(zhao, { ...seen, words: `巡查记录 ${i}`, receivedAt: new Date(town.now.getTime() - i * 60_000).toISOString() }, key)
    const first = []
    for (let i = 0; i < keys.length; i += 20) first.push(...(await Promise.all(keys.slice(i, i + 20).map((key, n) => send(key, i + n)))))
    const again = []
    for (let i = 0; i < keys.length; i += 20) again.push(...(await Promise.all(keys.slice(i, i + 20).map((key, n) => send(key, i + n)))))
    expect(new Set(first.map(({ reply }) => reply.id)).size).toBe(200)
    expect(again.map(({ reply }) => reply)).toEqual(first.map(({ reply }) => reply))
    expect(new Set(first.map(({ reply }) => reply.state))).toEqual(new Set(['dispatched']))
  }, 60_000)

  test('the same report from two phones at once is one case, dispatched once', async () => {
    const key = uuidv7()
    const both = await Promise.all([enter(zhao, seen, key), enter(zhao, seen, key), enter(zhao, seen, key)])
    expect(new Set(both.map(({ reply }) => reply.id)).size).toBe(1)
    expect((await caseOf(zhao, both[0]!.reply.id)).steps.filter((step) => step.kind === 'case.dispatched')).toHaveLength(1)
  })

  test('a member’s report is not dispatched by itself: they take it in as any other', async () => {
    const liu = await town.signIn(team.member)
    const { id, state } = await entered(liu, { ...seen, channel: 'staff' })
    expect(state).toBe('received')
    expect((await act(liu, 'acceptCase', id, {})).status).toBe(200)
  })
})

test('409: the key said something else · 400: no key · 422: a place in no county, a category that is none', async () => {
  const key = uuidv7()
  await enter(xu, {}, key)
  expect((await enter(xu, { words: '别的事。' }, key)).problem.code).toBe('key_used_otherwise')
  expect((await xu.call('enterAppeal', { params: { county }, body: call })).problem.code).toBe('key_missing')
  expect((await enter(xu, { place: { region: 999_999 } })).problem.code).toBe('place.outside')
  expect((await enter(xu, { place: {} })).problem.code).toBe('place.missing')
  expect((await enter(xu, { category: 'none' })).problem.code).toBe('category.not_found')
  expect((await decide(chen, 'decideGate', (await entered(xu)).id, 'dispatch', { decision: 'approve' }).catch((error: Error) => error.message))).toBe('no such request')
})
