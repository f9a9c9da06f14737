import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act, closed, dispatched, note, report, reported } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const wall = (instant: string | null | undefined) => instant && new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')

let town: Town
let wang: Caller
let chen: Caller
let admin: Caller
beforeAll(async () => {
  town = await openTown(new Date('2026-12-28T09:00:00+08:00'))
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  admin = await town.signIn(team.admin)
})
afterAll(() => town.close())

const clocksOf = async (id: string) => {
  const { clocks } = await chen.ask('readCase', { params: { county, id } })
  return Object.fromEntries(clocks.map((clock) => [clock.kind, { ...clock, due: wall(clock.dueAt) }]))
}
const holiday = (day: string) => ({ day, works: false, name: { zh: '元旦', en: 'New Year' } })
const publish = async (days: string[]) => {
  await admin.ask('changeCalendar', { params: { county, year: 2027 }, body: { days: days.map(holiday) } })
  await town.settle()
}

test('a due time in a year that is not published is provisional; publishing it sums up every open case anew and leaves what is over', async () => {
  const open = await dispatched(wang, chen, bodies.wutong.id)
  const asked = await accepted(wang, chen)
  await act(chen, 'askBack', asked, { words: '请问是哪一盏？', daysMax: 15 })
  const over = await closed(wang, chen, bodies.wutong.id)
  const before = await clocksOf(open)
  expect([before.reply, before.start, before.task, before.resolve].map((clock) => [clock?.due, clock?.provisional])).toEqual([
    ['2026-12-29 00:00', false], ['2026-12-28 17:30', false], ['2027-01-01 17:30', true], ['2027-01-08 17:30', true],
  ])
  const atDesk = await reported(wang, chen, bodies.wutong.id)
  const untouched = await clocksOf(over)
  expect(untouched.resolve).toMatchObject({ due: '2027-01-08 17:30', provisional: true })
  const versions = () => Promise.all([open, over].map(async (id) => (await chen.ask('readCase', { params: { county, id } })).version))
  const [openBefore, overBefore] = await versions()

  await publish(['2027-01-01', '2027-01-04'])
  const after = await clocksOf(open)
  expect([after.task, after.resolve].map((clock) => [clock?.due, clock?.provisional])).toEqual([['2027-01-05 17:30', false], ['2027-01-12 17:30', false]])
  expect(after.start).toEqual(before.start)
  expect(await clocksOf(over)).toEqual(untouched)
  const halfDone = await clocksOf(atDesk)
  expect([halfDone.task, halfDone.resolve].map((clock) => clock?.due)).toEqual(['2027-01-01 17:30', '2027-01-12 17:30'])
  expect(await versions()).toEqual([openBefore! + 1, overBefore])
  expect((await chen.ask('readCase', { params: { county, id: open } })).steps.at(-1)).toMatchObject({ kind: 'clocks.recomputed', person: null, audience: 'staff' })
  expect((await wang.ask('readMatter', { params: { county, id: open } })).steps.map((step) => step.kind)).not.toContain('clocks.recomputed')

  // What stood still while the calendar changed goes on under the new one.
  town.later({ hours: 1 })
  await wang.ask('addToMatter', { params: { county, id: asked }, key: uuidv7(), body: { words: '第一盏。', photos: [] } })
  expect((await clocksOf(asked)).resolve).toMatchObject({ due: '2027-01-13 10:00', provisional: false, pausedAt: null })
})

test('a corrected year is summed up again, and the lists follow', async () => {
  const id = await dispatched(wang, chen, bodies.wutong.id)
  const rows = async () => {
    const [row] = await town.house.rooms.db.query<{ task: Date; due: Date }>(sql`
      select t.queue_at as task, c.queue_at as due from tasks t join cases c on c.county = t.county and c.id = t.case_id where c.id = ${id}::uuid`)
    return [wall(row!.task.toISOString()), wall(row!.due.toISOString())]
  }
  await note(chen, id, { task: (await chen.ask('readCase', { params: { county, id } })).tasks[0]!.id })
  expect(await rows()).toEqual(['2027-01-06 10:00', '2027-01-06 10:00'])
  await publish([])
  expect(await rows()).toEqual(['2027-01-04 10:00', '2027-01-04 10:00'])
  const { clocks } = await chen.ask('readCase', { params: { county, id } })
  const clock = clocks.find((one) => one.kind === 'task')!
  const { steps, dueAt, provisional } = await chen.ask('explainClock', { params: { county, id, clock: clock.id } })
  expect([wall(dueAt), provisional, steps.filter((step) => step.kind === 'skipped').map((step) => step.from)]).toEqual(['2027-01-04 10:00', false, ['2027-01-02']])
})

test('a body’s own office hours sum up its clocks alone, and are explained; taken back, all is as before', async () => {
  const [own, others] = [await dispatched(wang, chen, bodies.wutong.id), await dispatched(wang, chen, bodies.lamps.id)]
  const task = async (id: string) => (await clocksOf(id)).task!
  const before = [await task(own), await task(others)]
  const keep = async (week: object | null) => {
    await admin.ask('changeBodyHours', { params: { county, id: bodies.wutong.id }, body: { week } as never })
    await town.settle()
  }
  // Mornings alone, and Tuesdays closed: what is left of a working day's seven hours takes longer.
  await keep({ usual: [{ from: '09:00', to: '12:00' }], tuesday: [] })
  const after = await task(own)
  expect(after.dueAt! > before[0]!.dueAt!).toBe(true)
  expect(await task(others)).toEqual(before[1])
  const { steps } = await chen.ask('explainClock', { params: { county, id: own, clock: after.id } })
  const counted = steps.flatMap((step) => (step.kind === 'counted' ? [wall(step.to)!.slice(11)] : []))
  expect(counted.every((end) => end <= '12:00')).toBe(true)
  expect(steps.some((step) => step.kind === 'skipped' && step.why === 'no_office_hours')).toBe(true)
  await keep(null)
  expect(await task(own)).toEqual(before[0])
})

test('what is breached stays so', async () => {
  const id = await report(wang)
  town.later({ days: 9 })
  await town.settle()
  chen = await town.signIn(team.secretary)
  admin = await town.signIn(team.admin)
  const before = await clocksOf(id)
  expect([before.reply, before.start].every((clock) => clock?.breachedAt)).toBe(true)
  await publish(['2027-01-01', '2027-01-04', '2027-01-05'])
  expect(await clocksOf(id)).toEqual(before)
})
