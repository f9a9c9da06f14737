import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { signalled } from '#server/test/machines.ts'
import { promised } from '#server/test/promised.ts'
import { act, actOnTask, answered, closed, dispatched, photograph, reported, sentDown, type CaseAct } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('reworkCase', 'closeCase', 'answerCase')
const wutong = bodies.wutong.id
const words = '路灯已修好，感谢您的反映。'

let town: Town
let wang: Caller
let chen: Caller
let sun: Caller
let xu: Caller
let feng: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  sun = await town.signIn(team.clerk)
  xu = await town.signIn(team.centre)
  feng = await town.signIn(team.power)
})
afterAll(() => town.close())

const read = (id: string) => chen.ask('readCase', { params: { county, id } })
const result = { outcome: 'solved', words: '已更换灯泡。', photos: [] } as const

/** As far as a case must have come for the act, at a desk that is not the only body that had it. */
async function readyFor(last: CaseAct): Promise<string> {
  const id = await sentDown(wang, xu, sun)
  await act(chen, 'acceptCase', id, {})
  await act(chen, 'dispatchCase', id, { lead: wutong, assists: [] })
  await actOnTask(chen, 'takeTask', id, {})
  await actOnTask(chen, 'reportTask', id, result)
  if (last === 'answerCase') await act(chen, 'closeCase', id, { outcome: 'solved' })
  return id
}

test.each([
  ['reworkCase', { words: '请附照片。' }],
  ['closeCase', { outcome: 'solved' }],
  ['answerCase', { words, photos: [] }],
] as const)('428, 412, 403: %s needs the version that was seen, which still stands, and the desk that has the case', async (id, body) => {
  const on = await readyFor(id)
  await book.asEveryAct(id, on, body, { by: chen, other: sun })
  expect((await act(chen, id, on, body)).status).toBe(200)
})

describe('sending back to be done again', () => {
  test('200: the lead has it again, with a new time, and what was reported stays in the story', async () => {
    const id = await reported(wang, chen, wutong)
    const { clocks: before } = await read(id)
    await act(chen, 'reworkCase', id, { words: '请附照片。' })
    const { state, tasks: [task], clocks, steps } = await read(id)
    expect([state, task?.state, task?.handler?.name, task?.outcome]).toEqual(['dispatched', 'taken', '陈静', null])
    expect(clocks).toHaveLength(before.length + 1)
    expect(clocks.filter((clock) => clock.kind === 'task').map((clock) => clock.endedAt === null)).toEqual(expect.arrayContaining([true, false]))
    expect(steps.slice(-2)).toMatchObject([{ kind: 'task.reported', words: '已更换灯泡。' }, { kind: 'case.reworked', words: '请附照片。', audience: 'staff' }])
    expect((await actOnTask(chen, 'reportTask', id, result)).status).toBe(200)
    expect((await read(id)).state).toBe('reported')
  })

  test('409: not before it is reported, nor after it is closed', async () => {
    book.no('reworkCase', await act(chen, 'reworkCase', await dispatched(wang, chen, wutong), { words: '？' }), 'case.not_reported')
    book.no('reworkCase', await act(chen, 'reworkCase', await closed(wang, chen, wutong), { words: '？' }), 'case.not_reported')
  })
})

describe('closing', () => {
  test('200: every clock ends and the answer’s begins, and what the desk says is its own word beside the body’s', async () => {
    const id = await reported(wang, chen, wutong)
    await act(chen, 'closeCase', id, { outcome: 'explained', words: '其中一盏属物业。' })
    const { state, tasks, clocks, steps } = await read(id)
    expect([state, tasks[0]?.outcome, clocks.filter((clock) => clock.endedAt === null).map((clock) => clock.kind)]).toEqual(['closed', 'solved', ['answer']])
    expect(steps.at(-1)).toMatchObject({ kind: 'case.closed', words: '其中一盏属物业。', values: { outcome: 'explained' }, audience: 'staff' })
    expect((await wang.ask('readMatter', { params: { county, id } })).steps.at(-1)).toMatchObject({ kind: 'case.closed', words: null })
  })

  test('409: not before the lead has reported, not while an assist is at work, not twice', async () => {
    const id = await dispatched(wang, chen, wutong, [bodies.power.id])
    await actOnTask(chen, 'takeTask', id, {})
    book.no('closeCase', await act(chen, 'closeCase', id, { outcome: 'solved' }), 'case.not_reported')
    await actOnTask(chen, 'reportTask', id, result)
    book.no('closeCase', await act(chen, 'closeCase', id, { outcome: 'solved' }), 'case.open_tasks')
    await actOnTask(feng, 'returnTask', id, { ground: 'not_our_duty', words: '与供电无关。' })
    expect((await act(chen, 'closeCase', id, { outcome: 'solved' })).status).toBe(200)
    book.no('closeCase', await act(chen, 'closeCase', id, { outcome: 'solved' }), 'case.not_reported')
  })

  test('422: planned for later without a date; 409: closed or sent back for rework while it waits for a decision', async () => {
    const id = await reported(wang, chen, wutong)
    book.no('closeCase', await act(chen, 'closeCase', id, { outcome: 'planned' }), 'case.plan_needs_date')
    await act(chen, 'closeCase', id, { outcome: 'planned', plannedUntil: new Date(town.now.getTime() + 86_400_000).toISOString() })
    book.no('closeCase', await act(chen, 'closeCase', id, { outcome: 'solved' }), 'case.waits_for_leader')
    book.no('reworkCase', await act(chen, 'reworkCase', id, { words: '再查。' }), 'case.waits_for_leader')
  })

  test('409: a component of the street that nobody has checked on site, or is being checked', async () => {
    const seen = { channel: 'collector', words: '井盖破损。', code: '9901010101000900', place: { region: 101 }, photos: [await photograph(chen)] }
    const { id } = await chen.ask('enterAppeal', { key: uuidv7(), body: seen })
    await act(chen, 'acceptCase', id, {})
    await act(chen, 'dispatchCase', id, { lead: wutong, assists: [] })
    await actOnTask(chen, 'takeTask', id, {})
    await actOnTask(chen, 'reportTask', id, result)
    book.no('closeCase', await act(chen, 'closeCase', id, { outcome: 'solved' }), 'case.not_checked')
    await act(chen, 'askSiteCheck', id, { of: bodies.watch.id })
    book.no('closeCase', await act(chen, 'closeCase', id, { outcome: 'solved' }), 'case.waits_for_check')
  })
})

describe('answering', () => {
  test('200: the resident reads the answer with its photos, and may rate', async () => {
    const id = await closed(wang, chen, wutong)
    const photo = await photograph(chen)
    await act(chen, 'answerCase', id, { words, photos: [photo] })
    const seen = await wang.ask('readMatter', { params: { county, id } })
    expect([seen.state, seen.may.rate]).toEqual(['answered', null])
    expect(seen.steps.at(-1)).toMatchObject({ kind: 'case.answered', words, photos: [{ id: photo }], body: { zh: '梧桐社区居委会' }, person: null })
    expect((await wang.call('readMatterPhoto', { params: { county, id, photo } })).status).toBe(200)
  })

  test('409: not where a signal opened the case, since there is nobody to answer', async () => {
    const id = await signalled(town, await town.signIn(team.admin))
    await act(chen, 'acceptCase', id, {})
    await act(chen, 'dispatchCase', id, { lead: wutong, assists: [] })
    await actOnTask(chen, 'takeTask', id, {})
    await actOnTask(chen, 'reportTask', id, result)
    await act(chen, 'closeCase', id, { outcome: 'solved' })
    book.no('answerCase', await act(chen, 'answerCase', id, { words, photos: [] }), 'case.nobody_to_answer')
  })

  test('409, 422: not before it is closed, not twice, not with the resident’s own data, not with photos of others or of another matter', async () => {
    book.no('answerCase', await act(chen, 'answerCase', await reported(wang, chen, wutong), { words, photos: [] }), 'case.not_closed')
    book.no('answerCase', await act(chen, 'answerCase', await answered(wang, chen, wutong), { words, photos: [] }), 'case.already_answered')
    const id = await closed(wang, chen, wutong)
    book.no('answerCase', await act(chen, 'answerCase', id, { words: '王秀英您好，路灯已修好。', photos: [] }), 'case.personal_data_in_words')
    book.no('answerCase', await act(chen, 'answerCase', id, { words, photos: [await photograph(feng)] }), 'photo.not_yours')
    const used = await photograph(chen)
    await act(chen, 'answerCase', await closed(wang, chen, wutong), { words, photos: [used] })
    book.no('answerCase', await act(chen, 'answerCase', id, { words, photos: [used] }), 'photo.used')
    expect((await read(id)).state).toBe('closed')
  })
})

test('every refusal that the contracts promise was shown', () => book.allShown())
