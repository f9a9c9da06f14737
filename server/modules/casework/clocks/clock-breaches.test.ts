import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, accepted, dispatched, note, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { at, wall } from '#server/test/wall.ts'

const { wutong, chunhui, centre, lamps } = bodies
let town: Town
let wang: Caller
let chen: Caller
beforeAll(async () => {
  town = await openTown(at('2026-03-02 09:00'))
  wang = await town.signIn(residents.wang)
})
afterAll(() => town.close())

/** A new day: who works signs in. */
async function begin(time: string) {
  town.now = at(time)
  chen = await town.signIn(team.secretary)
}
/** As the worker finds it then. */
async function lookAt(time: string) {
  town.now = at(time)
  await town.settle()
}

/** What was said about the clocks of a case: when it was said, which clock, for which body. */
async function said(id: string) {
  const facts = await town.house.rooms.db.query<{ kind: string; at: Date; clock: string; body: string; above: string | null }>(sql`
    select kind, at, detail->'values'->>'clock' as clock, detail->>'other' as body, detail->>'above' as above from facts
    where subject = ${id}::uuid and kind like 'clock.%' order by seq`)
  const names = new Map(Object.values(bodies).map((body) => [body.id, body.zh]))
  return facts.map((fact) => [fact.kind.slice(6), fact.clock, wall(fact.at.toISOString()), names.get(fact.body), names.get(fact.above ?? '')])
}
const told = async (who: (typeof team)[keyof typeof team], id: string) => {
  const rows = await town.house.rooms.db.query<{ kind: string; clock: string }>(sql`
    select kind, detail->'values'->>'clock' as clock from notices where person = ${who.person} and subject = ${id}::uuid and kind like 'staff.clock%' order by at, kind`)
  return rows.map((row) => `${row.kind.slice(12)} ${row.clock}`)
}
const read = (id: string, by = chen) => by.ask('readCase', { params: { county, id } })

test('a warning at three quarters of the time, a breach at its end, each once; a case that nobody took breaches like any other', async () => {
  await begin('2026-03-02 09:00')
  const id = await report(wang)
  await lookAt('2026-03-02 14:44')
  expect(await said(id)).toEqual([])
  // Three quarters of 420 minutes of office time are 15:45; of 15 hours, 20:15.
  await lookAt('2026-03-02 15:45')
  expect(await said(id)).toEqual([['warned', 'start', '2026-03-02 15:45', wutong.zh, undefined]])
  await lookAt('2026-03-02 17:30')
  await lookAt('2026-03-02 20:14')
  await lookAt('2026-03-02 20:15')
  await lookAt('2026-03-03 00:00')
  await lookAt('2026-03-09 00:00')
  expect(await said(id)).toEqual([
    ['warned', 'start', '2026-03-02 15:45', wutong.zh, undefined], ['breached', 'start', '2026-03-02 17:30', wutong.zh, chunhui.zh],
    ['warned', 'reply', '2026-03-02 20:15', wutong.zh, undefined], ['breached', 'reply', '2026-03-03 00:00', wutong.zh, chunhui.zh],
  ])
  expect(await told(team.secretary, id)).toEqual(['warned start', 'breached start', 'warned reply', 'breached reply'])
  expect(await told(team.leader, id)).toEqual(['breached start', 'breached reply'])
  await begin('2026-03-09 09:00')
  expect((await chen.ask('listCases', { query: { list: 'intake', overdue: true } })).items.map((row) => row.id)).toEqual([id])
  expect((await read(id)).clocks.map((clock) => wall(clock.breachedAt)).toSorted()).toEqual(['2026-03-02 17:30', '2026-03-03 00:00'])
  await wang.ask('withdrawMatter', { params: { county, id }, body: {} })
})

test('a task’s breach counts for the body that has the task, and is told to it, to the desk and to the one above it', async () => {
  await begin('2026-03-10 09:00')
  const id = await dispatched(wang, chen, lamps.id)
  await lookAt('2026-03-16 17:30')
  expect((await said(id)).at(-1)).toEqual(['breached', 'task', '2026-03-16 17:30', lamps.zh, centre.zh])
  for (const who of [team.lampsHead, team.secretary, team.centre]) expect(await told(who, id)).toContain('breached task')
  expect(await told(team.leader, id)).not.toContain('breached task')
})

test('a breach that no worker saw in time still counts for the body that held the clock then', async () => {
  await begin('2026-03-17 09:00')
  const id = await accepted(wang, chen)
  // The start was due on the 17th at 17:30. Nobody looks; on the 18th the committee sends it up.
  await begin('2026-03-18 10:00')
  await act(chen, 'escalateCase', id, { type: 'urgent', cause: '线路老化', tried: '换过灯泡' })
  await lookAt('2026-03-18 10:01')
  expect(await said(id)).toEqual([['breached', 'start', '2026-03-18 10:00', wutong.zh, chunhui.zh]])
  const { clocks, steps } = await read(id)
  expect(clocks.filter((clock) => clock.kind === 'start').map((clock) => [clock.body.zh, wall(clock.breachedAt), wall(clock.endedAt)])).toEqual([
    [wutong.zh, '2026-03-17 17:30', '2026-03-18 10:00'], [chunhui.zh, null, null],
  ])
  expect(steps.map((step) => step.kind)).toEqual(['case.received', 'case.accepted', 'clock.breached', 'case.escalated'])
})

test('a note and the resident’s own acts find what time did, too', async () => {
  await begin('2026-03-23 09:00')
  const [noted, withdrawn] = [await report(wang), await report(wang)]
  await begin('2026-03-25 09:00')
  await note(chen, noted)
  await wang.ask('withdrawMatter', { params: { county, id: withdrawn }, body: {} })
  for (const id of [noted, withdrawn]) expect((await said(id)).map(([kind, clock]) => `${kind} ${clock}`)).toEqual(['breached start', 'breached reply'])
})

test('a breached clock runs on until what it waits for is done; a breach stays on the record', async () => {
  await begin('2026-04-13 09:00')
  const id = await report(wang)
  await begin('2026-04-15 09:00')
  await act(chen, 'acceptCase', id, {})
  const reply = (await read(id)).clocks.find((clock) => clock.kind === 'reply')!
  expect([wall(reply.breachedAt), wall(reply.endedAt)]).toEqual(['2026-04-14 00:00', '2026-04-15 09:00'])
})

test('one case that can’t be summed up stops no other', async () => {
  await begin('2026-04-20 09:00')
  const [broken, whole] = [await report(wang), await report(wang)]
  await act(chen, 'askBack', broken, { words: '请问是哪一盏？', daysMax: 1 })
  await town.house.rooms.db.query(sql`update clocks set span = '{"hours": -1}', next_at = next_at - interval '1 year' where case_id = ${broken}::uuid and kind = 'start'`)
  await lookAt('2026-04-22 09:00')
  expect((await said(whole)).map(([kind]) => kind)).toEqual(['breached', 'breached'])
  const routines = await town.house.rooms.db.query<{ problem: string }>(sql`select last_problem as problem from routines where name = 'look at clocks'`)
  expect(routines).toEqual([{ problem: 'RangeError' }])
})
