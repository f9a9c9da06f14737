import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, actOnTask } from '#server/test/steps.ts'
import { callerOn, openTown, type Caller, type Town } from '#server/test/town.ts'
import { allRows } from '#server/test/rows.ts'

let town: Town
let chen: Caller
let nobody: Caller
beforeAll(async () => {
  town = await openTown()
  chen = await town.signIn(team.secretary)
  nobody = callerOn(town.app, 'resident', '')
})
afterAll(() => town.close())

const body = { words: '某商铺夜间偷排油污到雨水井。', category: 'environment', place: { region: 101 } } as const
const submit = (key = uuidv7(), more = {}) => nobody.call('submitTipOff', { params: { county }, key, body: { ...body, ...more } })

test('200: nobody is asked who they are; the code opens its steps, takes words and a verdict, and staff never see it', async () => {
  const { code, number, desk } = (await submit()).reply
  expect(desk.zh).toBe(bodies.wutong.zh)
  const { items } = await chen.ask('listCases', { query: { list: 'intake' } })
  const { id } = items.find((one) => one.number === number)!
  const seen = await chen.ask('readCase', { params: { county, id } })
  expect(seen.appeals).toMatchObject([{ channel: 'tip_off', name: null, phone: null, address: null, onBehalfOf: null }])
  expect(JSON.stringify(seen)).not.toContain(code)
  await act(chen, 'acceptCase', id, { words: '已收到。' })
  await act(chen, 'askBack', id, { words: '请问哪家商铺？', daysMax: 5 })
  const asked = await nobody.ask('readTipOff', { body: { code: code.toLowerCase().replaceAll('-', ' ') } })
  expect(asked).toMatchObject({ number, mine: true, state: 'asked' })
  expect((await nobody.call('addToTipOff', { body: { code, words: '南门第二家。' } })).status).toBe(200)
  expect((await nobody.call('rateTipOff', { body: { code, contacted: false, solved: 'yes', satisfied: 4 } })).problem.code).toBe('case.not_answered')
  await act(chen, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [] })
  await actOnTask(chen, 'takeTask', id, {})
  await actOnTask(chen, 'reportTask', id, { outcome: 'solved', words: '已查处。', photos: [] })
  await act(chen, 'closeCase', id, { outcome: 'solved' })
  await act(chen, 'answerCase', id, { words: '已责令整改。', photos: [] })
  expect((await nobody.ask('readTipOff', { body: { code } })).steps.at(-1)).toMatchObject({ kind: 'case.answered', words: '已责令整改。' })
  expect((await nobody.call('rateTipOff', { body: { code, contacted: false, solved: 'yes', satisfied: 4 } })).status).toBe(200)
  expect((await chen.ask('readCase', { params: { county, id } })).rating).toMatchObject({ solved: 'yes' })
  expect((await nobody.call('addToTipOff', { body: { code, words: '再说一句。' } })).problem.code).toBe('case.not_open')
})

test('200: a retried send is one tip-off with the same code; staff who know its words can’t have the code', async () => {
  const key = uuidv7()
  const [first, again] = [(await submit(key)).reply, (await submit(key)).reply]
  expect(again).toEqual(first)
  expect((await submit(key, { words: '别的。' })).problem.code).toBe('key_used_otherwise')
  const { items } = await chen.ask('listCases', { query: { list: 'intake' } })
  const seen = await chen.ask('readCase', { params: { county, id: items.find((one) => one.number === first.number)!.id } })
  expect((await submit(seen.appeals[0]!.id)).reply.code).not.toBe(first.code)
})

test('404: no such code · 422 places and categories that are none · nothing is changed', async () => {
  const before = await allRows(town)
  expect((await nobody.call('readTipOff', { body: { code: 'AAAA-BBBB-CCCC' } })).problem.code).toBe('tip_off.no_such_code')
  expect((await nobody.call('addToTipOff', { body: { code: 'AAAA-BBBB-CCCC', words: '?' } })).problem.code).toBe('tip_off.no_such_code')
  expect((await nobody.call('rateTipOff', { body: { code: 'AAAA-BBBB-CCCC', contacted: true, solved: 'no', satisfied: 1 } })).problem.code).toBe('tip_off.no_such_code')
  expect((await submit(uuidv7(), { category: 'none' })).problem.code).toBe('category.not_found')
  expect((await submit(uuidv7(), { place: {} })).problem.code).toBe('place.missing')
  expect((await submit(uuidv7(), { place: { region: 999_999 } })).problem.code).toBe('place.outside')
  expect((await nobody.call('submitTipOff', { params: { county }, body })).problem.code).toBe('key_missing')
  const after = await allRows(town)
  expect({ ...after, limits: 0 }).toEqual({ ...before, limits: 0 })
})

test('429: an address that guesses codes, or sends too many, must wait', async () => {
  const read = () => nobody.call('readTipOff', { body: { code: 'AAAA-BBBB-CCCC' } })
  let told = await read()
  for (let n = 0; n < 20 && told.status !== 429; n++) told = await read()
  expect([told.status, told.problem.code]).toEqual([429, 'too_many_requests'])
  let sent = await submit()
  for (let n = 0; n < 10 && sent.status !== 429; n++) sent = await submit()
  expect(sent.problem.code).toBe('too_many_requests')
  town.later({ hours: 2 })
  expect((await submit()).status).toBe(200)
})
