import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, actOnTask, report } from '#server/test/steps.ts'
import { openTown, type Town } from '#server/test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

test('one appeal goes all the way round: committee, up by one key, department, back to the resident', async () => {
  const wang = await town.signIn(residents.wang)
  const chen = await town.signIn(team.secretary)
  const sun = await town.signIn(team.clerk)
  const wu = await town.signIn(team.lamps)
  const feng = await town.signIn(team.power)

  const id = await report(wang)
  const params = { county, id }
  expect((await wang.ask('readMatter', { params })).state).toBe('received')
  await town.settle()
  expect(await chen.ask('countCases')).toMatchObject({ intake: 1, dispatch: 0 })
  expect((await chen.ask('listCases', { query: { list: 'intake' } })).items).toMatchObject([{ id, desk: { id: bodies.wutong.id } }])

  expect((await act(chen, 'acceptCase', id, { words: '我们马上去看。' })).status).toBe(200)
  expect((await act(chen, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [] })).status).toBe(200)
  expect((await actOnTask(chen, 'takeTask', id, {})).status).toBe(200)
  expect((await act(chen, 'escalateCase', id, { type: 'beyond_means', cause: '灯杆线路老化', tried: '换过灯泡，仍不亮' })).status).toBe(200)

  const atSubdistrict = await sun.ask('readCase', { params })
  expect(atSubdistrict).toMatchObject({ state: 'accepted', level: 'coordinated', desk: { id: bodies.chunhui.id }, deskIsMine: true })
  expect((await act(sun, 'dispatchCase', id, { lead: bodies.lamps.id, assists: [bodies.power.id], instruction: '三个工作日内修复' })).status).toBe(200)
  expect((await actOnTask(wu, 'takeTask', id, {})).status).toBe(200)
  expect((await actOnTask(feng, 'takeTask', id, {})).status).toBe(200)
  expect((await actOnTask(wu, 'reportTask', id, { outcome: 'solved', words: '已更换线路。', photos: [] })).status).toBe(200)

  const early = await act(sun, 'closeCase', id, { outcome: 'solved' })
  expect([early.status, early.problem.code]).toEqual([409, 'case.open_tasks'])
  expect((await actOnTask(feng, 'reportTask', id, { outcome: 'solved', words: '已配合停电。', photos: [] })).status).toBe(200)
  expect((await act(sun, 'closeCase', id, { outcome: 'solved' })).status).toBe(200)
  expect((await act(sun, 'answerCase', id, { words: '路灯已修好，感谢您的反映。', photos: [] })).status).toBe(200)

  const answered = await wang.ask('readMatter', { params })
  expect(answered.state).toBe('answered')
  expect(answered.steps.map((step) => step.kind)).toEqual([
    'case.received', 'case.accepted', 'case.dispatched', 'task.taken', 'case.escalated', 'case.dispatched', 'task.taken', 'task.taken',
    'task.reported', 'task.reported', 'case.closed', 'case.answered',
  ])
  expect(answered.steps.find((step) => step.kind === 'task.reported')?.words).toBeNull()
  expect(answered.steps.at(-1)?.words).toBe('路灯已修好，感谢您的反映。')

  expect((await wang.call('rateMatter', { params, body: { contacted: true, solved: 'yes', satisfied: 5 } })).status).toBe(200)
  expect((await wang.call('rateMatter', { params, body: { contacted: true, solved: 'yes', satisfied: 1 } })).problem.code).toBe('case.already_rated')
  await town.settle()
  expect(await sun.ask('countCases')).toMatchObject({ intake: 0, dispatch: 0, work: 0 })
  const { items } = await wang.ask('listNotices')
  expect(items.map((notice) => notice.kind)).toContain('resident.answered')
})
