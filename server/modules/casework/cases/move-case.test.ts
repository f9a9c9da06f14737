import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { promised } from '#server/test/promised.ts'
import { accepted, act, actOnTask, closed, dispatched, givenBack, note, report, sentDown, type BodyOf } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('dispatchCase', 'escalateCase', 'sendCaseDown', 'callAssist')
const { wutong, yinxing, chunhui, wangjiang, centre, lamps, power, urban } = bodies
const up = { type: 'beyond_means', cause: '灯杆线路老化', tried: '换过灯泡，仍不亮' } as const

let town: Town
let wang: Caller
let chen: Caller
let sun: Caller
let xu: Caller
let wu: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  sun = await town.signIn(team.clerk)
  xu = await town.signIn(team.centre)
  wu = await town.signIn(team.lamps)
})
afterAll(() => town.close())

const read = (id: string, by = chen) => by.ask('readCase', { params: { county, id } })
const dispatch = (id: string, body: Partial<BodyOf<'dispatchCase'>> = {}, by = chen) => act(by, 'dispatchCase', id, { lead: wutong.id, assists: [], ...body })
const escalate = (id: string, to?: string, by = chen) => act(by, 'escalateCase', id, { ...up, ...(to && { to }) })
const sendDown = (id: string, to: string, by: Caller) => act(by, 'sendCaseDown', id, { to, instruction: '在你辖区，请办理。' })

test.each([
  ['dispatchCase', { lead: wutong.id, assists: [] }],
  ['escalateCase', up],
] as const)('428, 412, 403: %s needs the version that was seen, which still stands, and the desk that has the case', async (id, body) => {
  const on = await sentDown(wang, xu, sun)
  await act(chen, 'acceptCase', on, {})
  await book.asEveryAct(id, on, body, { by: chen, other: sun })
})

describe('dispatching', () => {
  test('200: a lead and assists get a task each, with the instruction and a time of their own', async () => {
    const id = await accepted(wang, chen)
    expect((await dispatch(id, { lead: lamps.id, assists: [power.id, wutong.id], instruction: '先断电。', workingDays: 2 })).reply).toEqual({ version: 3 })
    const { state, tasks, clocks } = await read(id)
    expect(state).toBe('dispatched')
    expect(Object.fromEntries(tasks.map((task) => [task.body.id, task.role]))).toEqual({ [lamps.id]: 'lead', [power.id]: 'assist', [wutong.id]: 'assist' })
    for (const task of tasks) expect(task).toMatchObject({ state: 'assigned', instruction: '先断电。', assignedBy: { zh: wutong.zh }, handler: null })
    expect(clocks.filter((clock) => clock.kind === 'task').map((clock) => clock.dueAt)).toEqual(Array.from({ length: 3 }, () => '2026-11-18T02:00:00.000Z'))
  })

  test('409, 422: not before it is accepted, not twice to one body, not to a body that is none or closed', async () => {
    book.no('dispatchCase', await dispatch(await report(wang)), 'case.not_accepted')
    book.no('dispatchCase', await dispatch(await dispatched(wang, chen, wutong.id)), 'case.not_accepted')
    const id = await accepted(wang, chen)
    book.no('dispatchCase', await dispatch(id, { assists: [wutong.id] }), 'case.body_twice')
    book.no('dispatchCase', await dispatch(id, { lead: uuidv7() }), 'case.body_unknown')
    const admin = await town.signIn(team.admin)
    await admin.ask('closeBody', { params: { county, id: urban.id }, body: { reason: '机构改革' } })
    book.no('dispatchCase', await dispatch(id, { lead: urban.id }), 'case.body_unknown')
    expect((await read(id)).tasks).toEqual([])
  })

  test('200: after the lead returned its task another is named, beside the assists that stayed; these can’t be named twice', async () => {
    const id = await dispatched(wang, chen, lamps.id, [power.id])
    await givenBack(wu, chen, id, { ground: 'not_our_asset', words: '该灯由小区物业管理。' })
    book.no('dispatchCase', await dispatch(id, { assists: [power.id] }), 'case.body_twice')
    expect((await dispatch(id)).status).toBe(200)
    const states = Object.fromEntries((await read(id)).tasks.map((task) => [task.body.id, task.state]))
    expect(states).toEqual({ [lamps.id]: 'returned', [power.id]: 'assigned', [wutong.id]: 'assigned' })
  })

  test('422: a task group of one', async () => {
    book.no('dispatchCase', await dispatch(await accepted(wang, chen), { mode: 'group' }), 'group.alone')
  })

  test('409: not again while it waits for the leader', async () => {
    const id = await accepted(wang, chen)
    await act(chen, 'markPetition', id, {})
    const liu = await town.signIn(team.member)
    expect((await act(liu, 'dispatchCase', id, { lead: lamps.id, assists: [] })).status).toBe(200)
    book.no('dispatchCase', await act(liu, 'dispatchCase', id, { lead: power.id, assists: [] }), 'case.waits_for_leader')
  })
})

describe('point dispatch', () => {
  test('200: nobody is on duty here: straight to the first responsible person; 422, 409: nobody of another body, nobody who binds nothing', async () => {
    const id = await accepted(wang, chen)
    book.no('dispatchCase', await dispatch(id, { lead: lamps.id, handler: team.power.person }), 'task.handler_not_in_body')
    book.no('dispatchCase', await dispatch(id, { lead: lamps.id, handler: team.lamps.person }), 'task.officer_not_on_duty')
    expect((await dispatch(id, { lead: lamps.id, handler: team.lampsHead.person })).status).toBe(200)
    expect((await read(id)).tasks).toMatchObject([{ state: 'taken', handler: { person: team.lampsHead.person } }])
  })
})

describe('calling a body more', () => {
  const callIn = (on: string, body: string, by = chen) => act(by, 'callAssist', on, { body, instruction: '请派人到场。' })

  test('200: a committee calls a county’s department to assist; it may return the task with a ground', async () => {
    const id = await dispatched(wang, chen, wutong.id)
    expect((await callIn(id, lamps.id)).status).toBe(200)
    expect((await read(id)).tasks.find((task) => task.body.id === lamps.id)).toMatchObject({ role: 'assist', state: 'assigned', instruction: '请派人到场。' })
    await actOnTask(wu, 'returnTask', id, { ground: 'not_our_duty', words: '不归我们。' })
    expect((await read(id)).state).toBe('dispatched')
  })

  test('428, 412, 403, 409, 422: as every act; not before it is dispatched; not twice; nobody unknown', async () => {
    const id = await accepted(wang, chen)
    book.no('callAssist', await callIn(id, lamps.id), 'case.not_dispatched')
    await dispatch(id)
    book.no('callAssist', await callIn(id, wutong.id), 'case.body_twice')
    book.no('callAssist', await callIn(id, uuidv7()), 'case.body_unknown')
    const sent = await sentDown(wang, xu, sun)
    await act(chen, 'acceptCase', sent, {})
    await dispatch(sent)
    await book.asEveryAct('callAssist', sent, { body: lamps.id }, { by: chen, other: sun })
  })
})

describe('one key up', () => {
  test('200: to the desk above where nobody is named: tasks end, a start clock ends and the next begins', async () => {
    const id = await dispatched(wang, chen, wutong.id, [power.id])
    expect((await read(id)).up.map((body) => body.id).slice(0, 2)).toEqual([chunhui.id, centre.id])
    expect((await escalate(id)).status).toBe(200)
    const seen = await read(id, sun)
    expect(seen).toMatchObject({ state: 'accepted', level: 'coordinated', desk: { id: chunhui.id }, deskIsMine: true })
    expect(seen.tasks.map((task) => task.state)).toEqual(['ended', 'ended'])
    const running = seen.clocks.filter((clock) => clock.endedAt === null)
    expect(Object.fromEntries(running.map((clock) => [clock.kind, clock.body.zh]))).toEqual({ start: chunhui.zh, resolve: chunhui.zh })
    expect(seen.steps.at(-1)).toMatchObject({
      kind: 'case.escalated', words: '灯杆线路老化\n\n换过灯泡，仍不亮', other: { zh: chunhui.zh }, values: { type: 'beyond_means' },
    })
  })

  test('200: straight to the county’s centre', async () => {
    const id = await accepted(wang, chen)
    await escalate(id, centre.id)
    expect(await read(id, xu)).toMatchObject({ level: 'joint', desk: { id: centre.id }, deskIsMine: true })
  })

  test('200: straight to a department, which can then bring it to its end', async () => {
    const id = await accepted(wang, chen)
    await escalate(id, lamps.id)
    await town.settle()
    expect((await wu.ask('listCases', { query: { list: 'dispatch' } })).items).toMatchObject([{ id, desk: { id: lamps.id } }])
    expect(await wu.ask('countCases')).toMatchObject({ dispatch: 1 })
    const all = [
      await dispatch(id, { lead: lamps.id }, wu),
      await actOnTask(wu, 'takeTask', id, {}),
      await actOnTask(wu, 'reportTask', id, { outcome: 'solved', words: '已换线。', photos: [] }),
      await act(wu, 'closeCase', id, { outcome: 'solved' }),
      await act(wu, 'answerCase', id, { words: '线路已更换。', photos: [] }),
    ]
    expect(all.map((one) => one.status)).toEqual([200, 200, 200, 200, 200])
  })

  test('409, 422: not before it is accepted, not once it is closed, not from the top, not to a body that is not above', async () => {
    book.no('escalateCase', await escalate(await report(wang)), 'case.not_accepted')
    book.no('escalateCase', await escalate(await closed(wang, chen, wutong.id)), 'case.not_accepted')
    const id = await accepted(wang, chen)
    for (const to of [yinxing.id, wangjiang.id, wutong.id, uuidv7()]) book.no('escalateCase', await escalate(id, to), 'case.body_unknown')
    await escalate(id, centre.id)
    book.no('escalateCase', await escalate(id, undefined, xu), 'case.at_the_top')
  })
})

describe('sending down', () => {
  test('200: the desk below has it, with the instruction, and its clocks count there', async () => {
    const id = await report(wang, { place: { address: '滨河路 9 号' } })
    expect((await sendDown(id, wangjiang.id, xu)).status).toBe(200)
    const seen = await read(id, xu)
    expect(seen).toMatchObject({ state: 'received', level: 'coordinated', desk: { id: wangjiang.id }, deskIsMine: false })
    expect(seen.clocks.map((clock) => clock.body.zh)).toEqual([wangjiang.zh, wangjiang.zh])
    expect(seen.steps.at(-1)).toMatchObject({ kind: 'case.sent_down', words: '在你辖区，请办理。', audience: 'staff' })
  })

  test('200: a clock of an assist at work stays with the assist', async () => {
    const id = await accepted(wang, chen)
    await escalate(id)
    await dispatch(id, { lead: lamps.id, assists: [power.id] }, sun)
    await givenBack(wu, sun, id, { ground: 'not_our_asset', words: '该灯由小区物业管理。' })
    expect((await sendDown(id, wutong.id, sun)).status).toBe(200)
    const { clocks, tasks } = await read(id)
    const assist = tasks.find((task) => task.body.id === power.id)!
    expect(clocks.find((clock) => clock.kind === 'task' && clock.endedAt === null)).toMatchObject({ task: assist.id, body: { zh: power.zh } })
  })

  test('428, 412, 403, 409, 422: as every act; not while it is handled; not to a desk that is not below; not from the lowest', async () => {
    const id = await accepted(wang, chen)
    await escalate(id)
    book.no('sendCaseDown', await sendDown(id, yinxing.id, chen), 'case.not_your_desk')
    book.no('sendCaseDown', await sendDown(id, wangjiang.id, sun), 'case.not_below')
    const sent = { params: { county, id }, body: { to: wutong.id, instruction: '请办。' } }
    book.no('sendCaseDown', await sun.call('sendCaseDown', sent), 'version_missing')
    await note(chen, id)
    book.no('sendCaseDown', await sun.call('sendCaseDown', { ...sent, version: 3 }), 'changed_meanwhile')
    await sendDown(id, wutong.id, sun)
    book.no('sendCaseDown', await sendDown(id, wutong.id, chen), 'case.at_the_bottom')
    await dispatch(id)
    book.no('sendCaseDown', await sendDown(id, wutong.id, chen), 'case.not_accepted')
  })
})

test('every refusal that the contracts promise was shown', () => book.allShown())
