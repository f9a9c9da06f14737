import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, actOnTask, answered, dispatched, note, photograph, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const { wutong, lamps, power, chunhui } = bodies

let town: Town
let wang: Caller
let chen: Caller
let sun: Caller
let wu: Caller
let tang: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  sun = await town.signIn(team.clerk)
  wu = await town.signIn(team.lamps)
  tang = await town.signIn(team.yinxing)
})
afterAll(() => town.close())

const read = (id: string, by = chen) => by.call('readCase', { params: { county, id } })
const place = { point: { lon: 118.028, lat: 29.985 }, address: '梧桐里 12 号 3 幢' }

describe('reading a case', () => {
  test('200: the words as they were said, where, and whose, with every personal value masked', async () => {
    const id = await report(wang, { place, onBehalfOf: { name: '王德福', phone: '13912345678' } })
    const { status, reply, headers } = await read(id)
    expect([status, headers.etag, reply.version]).toEqual([200, '"1"', 1])
    expect(reply).toMatchObject({ point: place.point, deskIsMine: true, publicity: 'private', category: { key: 'lighting' } })
    expect(reply.place.map((one) => one.name.zh)).toEqual(['明泽区', '春晖街道', '梧桐社区', '梧桐第一网格'])
    const [appeal] = reply.appeals
    expect(appeal).toMatchObject({
      channel: 'resident_app',
      name: { value: '王**', field: 'person.name', row: residents.wang.person },
      phone: { value: '139****0001', field: 'person.phone', row: residents.wang.person },
      address: { value: '梧桐里****', field: 'appeal.address', row: appeal!.id },
      onBehalfOf: { value: '王**', field: 'appeal.behalf_name', row: appeal!.id },
    })
    expect(JSON.stringify(reply)).not.toMatch(/王秀英|王德福|13900000001|13912345678|12 号/)
  })

  test('200: a masked value is opened with a purpose, by whoever has the case within reach', async () => {
    const id = await report(wang, { place })
    const { address, phone } = (await read(id)).reply.appeals[0]!
    const open = (by: Caller, { field, row }: { field: string; row: string }) =>
      by.call('openPersonalField', { body: { field, row, case: id, purpose: 'visit', words: '上门核实' } })
    expect((await open(chen, address!)).reply).toEqual({ value: place.address })
    expect((await open(chen, phone!)).reply).toEqual({ value: residents.wang.phone })
    expect((await open(tang, address!)).status).toBe(404)
    expect((await open(wu, phone!)).status).toBe(404)
  })

  test('200: what each may do stands beside, with the reason why not', async () => {
    const id = await dispatched(wang, chen, lamps.id, [power.id])
    const [atDesk, above, atWork] = [(await read(id)).reply, (await read(id, sun)).reply, (await read(id, wu)).reply]
    expect(atDesk.may).toMatchObject({
      accept: 'case.not_received', dispatch: 'case.not_accepted', escalate: null, askBack: null, close: 'case.not_reported', publish: 'case.not_public_wish', note: null,
    })
    expect(above.may).toMatchObject({ accept: 'not_allowed', escalate: 'not_allowed', note: 'not_allowed', petition: 'not_allowed', exclude: 'not_allowed', supervise: null })
    expect(atDesk.may).toMatchObject({ petition: null, exclude: null, supervise: 'not_allowed' })
    expect(atWork.may).toMatchObject({ dispatch: 'case.not_your_desk', escalate: 'case.not_your_desk', note: null })
    const mine = atWork.tasks.find((task) => task.mine)!
    expect(mine.body.id).toBe(lamps.id)
    expect(mine.may).toEqual({ take: null, work: null, return: null, report: 'task.not_taken', assign: 'not_allowed', release: 'case.not_your_desk', extend: null })
    expect(atDesk.tasks.find((task) => task.body.id === power.id)).toMatchObject({ mine: false, may: { take: 'task.not_yours', release: null } })
    expect((await act(wu, 'escalateCase', id, { type: 'urgent', cause: '线路老化', tried: '换过灯泡' })).problem.code).toBe(atWork.may.escalate)
    expect((await act(sun, 'escalateCase', id, { type: 'urgent', cause: '线路老化', tried: '换过灯泡' })).problem.code).toBe(above.may.escalate)
  })

  test('200: the whole story, with who did each step in which body, and what was meant for whom', async () => {
    const id = await answered(wang, chen, wutong.id)
    await wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 1, words: '还是黑的。' } })
    const { steps, rating, up, down } = (await read(id)).reply
    expect(steps.map((step) => [step.kind, step.person])).toEqual([
      ['case.received', null], ['case.accepted', '陈静'], ['case.dispatched', '陈静'], ['task.taken', '陈静'], ['task.reported', '陈静'],
      ['case.closed', '陈静'], ['case.answered', '陈静'], ['case.rated', null],
    ])
    expect(rating).toEqual({ contacted: true, solved: 'no', satisfied: 1, words: '还是黑的。' })
    expect([up[0]?.id, down]).toEqual([chunhui.id, []])
  })

  test('404: beyond reach, elsewhere, or not at all; 400: an id that is none', async () => {
    const id = await report(wang)
    for (const answer of [await read(id, tang), await read(id, wu), await read(uuidv7())]) expect(answer.problem.code).toBe('not_found')
    expect((await read('one')).problem).toMatchObject({ code: 'bad_input', fields: [{ path: '/id' }] })
    expect((await read(`${id}'--`)).status).toBe(400)
  })
})

describe('photos of a case', () => {
  test('200 and 404: whoever may read the case sees its photos, and no other way leads to them', async () => {
    const [photo, elsewhere] = [await photograph(wang), await photograph(wang)]
    const id = await report(wang, { photos: [photo] })
    const other = await report(wang, { photos: [elsewhere] })
    const noted = await photograph(chen)
    await note(chen, id, { photos: [noted] })
    const seen = (by: Caller, of: string, one: string) => by.call('readCasePhoto', { params: { county, id: of, photo: one }, query: { size: 'thumb' } })
    for (const one of [photo, noted]) expect(await seen(sun, id, one)).toMatchObject({ status: 200, headers: { 'content-type': 'image/jpeg' } })
    expect((await seen(chen, id, elsewhere)).status).toBe(404)
    expect((await seen(tang, other, elsewhere)).status).toBe(404)
    expect((await chen.call('readPhoto', { params: { county, id: photo } })).status).toBe(404)
    expect((await wang.call('readCasePhoto', { params: { county, id, photo } })).status).toBe(401)
  })
})

describe('explaining a due time', () => {
  test('200: the minutes of the steps are the span, with its pauses and what was skipped', async () => {
    const id = await dispatched(wang, chen, wutong.id)
    await act(chen, 'askBack', id, { words: '请问是哪一盏？', daysMax: 5 })
    town.later({ hours: 1 })
    await wang.ask('addToMatter', { params: { county, id }, key: uuidv7(), body: { words: '第一盏。', photos: [] } })
    const { clocks } = (await read(id)).reply
    const minutes: Record<string, number> = { reply: 15 * 60, start: 420, resolve: 10 * 420, task: 5 * 420 }
    for (const clock of clocks) {
      const told = await chen.ask('explainClock', { params: { county, id, clock: clock.id } })
      const counted = told.steps.filter((step) => step.kind === 'counted')
      expect([clock.kind, counted.reduce((sum, step) => sum + step.minutes, 0)]).toEqual([clock.kind, minutes[clock.kind]])
      expect(counted.at(-1)).toMatchObject({ to: clock.dueAt, left: 0 })
      expect(told.steps.filter((step) => step.kind === 'paused')).toHaveLength(clock.kind === 'reply' ? 0 : 1)
      for (const step of counted) expect((Date.parse(step.to) - Date.parse(step.from)) / 60_000).toBe(step.minutes)
    }
    const resolve = await chen.ask('explainClock', { params: { county, id, clock: clocks.find((clock) => clock.kind === 'resolve')!.id } })
    expect(resolve.steps.filter((step) => step.kind === 'skipped')).toEqual([
      { kind: 'skipped', from: '2026-11-21', to: '2026-11-22', why: 'weekend', name: null },
      { kind: 'skipped', from: '2026-11-28', to: '2026-11-29', why: 'weekend', name: null },
    ])
  })

  test('404: of a case beyond reach, and no clock of another case', async () => {
    const [id, other] = [await report(wang), await report(wang)]
    const clock = (await read(id)).reply.clocks[0]!.id
    const explain = (by: Caller, of: string, one: string) => by.call('explainClock', { params: { county, id: of, clock: one } })
    expect((await explain(chen, id, clock)).status).toBe(200)
    const beyond = [await explain(tang, id, clock), await explain(chen, other, clock), await explain(chen, id, uuidv7())]
    expect(beyond.map((answer) => answer.problem.code)).toEqual(['not_found', 'not_found', 'not_found'])
  })
})

test('200: of a task reported and taken up again, each time’s clock is told', async () => {
  const id = await dispatched(wang, chen, wutong.id)
  await actOnTask(chen, 'takeTask', id, {})
  await actOnTask(chen, 'reportTask', id, { outcome: 'solved', words: '已修。', photos: [] })
  await act(chen, 'reworkCase', id, { words: '请附照片。' })
  const { clocks, tasks } = (await read(id)).reply
  expect(clocks.filter((clock) => clock.task === tasks[0]!.id).map((clock) => clock.endedAt === null).toSorted()).toEqual([false, true])
})
