import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { accepted, act, decide } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const { wutong, chunhui, lamps, power, urban } = bodies
let town: Town
let by: Record<'wang' | 'chen' | 'liu' | 'wu' | 'feng' | 'sun' | 'xu', Caller>
beforeAll(async () => {
  town = await openTown()
  await signIn()
})
afterAll(() => town.close())

async function signIn() {
  const [wang, chen, liu, wu, feng, sun, xu] = await Promise.all([residents.wang, team.secretary, team.member, team.lamps, team.power, team.clerk, team.centre].map((one) => town.signIn(one))) as [Caller, Caller, Caller, Caller, Caller, Caller, Caller]
  by = { wang, chen, liu, wu, feng, sun, xu }
}

const caseOf = (id: string, who = by.chen) => who.ask('readCase', { params: { county, id } })
async function opened(asked = [lamps.id, power.id]): Promise<string> {
  const id = await accepted(by.wang, by.chen)
  expect((await act(by.chen, 'openOwnershipTalk', id, { bodies: asked, words: '灯杆在配电房旁边，归谁管？' })).status).toBe(200)
  return id
}
const sayOf = async (who: Caller, id: string, of: string, body: object) => {
  const { version, requests } = await caseOf(id, who)
  const request = requests.find((one) => one.kind === 'ownership' && one.of.id === of)!.id
  return await who.call('sayWhose', { params: { county, id, request }, version, body: body as never })
}
const notOurs = { takes: false, ground: 'not_our_asset', words: '不是我们的资产。' }

test('200: each is asked in its own list; one takes it, the desk agrees, and the case is its task at once', async () => {
  const id = await opened()
  expect((await act(by.chen, 'openOwnershipTalk', id, { bodies: [lamps.id], words: '再问一次。' })).problem.code).toBe('request.already_asked')
  expect((await by.feng.ask('listRequests', { query: { side: 'mine' } })).items.find((one) => one.case.id === id)).toMatchObject({ kind: 'ownership', mine: true, words: '灯杆在配电房旁边，归谁管？' })
  expect((await sayOf(by.feng, id, power.id, { takes: false })).problem.code).toBe('request.needs_ground')
  expect((await sayOf(by.wu, id, power.id, notOurs)).problem.code).toBe('request.not_yours')
  expect((await sayOf(by.feng, id, power.id, { ...notOurs, proposed: lamps.id })).status).toBe(200)
  expect((await sayOf(by.feng, id, power.id, notOurs)).problem.code).toBe('request.ruled_already')
  const between = await caseOf(id)
  expect(between).toMatchObject({ state: 'accepted', desk: { id: wutong.id } })
  expect(between.clocks.some((clock) => clock.kind === 'resolve' && !clock.endedAt && clock.body.zh === wutong.zh)).toBe(true)
  expect((await sayOf(by.wu, id, lamps.id, { takes: true, words: '我们来修。' })).status).toBe(200)
  expect((await caseOf(id)).state).toBe('accepted')
  expect((await decide(by.wu, 'settleOwnership', id, 'ownership_taking', { agreed: true })).status).toBe(403)
  expect((await decide(by.chen, 'settleOwnership', id, 'ownership_taking', { agreed: true })).status).toBe(200)
  expect(await caseOf(id)).toMatchObject({ state: 'dispatched', tasks: [{ role: 'lead', body: { id: lamps.id } }] })
})

test('200: nobody takes it: the level above all of them rules, and may give it back to the desk', async () => {
  const id = await opened([lamps.id])
  await sayOf(by.wu, id, lamps.id, notOurs)
  const waiting = await caseOf(id)
  expect(waiting.requests.at(-1)).toMatchObject({ kind: 'ownership_ruling', of: { id: bodies.centre.id }, ruling: null })
  expect((await decide(by.xu, 'settleOwnership', id, 'ownership_ruling', { agreed: true })).problem.code).toBe('request.no_change')
  expect((await decide(by.xu, 'settleOwnership', id, 'ownership_ruling', { agreed: true, lead: urban.id, words: '由城管局牵头。' })).status).toBe(200)
  expect(await caseOf(id)).toMatchObject({ state: 'dispatched', tasks: [{ body: { id: urban.id } }] })
})

test('200: among a subdistrict’s own committees it is the subdistrict that rules', async () => {
  const id = await opened([bodies.yinxing.id])
  const tang = await town.signIn(team.yinxing)
  await sayOf(tang, id, bodies.yinxing.id, notOurs)
  expect((await caseOf(id)).requests.at(-1)).toMatchObject({ kind: 'ownership_ruling', of: { id: chunhui.id } })
})

test('200: a desk on the ladder that takes it has the whole case', async () => {
  const id = await opened([chunhui.id])
  await sayOf(by.sun, id, chunhui.id, { takes: true })
  await decide(by.chen, 'settleOwnership', id, 'ownership_taking', { agreed: true })
  expect(await caseOf(id, by.sun)).toMatchObject({ state: 'accepted', desk: { id: chunhui.id } })
})

test('200: the desk does not agree: the others are still asked, then the level above', async () => {
  const id = await opened()
  await sayOf(by.wu, id, lamps.id, { takes: true })
  await decide(by.chen, 'settleOwnership', id, 'ownership_taking', { agreed: false, words: '应由供电公司办。' })
  expect((await caseOf(id)).requests.some((one) => one.kind === 'ownership_ruling')).toBe(false)
  await sayOf(by.feng, id, power.id, notOurs)
  expect((await caseOf(id)).requests.at(-1)).toMatchObject({ kind: 'ownership_ruling', ruling: null })
})

test('who says nothing in time is late for it, and the level above rules', async () => {
  const id = await opened([lamps.id])
  town.later({ days: 4 })
  await town.settle()
  await signIn()
  const after = await caseOf(id)
  expect(after.requests.map((one) => [one.kind, one.ruling])).toEqual([['ownership', 'lapsed'], ['ownership_ruling', null]])
  expect(after.steps.some((step) => step.kind === 'clock.breached' && step.values.clock === 'ownership' && step.other?.zh === lamps.zh)).toBe(true)
})

test('200: a petition matter still passes the gate; 409: not before it is accepted, nor while the leader has it', async () => {
  const id = await accepted(by.wang, by.liu)
  await act(by.liu, 'markPetition', id, {})
  await act(by.liu, 'openOwnershipTalk', id, { bodies: [lamps.id], words: '归谁管？' })
  await sayOf(by.wu, id, lamps.id, { takes: true })
  await decide(by.liu, 'settleOwnership', id, 'ownership_taking', { agreed: true })
  expect(await caseOf(id)).toMatchObject({ state: 'accepted', may: { dispatch: 'case.waits_for_leader', talk: 'case.waits_for_leader' } })
  expect((await caseOf(id)).requests.at(-1)).toMatchObject({ kind: 'dispatch', lead: { id: lamps.id }, ruling: null })
})

test('of two that take it at the same time one does', async () => {
  const id = await opened()
  const { version, requests } = await caseOf(id)
  const take = (who: Caller, of: string) => who.call('sayWhose', { params: { county, id, request: requests.find((one) => one.of.id === of)!.id }, version, body: { takes: true } })
  const both = await Promise.all([take(by.wu, lamps.id), take(by.feng, power.id)])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
  const late = both[0]!.status === 200 ? ([by.feng, power.id] as const) : ([by.wu, lamps.id] as const)
  expect((await sayOf(late[0], id, late[1], { takes: true })).problem.code).toBe('request.taken_by_another')
  expect((await caseOf(id)).requests.filter((one) => one.kind === 'ownership_taking')).toHaveLength(1)
})
