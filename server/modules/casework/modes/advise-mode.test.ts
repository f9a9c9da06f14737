import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { accepted, act, actOnTask, decide } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const { lamps, power, wutong } = bodies
let town: Town
let wang: Caller
let chen: Caller
let liu: Caller
let wu: Caller
let feng: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  liu = await town.signIn(team.member)
  wu = await town.signIn(team.lamps)
  feng = await town.signIn(team.power)
})
afterAll(() => town.close())

const advice = (id: string) => chen.ask('adviseMode', { params: { county, id } })
const caseOf = (id: string) => chen.ask('readCase', { params: { county, id } })
async function handled(by: Caller[], lead: string, assists: string[] = []) {
  const id = await accepted(wang, chen)
  await act(chen, 'dispatchCase', id, { lead, assists })
  for (const one of by) {
    await actOnTask(one, 'takeTask', id, {})
    await actOnTask(one, 'reportTask', id, { outcome: 'solved', words: '已办好。', photos: [] })
  }
  await act(chen, 'closeCase', id, { outcome: 'solved' })
  return id
}

test('what such matters speak for is counted by the worker, advised with its numbers, and kept beside what was decided', async () => {
  const first = await accepted(wang, chen)
  expect(await advice(first)).toEqual({ advice: null, cases: 0, where: { zh: '春晖街道', en: 'Chunhui Subdistrict' }, advised: 0, followed: 0 })
  for (let i = 0; i < 3; i++) await handled([chen], wutong.id)
  const again: string[] = []
  for (let i = 0; i < 3; i++) again.push(await handled([wu, feng], lamps.id, [power.id]))
  await act(chen, 'answerCase', again[0]!, { words: '灯已修好。', photos: [] })
  await wang.ask('rateMatter', { params: { county, id: again[0]! }, body: { contacted: true, solved: 'no', satisfied: 1 } })
  await wang.ask('reopenMatter', { params: { county, id: again[0]! }, body: { words: '又不亮了。' } })
  await town.settle()
  town.later({ minutes: 11 })
  const asked = await advice(first)
  expect(asked).toMatchObject({ cases: 6, advice: { mode: 'group', level: 'self' } })
  expect(asked.advice!.reasons).toEqual([{ code: 'unlike', count: 3, of: 6 }, { code: 'stable', count: 1, of: 3 }, { code: 'level', count: 6, of: 6 }])

  expect((await act(chen, 'dispatchCase', first, { lead: lamps.id, assists: [power.id], mode: 'group' })).status).toBe(200)
  expect((await caseOf(first)).steps.at(-1)).toMatchObject({ kind: 'case.dispatched', values: { mode: 'group', advised: 'group' } })
  const other = await accepted(wang, chen)
  await act(chen, 'dispatchCase', other, { lead: lamps.id, assists: [power.id], mode: 'separate' })
  const plain = await accepted(wang, chen)
  await act(chen, 'dispatchCase', plain, { lead: lamps.id, assists: [] })
  await town.settle()
  town.later({ minutes: 11 })
  expect(await advice(plain)).toMatchObject({ advised: 2, followed: 1 })
})

test('what waits for the leader keeps the mode, and what was advised', async () => {
  const id = await accepted(wang, liu)
  await act(liu, 'markPetition', id, {})
  await act(liu, 'dispatchCase', id, { lead: lamps.id, assists: [power.id], mode: 'group' })
  await decide(chen, 'decideGate', id, 'dispatch', { decision: 'approve' })
  town.later({ minutes: 2 })
  await town.settle()
  const { group, steps } = await caseOf(id)
  expect(group).toMatchObject({ dissolvedAt: null })
  expect(steps.findLast((step) => step.kind === 'case.dispatched')).toMatchObject({ values: { mode: 'group', advised: 'group' } })
})

test('a closing is counted once, whichever way it is heard again', async () => {
  const before = (await advice(await accepted(wang, chen))).cases
  await town.settle()
  town.later({ minutes: 11 })
  expect((await advice(await accepted(wang, chen))).cases).toBe(before)
})
