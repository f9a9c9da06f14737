import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act, decide, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
const by = {} as Record<'wang' | 'li' | 'chen' | 'liu' | 'admin', Caller>
const asked: string[] = []
beforeAll(async () => {
  town = await openTown()
  for (const [who, one] of Object.entries({ wang: residents.wang, li: residents.li, chen: team.secretary, liu: team.member, admin: team.admin })) by[who as 'wang'] = await town.signIn(one)
  // Two cards a day, from now on.
  const draft = await by.admin.ask('readPolicyDraft')
  const layers = [...draft.layers.map(({ townName: _, categoryName: __, ...one }) => one), { town: 11, category: null, set: { cardsADay: 2 }, locked: [] }]
  const { version } = await by.admin.ask('savePolicyDraft', { version: draft.version, body: { layers } })
  await by.admin.ask('publishPolicies', { key: uuidv7(), version, body: { note: '书记精力有限。' } })
  town.later({ minutes: 1 })
  for (let n = 0; n < 3; n++) {
    const id = await accepted(by.wang, by.liu)
    await act(by.liu, 'markPetition', id, {})
    await act(by.liu, 'dispatchCase', id, { lead: bodies.lamps.id, assists: [] })
    asked.push(id)
    town.later({ minutes: 1 })
  }
}, 60_000)
afterAll(() => town.close())

const digest = () => by.chen.ask('readDigest')

test('200: what waits, the oldest, and how much of it is above the limit that the policy sets', async () => {
  const { requests } = await by.chen.ask('readCase', { params: { county, id: asked[0]! } })
  expect(await digest()).toMatchObject({ day: '2026-11-16', limit: 2, decidedToday: 0, waiting: 3, beyond: 1, oldest: requests.find(({ kind }) => kind === 'dispatch')!.askedAt, lateRequests: 0, received: 3, open: 3, byOthers: [], byRule: 0, unusual: [] })
  await decide(by.chen, 'decideGate', asked[0]!, 'dispatch', { decision: 'approve' })
  expect(await digest()).toMatchObject({ decidedToday: 1, waiting: 2, beyond: 1, byOthers: [] })
  expect(await by.chen.ask('listRequests', { query: { side: 'mine' } })).toMatchObject({ limit: 2, decidedToday: 1, load: [] })
})

test('200: whoever would send more sees what waits for the leader', async () => {
  expect((await by.liu.ask('listRequests', { query: { side: 'made' } })).load).toMatchObject([{ body: { id: bodies.wutong.id }, waiting: 2, decidedToday: 1, limit: 2 }])
  expect((await by.liu.ask('listRequests', { query: { side: 'mine' } })).limit).toBeNull()
})

test('200: what a deputy decided stands there with the name', async () => {
  const validTo = new Date(town.now.getTime() + 86_400_000).toISOString()
  await by.chen.ask('giveGrant', { key: uuidv7(), params: { county }, body: { post: team.member.post, action: 'role:committee_secretary', region: 101, mayDelegate: false, reportAfterwards: true, validTo, reason: '书记外出学习' } })
  by.liu = await town.signIn(team.member)
  await decide(by.liu, 'decideGate', asked[1]!, 'dispatch', { decision: 'approve' })
  expect(await digest()).toMatchObject({ decidedToday: 2, waiting: 1, beyond: 1, byOthers: [{ name: team.member.zh, count: 1 }] })
})

test('200: what moves unusually, and what is late, are seen the next day', async () => {
  for (let n = 0; n < 6; n++) await report(by.li, { category: 'water', words: `楼下第 ${n} 处积水，排不下去。` })
  expect((await digest()).unusual).toMatchObject([{ category: 'water', count: 6, usual: 0 }])
  town.later({ hours: 23 })
  await town.settle()
  by.chen = await town.signIn(team.secretary)
  const next = await digest()
  expect(next).toMatchObject({ day: '2026-11-17', decidedToday: 0, waiting: 1, beyond: 0, lateRequests: 1 })
  expect(next.late).toBeGreaterThanOrEqual(6)
})

test('403: only for whoever decides', async () => {
  const lamps = await town.signIn(team.lamps)
  expect((await lamps.call('readDigest')).status).toBe(403)
})
