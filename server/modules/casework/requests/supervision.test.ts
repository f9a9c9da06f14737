import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Operations } from '#contract/index.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, accepted, answered, decide, dispatched, report, sentDown } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

type Rules = Operations['savePolicyDraft']['body']['layers'][number]['set']

let town: Town
let by: Record<'wang' | 'li' | 'chen' | 'wu' | 'sun' | 'he' | 'xu' | 'admin', Caller>
beforeAll(async () => {
  town = await openTown()
  await signIn()
})
afterAll(() => town.close())

async function signIn() {
  const [wang, li, chen, wu, sun, he, xu, admin] = await Promise.all(
    [residents.wang, residents.li, team.secretary, team.lamps, team.clerk, team.leader, team.centre, team.admin].map((one) => town.signIn(one)),
  ) as [Caller, Caller, Caller, Caller, Caller, Caller, Caller, Caller]
  by = { wang, li, chen, wu, sun, he, xu, admin }
}

/** The county's rules from now on; what began before keeps its own. */
async function rule(set: Rules): Promise<void> {
  const { version } = await by.admin.ask('readPolicyDraft')
  const saved = await by.admin.ask('savePolicyDraft', { version, body: { layers: [{ town: null, category: null, set, locked: [] }] } })
  await by.admin.ask('publishPolicies', { key: uuidv7(), version: saved.version, body: { note: '自动督办' } })
}

const supervisions = async (id: string) => {
  const { requests } = await by.chen.ask('readCase', { params: { county, id } })
  return requests.filter((one) => one.kind === 'supervision').map(({ by: from, of, ground, ruling }) => [from.id, of.id, ground, ruling])
}
const reopened = async () => {
  const id = await answered(by.wang, by.chen, bodies.wutong.id)
  await by.wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 1 } })
  await by.wang.ask('reopenMatter', { params: { county, id }, body: { words: '还是不亮。' } })
  return id
}

test('where the county asks for none, nothing is urged by rule', async () => {
  const id = await reopened()
  const late = await dispatched(by.wang, by.chen, bodies.lamps.id)
  town.later({ days: 20 })
  await town.settle()
  await signIn()
  expect([await supervisions(id), await supervisions(late)]).toEqual([[], []])
})

test('a breach: whoever held it is urged once, by the desk above, and must answer with a plan and a date', async () => {
  await rule({ 'supervision.breach': 'on' })
  const id = await dispatched(by.wang, by.chen, bodies.lamps.id)
  town.later({ days: 8 })
  await town.settle()
  await signIn()
  const urged = await supervisions(id)
  expect(urged).toContainEqual([bodies.centre.id, bodies.lamps.id, 'breach', null])
  expect(urged.filter(([, of]) => of === bodies.lamps.id)).toHaveLength(1)
  const { items } = await by.wu.ask('listRequests', { query: { side: 'mine' } })
  expect(items.find((one) => one.case.id === id)).toMatchObject({ kind: 'supervision', ground: 'breach', mine: true })
  const until = new Date(town.now.getTime() + 86_400_000).toISOString()
  const { version, requests } = await by.wu.ask('readCase', { params: { county, id } })
  const request = requests.find((one) => one.kind === 'supervision' && one.of.id === bodies.lamps.id)!.id
  expect((await by.wu.call('answerSupervision', { params: { county, id, request }, version, body: { words: '明天修好。', until } })).status).toBe(200)
  expect(await supervisions(id)).toContainEqual([bodies.centre.id, bodies.lamps.id, 'breach', 'answered'])
})

test('a reopening: its desk is urged, with the resident’s own words', async () => {
  await rule({ 'supervision.reopening': 'on' })
  const id = await reopened()
  expect(await supervisions(id)).toEqual([[bodies.chunhui.id, bodies.wutong.id, 'reopening', null]])
  const { requests } = await by.chen.ask('readCase', { params: { county, id } })
  expect(requests.find((one) => one.kind === 'supervision')!.words).toBe('还是不亮。')
})

test('repeats by the same person or in the community, as many as the county says, within its days', async () => {
  await rule({ 'supervision.repeats': 2, 'supervision.repeatDays': 10 })
  town.later({ days: 11 })
  await signIn()
  const first = await accepted(by.li, by.chen, { category: 'waste' })
  const second = await accepted(by.li, by.chen, { category: 'waste' })
  const third = await report(by.li, { category: 'waste' })
  expect([await supervisions(first), await supervisions(second), await supervisions(third)]).toEqual([[], [], []])
  await act(by.chen, 'acceptCase', third, {})
  expect(await supervisions(third)).toEqual([[bodies.chunhui.id, bodies.wutong.id, 'repeated', null]])
  town.later({ days: 11 })
  await signIn()
  expect(await supervisions(await accepted(by.li, by.chen, { category: 'waste' }))).toEqual([])
})

test('repeats count too where a policy dispatches it with nobody accepting it', async () => {
  await rule({ 'supervision.repeats': 2, 'supervision.repeatDays': 10 })
  town.later({ days: 11 })
  await signIn()
  const zhao = await town.signIn(team.grid)
  const entered = async () => (await zhao.ask('enterAppeal', {
    params: { county }, key: uuidv7(), body: { channel: 'grid', words: '3 幢旁垃圾成堆。', category: 'waste', place: { region: 101 }, photos: [], byPolicy: true },
  })).id
  const [first, second, third] = [await entered(), await entered(), await entered()]
  expect([await supervisions(first), await supervisions(second)]).toEqual([[], []])
  expect(await supervisions(third)).toEqual([[bodies.chunhui.id, bodies.wutong.id, 'repeated', null]])
  expect((await by.chen.ask('readCase', { params: { county, id: third } })).state).toBe('dispatched')
})

test('a leader’s instruction: of the subdistrict or the county, in words, and of nobody else', async () => {
  await rule({ 'supervision.instruction': 'on' })
  const id = await sentDown(by.wang, by.xu, by.he, { category: 'roads' })
  expect(await supervisions(id)).toContainEqual([bodies.chunhui.id, bodies.wutong.id, 'instruction', null])
  const own = await dispatched(by.wang, by.chen, bodies.lamps.id)
  expect(await supervisions(own)).toEqual([])
  const plain = await sentDown(by.wang, by.xu, by.sun, { category: 'noise' })
  expect((await supervisions(plain)).filter(([, of]) => of === bodies.wutong.id)).toEqual([])
})

test('a leader’s instruction on an open case, whenever it is given: its lead is urged, or its desk where nobody has it yet', async () => {
  await rule({ 'supervision.instruction': 'on' })
  const [given, fresh, own] = [await dispatched(by.wang, by.chen, bodies.lamps.id), await report(by.wang), await dispatched(by.wang, by.chen, bodies.lamps.id)]
  for (const id of [given, fresh]) await act(by.he, 'instructCase', id, { words: '今晚前修好，结果报我。' })
  expect(await supervisions(given)).toEqual([[bodies.chunhui.id, bodies.lamps.id, 'instruction', null]])
  expect(await supervisions(fresh)).toEqual([[bodies.chunhui.id, bodies.wutong.id, 'instruction', null]])
  await act(by.chen, 'instructCase', own, { words: '请抓紧。' })
  expect(await supervisions(own), 'a committee’s secretary is no leader of this rule').toEqual([])
})

test('what began under rules without it stays as it was; by hand it is urged all the same', async () => {
  await rule({})
  const id = await dispatched(by.wang, by.chen, bodies.lamps.id)
  await rule({ 'supervision.breach': 'on' })
  expect((await act(by.sun, 'superviseCase', id, { of: bodies.lamps.id, words: '请抓紧。' })).status).toBe(200)
  const until = new Date(town.now.getTime() + 86_400_000).toISOString()
  await decide(by.wu, 'answerSupervision', id, 'supervision', { words: '明天修好。', until })
  town.later({ days: 8 })
  await town.settle()
  await signIn()
  expect(await supervisions(id)).toEqual([[bodies.chunhui.id, bodies.lamps.id, null, 'answered']])
})
