import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operations } from '#contract/index.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { promised } from '#server/test/promised.ts'
import { act, actOnTask, decide, dispatched, note, photograph, report, type TaskAct, type BodyOf } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('takeTask', 'assignTask', 'returnTask', 'reportTask', 'releaseTask')
const { lamps, power } = bodies
const result = { outcome: 'solved', words: '已更换线路。', photos: [] } as const
const back = { ground: 'not_our_asset', words: '该灯由小区物业管理。' } as const

let town: Town
let wang: Caller
let chen: Caller
let liu: Caller
let wu: Caller
let zheng: Caller
let feng: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  liu = await town.signIn(team.member)
  wu = await town.signIn(team.lamps)
  zheng = await town.signIn(team.lampsHead)
  feng = await town.signIn(team.power)
})
afterAll(() => town.close())

const read = (id: string, by = chen) => by.ask('readCase', { params: { county, id } })
const taskOf = async (id: string, body: string) => (await read(id)).tasks.find((task) => task.body.id === body)!
/** To the street lamps as lead and the power company as assist. */
const given = () => dispatched(wang, chen, lamps.id, [power.id])
/** On a body's task, whoever asks, in whatever state. */
async function on<Id extends TaskAct>(by: Caller, id: Id, of: string, body: string, words: BodyOf<Id>) {
  const task = await taskOf(of, body)
  const { version } = await read(of)
  return await by.call(id, { params: { county, id: of, task: task.id } as Operations[Id]['params'], version, body: words })
}

test.each([
  ['takeTask', {}, lamps.id, 'wu', 'task.not_yours', 'feng'],
  ['assignTask', { person: team.lamps.person }, lamps.id, 'zheng', 'task.not_yours', 'chen'],
  ['returnTask', back, lamps.id, 'wu', 'task.not_yours', 'feng'],
  ['reportTask', result, lamps.id, 'wu', 'task.not_yours', 'feng'],
  ['releaseTask', {}, power.id, 'chen', 'case.not_your_desk', 'wu'],
] as const)('428, 412, 403, 409: %s needs the version that was seen, the body that has the task, and a task that is open', async (id, body, of, who, notTheirs, whoElse) => {
  const callers = { wu, zheng, chen, feng }
  const [by, other] = [callers[who], callers[whoElse]]
  const one = await given()
  if (id === 'reportTask') await on(wu, 'takeTask', one, of, {})
  const { version } = await read(one)
  const params = { county, id: one, task: (await taskOf(one, of)).id }
  book.no(id, await by.call(id, { params, body }), 'version_missing')
  await note(chen, one)
  const late = await by.call(id, { params, body, version })
  book.no(id, late, 'changed_meanwhile')
  expect(late.problem.changed).toMatchObject([{ kind: 'case.noted' }])
  book.no(id, await on(other, id, one, of, body), notTheirs)
  await wang.ask('withdrawMatter', { params: { county, id: one }, body: {} })
  book.no(id, await on(by, id, one, of, body), 'task.ended')
})

describe('taking', () => {
  test('200: who takes it is its named handler; taking is not yet beginning', async () => {
    const id = await given()
    expect((await on(wu, 'takeTask', id, lamps.id, {})).status).toBe(200)
    expect(await taskOf(id, lamps.id)).toMatchObject({ state: 'taken', handler: { person: team.lamps.person, name: '吴刚' }, startedAt: null })
    expect((await read(id)).clocks.find((clock) => clock.kind === 'start')?.endedAt).toBeNull()
  })

  test('409: not what a colleague has taken, nor what one has taken oneself', async () => {
    const id = await given()
    await on(wu, 'takeTask', id, lamps.id, {})
    book.no('takeTask', await on(zheng, 'takeTask', id, lamps.id, {}), 'task.taken')
    book.no('takeTask', await on(wu, 'takeTask', id, lamps.id, {}), 'task.taken')
  })
})

describe('naming the handler', () => {
  test('200: one of the body, also in the place of another, who is told', async () => {
    const id = await given()
    await on(zheng, 'takeTask', id, lamps.id, {})
    expect((await on(zheng, 'assignTask', id, lamps.id, { person: team.lamps.person })).status).toBe(200)
    expect((await taskOf(id, lamps.id)).handler?.name).toBe('吴刚')
    await town.settle()
    expect((await wu.ask('listNotices', { query: { subject: id } })).items[0]?.kind).toBe('staff.handler_named')
  })

  test('422, 403: nobody of another body, and not by who may not lead', async () => {
    const id = await given()
    book.no('assignTask', await on(zheng, 'assignTask', id, lamps.id, { person: team.power.person }), 'task.handler_not_in_body')
    book.no('assignTask', await on(zheng, 'assignTask', id, lamps.id, { person: uuidv7() }), 'task.handler_not_in_body')
    expect((await on(wu, 'assignTask', id, lamps.id, { person: team.lamps.person })).problem.code).toBe('not_allowed')
  })
})

describe('returning', () => {
  test('200: the lead’s task goes back with a ground and a proposal once the desk agrees, and the time runs on', async () => {
    const id = await given()
    await on(wu, 'returnTask', id, lamps.id, { ...back, proposed: power.id })
    expect([(await read(id)).state, (await taskOf(id, lamps.id)).state]).toEqual(['dispatched', 'assigned'])
    await decide(chen, 'ruleOnRequest', id, 'return', { granted: true })
    const { state, clocks, steps } = await read(id)
    expect([state, (await taskOf(id, lamps.id)).state, (await taskOf(id, power.id)).state]).toEqual(['accepted', 'returned', 'assigned'])
    expect(clocks.filter((clock) => clock.endedAt === null).map((clock) => clock.kind).toSorted()).toEqual(['resolve', 'start', 'task'])
    expect(steps.at(-1)).toMatchObject({ kind: 'task.returned', words: back.words, values: { ground: back.ground, agreed: 'yes' }, other: { zh: lamps.zh } })
  })

  test('200: an assist’s goes back and the case goes on', async () => {
    const id = await given()
    await on(feng, 'returnTask', id, power.id, back)
    expect((await read(id)).state).toBe('dispatched')
  })

  test('422: no body that is none is proposed', async () => {
    book.no('returnTask', await on(wu, 'returnTask', await given(), lamps.id, { ...back, proposed: uuidv7() }), 'case.body_unknown')
  })

  test('409: not again while the arbiter has it', async () => {
    const id = await given()
    await on(wu, 'returnTask', id, lamps.id, back)
    await decide(chen, 'ruleOnRequest', id, 'return', { granted: true })
    await act(chen, 'dispatchCase', id, { lead: lamps.id, assists: [] })
    const again = () => actOnTask(wu, 'returnTask', id, back)
    expect((await again()).status).toBe(200)
    book.no('returnTask', await again(), 'request.already_asked')
  })
})

describe('reporting', () => {
  test('200: the result with its evidence; the case is ready to be examined once the lead has reported', async () => {
    const id = await given()
    await on(feng, 'takeTask', id, power.id, {})
    await on(feng, 'reportTask', id, power.id, result)
    expect((await read(id)).state).toBe('dispatched')
    await on(wu, 'takeTask', id, lamps.id, {})
    const photo = await photograph(wu)
    await on(wu, 'reportTask', id, lamps.id, { outcome: 'planned', words: '下月统一更换。', photos: [photo], plannedUntil: '2026-12-31T09:00:00.000Z' })
    const { state, steps, clocks } = await read(id)
    expect([state, (await taskOf(id, lamps.id)).outcome]).toEqual(['reported', 'planned'])
    expect(clocks.find((clock) => clock.kind === 'start')?.endedAt).toBe(town.now.toISOString())
    expect(steps.at(-1)).toMatchObject({
      words: '下月统一更换。', photos: [{ id: photo }], values: { outcome: 'planned', plannedUntil: '2026-12-31T09:00:00.000Z' },
    })
  })

  test('409, 422: not before it is taken, not with photos of others or of another matter', async () => {
    const id = await given()
    book.no('reportTask', await on(wu, 'reportTask', id, lamps.id, result), 'task.not_taken')
    await on(wu, 'takeTask', id, lamps.id, {})
    book.no('reportTask', await on(wu, 'reportTask', id, lamps.id, { ...result, photos: [await photograph(feng)] }), 'photo.not_yours')
    const used = await photograph(wu)
    await note(wu, await given(), { photos: [used] })
    book.no('reportTask', await on(wu, 'reportTask', id, lamps.id, { ...result, photos: [used] }), 'photo.used')
    const undated = await on(wu, 'reportTask', id, lamps.id, { ...result, outcome: 'planned' })
    expect(undated.problem).toMatchObject({ code: 'bad_input', fields: [{ path: '/plannedUntil' }] })
  })
})

test('200, 409: an assist is released, the lead never', async () => {
  const id = await given()
  book.no('releaseTask', await on(chen, 'releaseTask', id, lamps.id, {}), 'task.ended')
  expect((await on(chen, 'releaseTask', id, power.id, {})).status).toBe(200)
  expect([(await taskOf(id, power.id)).state, (await read(id)).state]).toEqual(['ended', 'dispatched'])
})

test('404: a task of another case, or of none', async () => {
  const [one, other] = [await given(), await given()]
  const task = (await taskOf(other, lamps.id)).id
  for (const asked of [task, uuidv7()]) expect((await wu.call('takeTask', { params: { county, id: one, task: asked }, version: 3 })).problem.code).toBe('not_found')
  expect((await liu.call('takeTask', { params: { county, id: await report(wang), task }, version: 1 })).status).toBe(404)
})

test('every refusal that the contracts promise was shown', () => book.allShown())
