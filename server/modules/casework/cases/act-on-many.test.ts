import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act, dispatched, report, type BodyOf } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let zhang: Caller
let chen: Caller
let liu: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  zhang = await town.signIn(residents.zhang)
  chen = await town.signIn(team.secretary)
  liu = await town.signIn(team.member)
})
afterAll(() => town.close())

const many = async (by: Caller, body: BodyOf<'actOnMany'>) => (await by.ask('actOnMany', { body })).results
const read = (id: string) => chen.ask('readCase', { params: { county, id } })

test('200: each case by itself: what can be accepted is, what can’t says why, and nothing stops the others', async () => {
  const [first, second] = [await report(wang), await report(wang)]
  const [done, elsewhere, nowhere] = [await accepted(wang, chen), await report(zhang, { place: { village: 111 } }), uuidv7()]
  const stale = await report(wang)
  await chen.ask('noteCase', { params: { county, id: stale }, key: uuidv7(), body: { words: '看过。', photos: [], audience: 'staff' } })
  const results = await many(chen, {
    act: 'accept',
    cases: [
      { id: first, version: 1 }, { id: done, version: 2 }, { id: elsewhere, version: 1 }, { id: stale, version: 1 },
      { id: nowhere, version: 1 }, { id: first, version: 1 }, { id: second, version: 1 },
    ],
  })
  expect(results).toEqual([
    { id: first, refused: null, version: 2 },
    { id: done, refused: 'case.not_received', version: null },
    { id: elsewhere, refused: 'not_found', version: null },
    { id: stale, refused: 'changed_meanwhile', version: null },
    { id: nowhere, refused: 'not_found', version: null },
    { id: first, refused: 'changed_meanwhile', version: null },
    { id: second, refused: null, version: 2 },
  ])
  expect([(await read(first)).state, (await read(second)).state, (await read(stale)).state]).toEqual(['accepted', 'accepted', 'received'])
})

test('200: tasks are taken, or given to a handler of the body', async () => {
  const own = [await dispatched(wang, chen, bodies.wutong.id), await dispatched(wang, chen, bodies.wutong.id)]
  const tasks = await Promise.all(own.map(async (id) => (await read(id)).tasks[0]!.id))
  const rows = own.map((id, i) => ({ id, version: 3, task: tasks[i] }))
  expect(await many(liu, { act: 'take', cases: [rows[0]!, { id: own[1]!, version: 3 }] })).toEqual([
    { id: own[0], refused: null, version: 4 }, { id: own[1], refused: 'not_found', version: null },
  ])
  const again = [{ ...rows[0]!, version: 4 }, rows[1]!]
  const assign = (by: Caller, person?: string) => many(by, { act: 'assign', cases: again, ...(person && { person }) })
  for (const nobody of [team.lamps.person, undefined]) {
    expect((await assign(chen, nobody)).map((one) => one.refused)).toEqual(['task.handler_not_in_body', 'task.handler_not_in_body'])
  }
  expect((await assign(liu, team.member.person)).map((one) => one.refused)).toEqual(['not_allowed', 'not_allowed'])
  expect((await assign(chen, team.member.person)).map((one) => one.version)).toEqual([5, 4])
  expect((await read(own[1]!)).tasks[0]).toMatchObject({ state: 'taken', handler: { name: '刘洋' } })
})

test('400: none, too many, or an act that is not for many', async () => {
  const row = { id: uuidv7(), version: 1 }
  for (const body of [{ act: 'accept', cases: [] }, { act: 'accept', cases: Array.from({ length: 101 }, () => row) }, { act: 'close', cases: [row] }]) {
    expect((await chen.call('actOnMany', { body })).problem.code).toBe('bad_input')
  }
})

test('403: only staff who may read cases', async () => {
  const admin = await town.signIn(team.admin)
  expect((await admin.call('actOnMany', { body: { act: 'accept', cases: [{ id: uuidv7(), version: 1 }] } })).problem.code).toBe('not_allowed')
  const id = await report(wang)
  expect((await act(chen, 'acceptCase', id, {})).status).toBe(200)
})
