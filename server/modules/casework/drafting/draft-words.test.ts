import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { modelServer } from '#server/test/model-server.ts'
import { promised } from '#server/test/promised.ts'
import { actOnTask, dispatched, note, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('draftWords')

let model: Awaited<ReturnType<typeof modelServer>>
let town: Town
let plain: Town
let wang: Caller
let chen: Caller
let id: string
beforeAll(async () => {
  model = await modelServer()
  town = await openTown(undefined, { env: { DRAFTING_URL: model.url, DRAFTING_KEY: 'k-1', DRAFTING_MODEL: 'local' } })
  plain = await openTown()
  ;[wang, chen] = await Promise.all([town.signIn(residents.wang), town.signIn(team.secretary)])
  id = await dispatched(wang, chen, bodies.wutong.id)
  await actOnTask(chen, 'takeTask', id, {})
  await note(chen, id, { words: '内部：王秀英情绪激动，电话 13900000001。' })
  await actOnTask(chen, 'reportTask', id, { outcome: 'solved', words: '已上门告知王秀英，换了灯泡。', photos: [] })
})
afterAll(async () => {
  await town.close()
  await plain.close()
  await model.close()
})

const draft = (on: string, by = chen, kind: 'reply' | 'summary' = 'reply') => by.call('draftWords', { params: { county, id: on }, body: { kind } })

test('200: a draft comes back, and nothing is sent or kept', async () => {
  const before = await chen.ask('readCase', { params: { county, id } })
  const { status, reply } = await draft(id)
  expect([status, reply.words]).toEqual([200, '您反映的路灯已经修好。'])
  expect(await chen.ask('readCase', { params: { county, id } })).toEqual(before)
})

test('200: what goes there names nobody, holds no note of the staff, and is signed in with the operator’s key', async () => {
  const { reply } = await draft(id, chen, 'summary')
  const { path, headers, body } = model.asked.at(-1)!
  expect([path, headers.authorization, body.model]).toEqual(['/v1/chat/completions', 'Bearer k-1', 'local'])
  const said = JSON.stringify(body)
  for (const hidden of ['王秀英', '13900000001', '情绪激动', '陈静']) expect(said).not.toContain(hidden)
  expect(said).toContain('换了灯泡')
  expect(reply.masked).toBeGreaterThan(0)
})

test('503: no answer, a bad one, or an empty one', async () => {
  for (const answer of [{ status: 500, body: '' }, { status: 200, body: 'no JSON' }, { status: 200, body: '{"choices":[]}' }, { status: 200, body: '{"choices":[{"message":{"content":" "}}]}' }]) {
    model.answers.push(answer)
    book.no('draftWords', await draft(id), 'drafting.failed')
  }
})

test('409: off, unless the operator set a model', async () => {
  const other = await plain.signIn(team.secretary)
  book.no('draftWords', await draft(await report(await plain.signIn(residents.wang)), other), 'drafting.off')
  expect((await plain.nobody.ask('readSettings')).drafting).toBe(false)
  expect((await town.nobody.ask('readSettings')).drafting).toBe(true)
})

test('404: of a case that is not within reach', async () => {
  expect((await draft(id, await town.signIn(team.dukou))).problem.code).toBe('not_found')
})

test('429: not more than sixty an hour', async () => {
  const refused = []
  for (let i = 0; i < 62; i++) refused.push(await draft(id))
  book.no('draftWords', refused.at(-1)!, 'too_many_requests')
})

test('every promised refusal was seen', () => book.allShown())
