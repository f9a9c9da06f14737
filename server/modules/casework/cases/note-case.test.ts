import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { promised } from '#server/test/promised.ts'
import { accepted, act, actOnTask, answered, closed, dispatched, note, photograph, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('noteCase')
const { wutong, lamps, power } = bodies

let town: Town
let wang: Caller
let chen: Caller
let wu: Caller
let feng: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  wu = await town.signIn(team.lamps)
  feng = await town.signIn(team.power)
})
afterAll(() => town.close())

const read = (id: string, by = chen) => by.ask('readCase', { params: { county, id } })
const startOf = async (id: string) => (await read(id)).clocks.find((clock) => clock.kind === 'start')!
const taskOf = async (id: string, body: string) => (await read(id)).tasks.find((task) => task.body.id === body)!.id

test('200: a note for colleagues stays among them, one for the resident is read by them; neither needs a version', async () => {
  const id = await accepted(wang, chen)
  const photo = await photograph(chen)
  expect((await note(chen, id, { words: '物业说下午来人。', photos: [photo] })).reply).toEqual({ version: 3 })
  expect((await note(chen, id, { words: '今天下午有人来修。', audience: 'resident' })).reply).toEqual({ version: 4 })
  expect((await read(id)).steps.slice(-2)).toMatchObject([
    { kind: 'case.noted', words: '物业说下午来人。', photos: [{ id: photo }], person: '陈静', audience: 'staff' },
    { kind: 'case.told', words: '今天下午有人来修。', audience: 'resident' },
  ])
  const { steps } = await wang.ask('readMatter', { params: { county, id } })
  expect(steps.slice(-1)).toMatchObject([{ kind: 'case.told', words: '今天下午有人来修。' }])
  expect(steps).toHaveLength(3)
})

test('200: the first note on a task says that work has begun, which taking it did not', async () => {
  const id = await dispatched(wang, chen, lamps.id, [power.id])
  await actOnTask(wu, 'takeTask', id, {})
  await note(wu, id)
  expect((await startOf(id)).endedAt).toBeNull()
  town.later({ minutes: 5 })
  const task = await taskOf(id, lamps.id)
  expect((await note(wu, id, { task })).status).toBe(200)
  const begun = town.now.toISOString()
  town.later({ minutes: 5 })
  await note(wu, id, { task })
  expect((await startOf(id)).endedAt).toBe(begun)
  expect((await read(id)).tasks.find((one) => one.id === task)?.startedAt).toBe(begun)
})

test('200: a retried send says it once and is answered, whatever was done meanwhile', async () => {
  const id = await dispatched(wang, chen, wutong.id)
  const [key, task, photo] = [uuidv7(), await taskOf(id, wutong.id), await photograph(chen)]
  for (let i = 0; i < 3; i++) expect(await note(chen, id, { task, photos: [photo] }, key)).toMatchObject({ status: 200, reply: { version: 4 } })
  await actOnTask(chen, 'takeTask', id, {})
  await actOnTask(chen, 'reportTask', id, { outcome: 'solved', words: '已修。', photos: [] })
  expect(await note(chen, id, { task, photos: [photo] }, key)).toMatchObject({ status: 200, reply: { version: 4 } })
  expect((await read(id)).steps.filter((step) => step.kind === 'case.noted')).toHaveLength(1)
})

test('409, 400: a key says one thing, in one case, by one person', async () => {
  const [one, other] = [await dispatched(wang, chen, wutong.id, [power.id]), await accepted(wang, chen)]
  const key = uuidv7()
  await note(chen, one, {}, key)
  book.no('noteCase', await note(chen, one, { words: '另一件事。' }, key), 'key_used_otherwise')
  book.no('noteCase', await note(chen, other, {}, key), 'key_used_otherwise')
  book.no('noteCase', await note(feng, one, {}, key), 'key_used_otherwise')
  book.no('noteCase', await chen.call('noteCase', { params: { county, id: one }, body: { words: '无编号', photos: [], audience: 'staff' } }), 'key_missing')
  expect((await note(wu, one, {}, key)).problem.code).toBe('not_found')
  expect((await read(other)).steps).toHaveLength(2)
})

test('403, 409: only on the body’s own task, and one that is open; only while the case is', async () => {
  const id = await dispatched(wang, chen, lamps.id, [power.id])
  book.no('noteCase', await note(feng, id, { task: await taskOf(id, lamps.id) }), 'task.not_yours')
  await actOnTask(feng, 'returnTask', id, { ground: 'not_our_duty', words: '与供电无关。' })
  book.no('noteCase', await note(feng, id, { task: await taskOf(id, power.id) }), 'task.ended')
  expect((await note(chen, id, { task: uuidv7() })).problem.code).toBe('not_found')
  expect((await note(chen, await closed(wang, chen, wutong.id))).status).toBe(200)
  book.no('noteCase', await note(chen, await answered(wang, chen, wutong.id)), 'case.not_open')
})

test('422, 409: not with the resident’s own data where they would read it, not with photos of others or of another matter', async () => {
  const id = await report(wang)
  book.no('noteCase', await note(chen, id, { words: '已电话联系王秀英。', audience: 'resident' }), 'case.personal_data_in_words')
  expect((await note(chen, id, { words: '已电话联系王秀英。' })).status).toBe(200)
  book.no('noteCase', await note(chen, id, { photos: [await photograph(wu)] }), 'photo.not_yours')
  const used = await photograph(chen)
  await note(chen, await report(wang), { photos: [used] })
  book.no('noteCase', await note(chen, id, { photos: [used] }), 'photo.used')
})

test('403, 409: for the group only where there is one, while it lives, by those in it', async () => {
  const plain = await dispatched(wang, chen, lamps.id)
  book.no('noteCase', await note(chen, plain, { group: true }), 'group.none')
  const id = await accepted(wang, chen)
  await act(chen, 'dispatchCase', id, { lead: lamps.id, assists: [power.id], mode: 'group' })
  expect((await note(wu, id, { group: true })).status).toBe(200)
  await actOnTask(feng, 'returnTask', id, { ground: 'not_our_duty', words: '与供电无关。' })
  book.no('noteCase', await note(feng, id, { group: true }), 'group.not_in_it')
  await actOnTask(wu, 'takeTask', id, {})
  await actOnTask(wu, 'reportTask', id, { outcome: 'solved', words: '已修。', photos: [] })
  await act(chen, 'closeCase', id, { outcome: 'solved' })
  book.no('noteCase', await note(wu, id, { group: true }), 'group.dissolved')
})

test('200: bodies that had the case may still add what they know', async () => {
  const id = await accepted(wang, chen)
  await act(chen, 'escalateCase', id, { type: 'urgent', cause: '线路老化', tried: '换过灯泡' })
  expect((await note(chen, id, { words: '补充：老人已摔倒一次。' })).status).toBe(200)
})

test('every refusal that the contract promises was shown', () => book.allShown())
