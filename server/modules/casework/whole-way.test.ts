import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { act, actOnTask, dispatched, note, photograph, report } from '#server/test/steps.ts'
import { openTown, type Town } from '#server/test/town.ts'

describe.each(hasPostgres ? (['server', 'embedded'] as const) : (['embedded'] as const))('on the %s database', (on) => {
  let town: Town
  beforeAll(async () => {
    town = await openTown(undefined, { on })
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

  test('a retried send is told from another, whoever acts second learns what changed, and time does its part', async () => {
    const li = await town.signIn(residents.li)
    const liu = await town.signIn(team.member)
    const body = { words: '水管漏了。', place: { village: 101 }, visibility: 'private', photos: [await photograph(li)] }
    const key = uuidv7()
    const sends = await Promise.all([1, 2, 3].map(() => li.call('submitAppeal', { key, body })))
    expect(new Set(sends.map((one) => JSON.stringify(one.reply))).size).toBe(1)
    expect((await li.call('submitAppeal', { key, body: { ...body, words: '电梯坏了。' } })).problem.code).toBe('key_used_otherwise')
    const { id } = sends[0]!.reply
    const accepting = () => liu.call('acceptCase', { params: { county, id }, version: 1, body: {} })
    expect((await Promise.all([accepting(), accepting()])).map((one) => one.status).toSorted()).toEqual([200, 412])
    const said = uuidv7()
    expect([(await note(liu, id, {}, said)).reply, (await note(liu, id, {}, said)).reply]).toEqual([{ version: 3 }, { version: 3 }])
    expect((await note(liu, id, { words: '看\u0000过' })).problem.code).toBe('bad_input')
    const late = await dispatched(li, liu, bodies.wutong.id)
    await act(liu, 'askBack', late, { words: '请问是哪一盏？', daysMax: 1 })

    const admin = await town.signIn(team.admin)
    await admin.ask('changeCalendar', { params: { county, year: 2027 }, body: { days: [] } })
    town.later({ days: 30 })
    await town.settle()
    const { steps } = await li.ask('readMatter', { params: { county, id: late } })
    expect(steps.map((step) => step.kind)).toContain('case.resumed')
    const chen = await town.signIn(team.secretary)
    expect(await chen.ask('countCases')).toMatchObject({ dispatch: 1, work: 1, overdue: 2 })
    expect((await chen.ask('listCases', { query: { list: 'cases', overdue: true } })).items.map((row) => row.id).toSorted()).toEqual([id, late].toSorted())
  })
})
