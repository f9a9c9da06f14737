import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act, actOnTask, dispatched, note, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { at, wall } from '#server/test/wall.ts'

let town: Town
let wang: Caller
let chen: Caller
beforeAll(async () => {
  town = await openTown(at('2026-02-11 08:00'))
  wang = await town.signIn(residents.wang)
})
afterAll(() => town.close())

/** The clock on the wall goes on from test to test; who works signs in every day. */
async function begin(time: string) {
  town.now = at(time)
  chen = await town.signIn(team.secretary)
}

const read = async (id: string, by = chen) => await by.ask('readCase', { params: { county, id } })
const clocksOf = async (id: string, kind: string, by = chen) => (await read(id, by)).clocks.filter((clock) => clock.kind === kind)
const dueOf = async (id: string, kind: string, by = chen) => wall((await clocksOf(id, kind, by)).at(-1)?.dueAt)
const answer = (id: string) => wang.ask('addToMatter', { params: { county, id }, key: uuidv7(), body: { words: '第一盏。', photos: [] } })

describe('reply and start', () => {
  test.each([
    ['2026-02-11 10:00', '2026-02-12 01:00', '2026-02-12 10:00', 'an ordinary day'],
    ['2026-02-11 12:00', '2026-02-12 03:00', '2026-02-12 12:00', 'as the office closes for noon'],
    ['2026-02-14 10:00', '2026-02-15 01:00', '2026-02-24 10:00', 'a Saturday that is worked, before nine days of Spring Festival'],
    ['2026-02-18 22:00', '2026-02-19 13:00', '2026-02-24 17:30', 'in the middle of the holiday'],
    ['2026-02-27 16:00', '2026-02-28 07:00', '2026-02-28 16:00', 'a Friday before a Saturday that is worked'],
    ['2026-03-06 16:00', '2026-03-07 07:00', '2026-03-09 16:00', 'a Friday before a weekend'],
  ])('received %s: answered by %s (15 hours), begun by %s (one working day): %s', async (received, reply, start) => {
    await begin(received)
    const id = await report(wang)
    expect([await dueOf(id, 'reply'), await dueOf(id, 'start')]).toEqual([reply, start])
  })
})

describe('beginning to work', () => {
  test('being sent up ends one start clock and opens the next: three working days from there', async () => {
    await begin('2026-03-10 09:00')
    const id = await accepted(wang, chen)
    town.later({ hours: 1 })
    await act(chen, 'escalateCase', id, { type: 'beyond_means', cause: '线路老化', tried: '换过灯泡' })
    const [first, second, ...more] = await clocksOf(id, 'start')
    expect([wall(first?.endedAt), second?.endedAt, wall(second?.dueAt), more]).toEqual(['2026-03-10 10:00', null, '2026-03-13 10:00', []])
    expect(second?.body.zh).toBe(bodies.chunhui.zh)
  })

  test('it ends with the first work note or the report, not with taking; a task’s time runs from assignment', async () => {
    await begin('2026-03-11 09:00')
    const noted = await dispatched(wang, chen, bodies.wutong.id)
    const straight = await dispatched(wang, chen, bodies.wutong.id)
    town.later({ hours: 1 })
    for (const id of [noted, straight]) await actOnTask(chen, 'takeTask', id, {})
    expect([(await clocksOf(noted, 'start'))[0]!.endedAt, await dueOf(noted, 'task')]).toEqual([null, '2026-03-17 17:30'])
    town.later({ minutes: 30 })
    await note(chen, noted, { task: (await read(noted)).tasks[0]!.id })
    await actOnTask(chen, 'reportTask', straight, { outcome: 'solved', words: '已修。', photos: [] })
    for (const id of [noted, straight]) expect(wall((await clocksOf(id, 'start'))[0]!.endedAt)).toBe('2026-03-11 10:30')
  })
})

describe('asking back', () => {
  test('every clock but the reply stands still, and goes on with what was left', async () => {
    await begin('2026-03-16 09:00')
    const id = await dispatched(wang, chen, bodies.wutong.id)
    const dues = async () => [await dueOf(id, 'start'), await dueOf(id, 'task'), await dueOf(id, 'resolve')]
    expect(await dues()).toEqual(['2026-03-16 17:30', '2026-03-20 17:30', '2026-03-27 17:30'])
    town.later({ hours: 1 })
    await act(chen, 'askBack', id, { words: '请问是哪一盏？', daysMax: 5 })
    expect(await dues()).toEqual([null, null, null])
    await begin('2026-03-18 10:00')
    await answer(id)
    expect(await dues()).toEqual(['2026-03-18 17:30', '2026-03-24 17:30', '2026-03-31 17:30'])
  })

  test('the longest pause ends when it was said to, though nobody answers and no worker looks for days', async () => {
    await begin('2026-03-23 09:00')
    const id = await report(wang)
    await act(chen, 'askBack', id, { words: '请问是哪一盏？', daysMax: 2 })
    await begin('2026-04-01 09:00')
    await town.settle()
    const [start] = await clocksOf(id, 'start')
    expect([wall(start!.dueAt), start!.pausedAt, wall(start!.breachedAt)]).toEqual(['2026-03-25 17:30', null, '2026-03-25 17:30'])
    const { steps, state } = await read(id)
    expect([state, steps.map((step) => step.kind)]).toEqual(['received', ['case.received', 'case.asked_back', 'case.resumed', 'clock.breached']])
    expect((await wang.ask('listNotices', { query: { subject: id } })).items.map((one) => one.kind)).toEqual(['resident.resumed', 'resident.asked_back'])
  })

  test('who answers after the longest pause is heard, and the time since then counted', async () => {
    await begin('2026-04-13 09:00')
    const id = await report(wang)
    await act(chen, 'askBack', id, { words: '请问是哪一盏？', daysMax: 1 })
    await begin('2026-04-14 13:00')
    await answer(id)
    expect((await read(id)).steps.map((step) => step.kind)).toEqual(['case.received', 'case.asked_back', 'case.resumed', 'case.added_to'])
    expect(await dueOf(id, 'start')).toBe('2026-04-14 17:30')
  })
})
