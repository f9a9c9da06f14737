import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, actOnTask, answered, decide, dispatched, reported } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let chen: Caller
let wu: Caller
let sun: Caller
let xu: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  wu = await town.signIn(team.lamps)
  sun = await town.signIn(team.clerk)
  xu = await town.signIn(team.centre)
})
afterAll(() => town.close())

const caseOf = (by: Caller, id: string) => by.ask('readCase', { params: { county, id } })
const dueOf = async (id: string) => (await caseOf(chen, id)).clocks.find((clock) => clock.kind === 'task' && !clock.endedAt)!.dueAt!

describe('more time', () => {
  test('200: granted, the task is due later and the resident is told; 422: not more than the policy gives', async () => {
    const id = await dispatched(wang, chen, bodies.lamps.id)
    const before = await dueOf(id)
    expect((await actOnTask(wu, 'askExtension', id, { workingDays: 3, words: '配件明天才到。' })).status).toBe(200)
    expect((await actOnTask(wu, 'askExtension', id, { workingDays: 3, words: '再等。' })).problem.code).toBe('request.already_asked')
    expect((await decide(chen, 'ruleOnRequest', id, 'extension', { granted: true, words: '同意。' })).status).toBe(200)
    expect(new Date(await dueOf(id)).getTime() - new Date(before).getTime()).toBeGreaterThanOrEqual(3 * 86_400_000)
    const { steps } = await wang.ask('readMatter', { params: { county, id } })
    expect(steps.at(-1)).toMatchObject({ kind: 'task.extended', values: { workingDays: '3' } })
    expect((await actOnTask(wu, 'askExtension', id, { workingDays: 8, words: '还要更久。' })).problem.code).toBe('request.too_long')
  })

  test('200: refused, nothing moves', async () => {
    const id = await dispatched(wang, chen, bodies.lamps.id)
    const before = await dueOf(id)
    await actOnTask(wu, 'askExtension', id, { workingDays: 3, words: '人手不足。' })
    await decide(chen, 'ruleOnRequest', id, 'extension', { granted: false, words: '请克服困难。' })
    expect(await dueOf(id)).toBe(before)
  })
})

test('the first given stays responsible: a return waits for the desk to agree, a second one for the desk above', async () => {
  const id = await dispatched(wang, chen, bodies.lamps.id)
  await actOnTask(wu, 'returnTask', id, { ground: 'not_our_duty', words: '属于供电。' })
  const first = await caseOf(chen, id)
  expect(first).toMatchObject({ state: 'dispatched', requests: [{ kind: 'return', of: { id: bodies.wutong.id } }] })
  expect(first.clocks.some((clock) => clock.kind === 'task' && !clock.endedAt)).toBe(true)
  expect((await decide(chen, 'ruleOnRequest', id, 'return', { granted: true })).status).toBe(200)
  expect((await caseOf(chen, id)).state).toBe('accepted')
  await act(chen, 'dispatchCase', id, { lead: bodies.lamps.id, assists: [] })
  await actOnTask(wu, 'returnTask', id, { ground: 'not_our_asset', words: '灯杆不归我们。', proposed: bodies.power.id })
  const waiting = await caseOf(chen, id)
  expect(waiting).toMatchObject({ state: 'dispatched', requests: [{ ruling: 'granted' }, { kind: 'return', of: { id: bodies.chunhui.id }, ground: 'not_our_asset', proposed: { id: bodies.power.id } }] })
  expect((await decide(chen, 'ruleOnRequest', id, 'return', { granted: true })).problem.code).toBe('request.not_yours')
  expect((await decide(sun, 'ruleOnRequest', id, 'return', { granted: true, words: '情况属实。' })).status).toBe(200)
  const after = await caseOf(chen, id)
  expect([after.state, after.tasks.map((task) => task.state)]).toEqual(['accepted', ['returned', 'returned']])
  expect((await decide(sun, 'ruleOnRequest', id, 'return', { granted: true })).problem.code).toBe('request.ruled_already')
})

test('planned for later only by approval of the desk above: it is closed, counted apart and looked at again then', async () => {
  const id = await reported(wang, chen, bodies.wutong.id)
  expect((await act(chen, 'closeCase', id, { outcome: 'planned' })).problem.code).toBe('case.plan_needs_date')
  const until = new Date(town.now.getTime() + 60 * 86_400_000).toISOString()
  await act(chen, 'closeCase', id, { outcome: 'planned', plannedUntil: until, words: '列入明年改造计划。' })
  expect(await caseOf(chen, id)).toMatchObject({ state: 'reported', requests: [{ kind: 'plan', until }] })
  await decide(sun, 'ruleOnRequest', id, 'plan', { granted: true })
  const planned = await caseOf(chen, id)
  expect(planned).toMatchObject({ state: 'closed', plannedUntil: until })
  expect(planned.clocks.filter((clock) => !clock.endedAt).map((clock) => clock.kind).toSorted()).toEqual(['answer', 'review'])
  expect(planned.clocks.find((clock) => clock.kind === 'resolve')!.endedAt).not.toBeNull()
})

test('an exclusion is for the county’s centre to grant, whatever becomes of the case', async () => {
  const id = await reported(wang, chen, bodies.wutong.id)
  expect((await act(chen, 'askExclusion', id, { ground: 'out_of_scope', words: '青蛙太吵，不属政府职责。' })).status).toBe(200)
  await act(chen, 'closeCase', id, { outcome: 'explained' })
  expect((await act(chen, 'askExclusion', id, { ground: 'out_of_scope', words: '再申请。' })).problem.code).toBe('request.already_asked')
  expect((await decide(xu, 'ruleOnRequest', id, 'exclusion', { granted: true })).status).toBe(200)
  expect(await caseOf(chen, id)).toMatchObject({ excluded: true, requests: [{ ruling: 'granted' }] })
  expect((await act(chen, 'askExclusion', id, { ground: 'out_of_scope', words: '再申请。' })).problem.code).toBe('case.excluded_already')
})

test('a supervised body answers with a plan and a date; nobody is urged who holds nothing', async () => {
  const id = await dispatched(wang, chen, bodies.lamps.id)
  expect((await act(sun, 'superviseCase', id, { of: bodies.power.id, words: '请抓紧。' })).problem.code).toBe('request.holds_nothing')
  expect((await act(sun, 'superviseCase', id, { of: bodies.lamps.id, words: '老人摔倒，请抓紧。' })).status).toBe(200)
  const until = new Date(town.now.getTime() + 86_400_000).toISOString()
  expect((await decide(wu, 'answerSupervision', id, 'supervision', { words: '明天上午换灯。', until })).status).toBe(200)
  expect(await caseOf(sun, id)).toMatchObject({ requests: [{ kind: 'supervision', ruling: 'answered', ruledWords: '明天上午换灯。', until }] })
})

test('not solved: reopened once as of right, with a new start and the first receipt; then no more', async () => {
  const id = await answered(wang, chen, bodies.wutong.id)
  const first = await caseOf(chen, id)
  await wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 1 } })
  expect((await wang.call('reopenMatter', { params: { county, id }, body: { words: '灯还是不亮。' } })).status).toBe(200)
  const again = await caseOf(chen, id)
  expect(again).toMatchObject({ state: 'accepted', reopened: 1, receivedAt: first.receivedAt })
  expect(again.clocks.filter((clock) => !clock.endedAt).map((clock) => clock.kind).toSorted()).toEqual(['resolve', 'start'])
  await act(chen, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [] })
  await actOnTask(chen, 'takeTask', id, {})
  await actOnTask(chen, 'reportTask', id, { outcome: 'solved', words: '已换整灯。', photos: [] })
  await act(chen, 'closeCase', id, { outcome: 'solved' })
  await act(chen, 'answerCase', id, { words: '已换整灯。', photos: [] })
  await wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'yes', satisfied: 5 } })
  expect((await caseOf(chen, id)).rating).toMatchObject({ solved: 'yes' })
  expect((await wang.call('reopenMatter', { params: { county, id }, body: { words: '又坏了。' } })).problem.code).toBe('case.reopened_already')
})

test('409: too late for more time, and to have it opened again', async () => {
  const [open, over] = [await dispatched(wang, chen, bodies.lamps.id), await answered(wang, chen, bodies.wutong.id)]
  town.later({ days: 20 })
  const [again, lamps] = [await town.signIn(residents.wang), await town.signIn(team.lamps)]
  expect((await actOnTask(lamps, 'askExtension', open, { workingDays: 1, words: '超期了。' })).problem.code).toBe('request.too_late')
  expect((await again.call('reopenMatter', { params: { county, id: over }, body: { words: '灯还是不亮。' } })).problem.code).toBe('case.too_late_to_reopen')
  // By then it is archived, on both sides, and the resident needs not try to be told why.
  const { archivedAt, may } = await again.ask('readMatter', { params: { county, id: over } })
  expect([archivedAt === null, may.reopen, may.rate]).toEqual([false, 'case.too_late_to_reopen', null])
  expect((await caseOf(await town.signIn(team.secretary), over)).archivedAt).toBe(archivedAt)
})
