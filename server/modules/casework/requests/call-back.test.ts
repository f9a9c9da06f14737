import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { answered, decide } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let chen: Caller
let sun: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  sun = await town.signIn(team.clerk)
})
afterAll(() => town.close())

const caseOf = (by: Caller, id: string) => by.ask('readCase', { params: { county, id } })
const rate = (id: string, solved: 'yes' | 'partly' | 'no') => wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved, satisfied: solved === 'yes' ? 5 : 1 } })

test('what was not solved is called back by the desk above, and three facts stand apart', async () => {
  const id = await answered(wang, chen, bodies.wutong.id)
  await rate(id, 'partly')
  const { items } = await sun.ask('listRequests', { query: { side: 'calls' } })
  expect(items.find((one) => one.case.id === id)).toMatchObject({ kind: 'callback', ground: 'not_solved', mine: true, tries: 0 })
  expect((await sun.ask('listRequests', { query: { side: 'mine' } })).items.map((one) => one.case.id)).not.toContain(id)
  expect((await decide(sun, 'callBack', id, 'callback', { found: { contacted: true, solved: 'no', satisfied: 2 }, words: '说灯又坏了。' })).status).toBe(200)
  const seen = await caseOf(sun, id)
  expect(seen.tasks[0]!.outcome).toBe('solved')
  expect(seen.rating).toMatchObject({ solved: 'partly' })
  expect(seen.requests.find((one) => one.kind === 'callback')).toMatchObject({ ruling: 'answered', found: { contacted: true, solved: 'no', satisfied: 2 } })
  expect((await decide(sun, 'callBack', id, 'callback', {})).problem.code).toBe('request.ruled_already')
})

test('whoever was solved is not called back', async () => {
  const id = await answered(wang, chen, bodies.wutong.id)
  await rate(id, 'yes')
  expect((await caseOf(chen, id)).requests).toEqual([])
})

test('nobody takes the call: it is tried three times, then it is left', async () => {
  const id = await answered(wang, chen, bodies.wutong.id)
  await rate(id, 'no')
  for (const tries of [1, 2, 3]) {
    await decide(sun, 'callBack', id, 'callback', {})
    expect((await caseOf(sun, id)).requests.find((one) => one.kind === 'callback')).toMatchObject({ tries, ruling: tries < 3 ? null : 'lapsed' })
  }
})

test('not solved a second time, the desk above urges the desk', async () => {
  const id = await answered(wang, chen, bodies.wutong.id)
  await rate(id, 'no')
  await wang.ask('reopenMatter', { params: { county, id }, body: { words: '还是不亮。' } })
  for (const [op, body] of [['dispatchCase', { lead: bodies.wutong.id, assists: [] }]] as const) {
    const { version } = await caseOf(chen, id)
    await chen.ask(op, { params: { county, id }, version, body })
  }
  const step = async (op: 'takeTask' | 'reportTask', body: object) => {
    const { version, tasks } = await caseOf(chen, id)
    await chen.ask(op, { params: { county, id, task: tasks.at(-1)!.id }, version, body: body as never })
  }
  await step('takeTask', {})
  await step('reportTask', { outcome: 'solved', words: '已修。', photos: [] })
  for (const [op, body] of [['closeCase', { outcome: 'solved' }], ['answerCase', { words: '已修。', photos: [] }]] as const) {
    const { version } = await caseOf(chen, id)
    await chen.ask(op, { params: { county, id }, version, body: body as never })
  }
  await rate(id, 'no')
  expect((await caseOf(chen, id)).requests.filter((one) => one.kind === 'supervision')).toMatchObject([{ by: { id: bodies.chunhui.id }, of: { id: bodies.wutong.id }, ruling: null }])
})

test('of those that nobody judged in time a fifth is called back, and the resident may still judge', async () => {
  const ids = []
  for (let n = 0; n < 30; n++) ids.push(await answered(wang, chen, bodies.wutong.id))
  town.later({ days: 16 })
  await town.settle()
  const [clerk, again] = [await town.signIn(team.clerk), await town.signIn(residents.wang)]
  const seen = await Promise.all(ids.map((id) => caseOf(clerk, id)))
  const called = seen.filter((one) => one.requests.some((request) => request.kind === 'callback' && request.ground === 'unrated'))
  expect(called.length).toBeGreaterThan(0)
  expect(called.length).toBeLessThan(16)
  expect(seen.every((one) => one.steps.some((step) => step.kind === 'rating.over'))).toBe(true)
  expect((await again.call('rateMatter', { params: { county, id: ids[0]! }, body: { contacted: true, solved: 'yes', satisfied: 5 } })).status).toBe(200)
})
