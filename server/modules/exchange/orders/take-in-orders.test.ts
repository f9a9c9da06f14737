import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Mapping } from '#contract/imports.ts'
import { bodies, county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { csvOf, mapping, row } from '#server/test/import-file.ts'
import { takenIn } from '#server/test/imports.ts'
import { letIn, signedBy } from '#server/test/machines.ts'
import { allRows } from '#server/test/rows.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const { answer: _, ...fields } = mapping.fields
const ofOrders: Mapping = { ...mapping, format: 'jsonl', fields, source: 'city-12345' }

let town: Town
let admin: Caller
let centre: Caller
let key: string
beforeAll(async () => {
  town = await openTown()
  admin = await town.signIn(team.admin)
  centre = await town.signIn(team.centre)
  key = (await letIn(admin, { name: '市 12345', opens: ['orders'], mapping: ofOrders })).key
})
afterAll(() => town.close())

const order = (no: string, more = {}) => ({ no, time: '2026-11-16 09:30:00', text: `第 ${no} 号工单：路灯不亮`, who: 'U1', district: '梧桐', ...more })
async function send(body: unknown, headers: Record<string, string> = { authorization: `Bearer ${key}` }, where = county) {
  const answer = await town.app.inject({ method: 'POST', url: `/api/v1/counties/${where}/orders`, headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify(body) })
  return { status: answer.statusCode, reply: answer.json(), code: answer.json().code as string | undefined }
}

describe('an order of another platform', () => {
  test('comes in by its program’s mapping, is a new case at the right desk, and is told its number', async () => {
    const { status, reply } = await send(order('A-1'))
    expect([status, reply.items]).toEqual([200, [{ sourceId: 'A-1', number: expect.stringMatching(/^2026-/), case: expect.any(String), before: false, faults: [] }]])
    const seen = await (await town.signIn(team.secretary)).ask('readCase', { params: { county, id: reply.items[0].case } })
    expect(seen).toMatchObject({
      state: 'received', desk: { id: bodies.wutong.id }, receivedAt: town.now.toISOString(), number: reply.items[0].number,
      appeals: [{ channel: 'platform', words: '第 A-1 号工单：路灯不亮', onBehalfOf: { value: 'U*' } }],
    })
    expect(seen.may.askBack).toBeNull()
    expect(seen.clocks.map(({ kind }) => kind)).toContain('reply')
  })

  test('sent again, in a batch or alone, is the same case', async () => {
    const [first, second] = [(await send(order('A-2'))).reply.items[0], (await send([order('A-2', { text: '改了' }), order('A-3')])).reply.items]
    expect(second[0]).toEqual({ ...first, before: true })
    expect(second[1]).toMatchObject({ sourceId: 'A-3', before: false })
    const twice = (await send([order('A-4'), order('A-4')])).reply.items
    expect(twice[1]).toEqual({ ...twice[0], before: true })
  })

  test('that a file brought before is known', async () => {
    await takenIn(town, centre, csvOf([row('F-1')]), { ...mapping, source: 'city-12345' })
    expect((await send(order('F-1'))).reply.items[0]).toMatchObject({ before: true, number: expect.stringMatching(/^2026-/) })
  })

  test('sent by ten at once is one case', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(order('A-5'))))
    expect(new Set(answers.map(({ reply }) => reply.items[0].number)).size).toBe(1)
    expect(answers.filter(({ reply }) => !reply.items[0].before)).toHaveLength(1)
    const [counted] = await town.house.rooms.db.query<{ n: number }>(sql`select count(*) as n from appeals where words like '第 A-5 号%'`)
    expect(counted!.n).toBe(1)
  })

  test('of a batch the good come in and the bad are named', async () => {
    const { status, reply } = await send([order('B-1'), order('B-2', { time: 'soon' }), { text: '没有编号' }])
    expect(status).toBe(200)
    expect(reply.items).toMatchObject([
      { sourceId: 'B-1', faults: [] },
      { sourceId: 'B-2', number: null, faults: [{ code: 'time_unreadable', column: 'time' }] },
      { sourceId: null, faults: expect.arrayContaining([{ code: 'missing', column: 'no' }]) },
    ])
  })
})

describe('nothing is changed by', () => {
  test.each<[string, () => ReturnType<typeof send>, number, string]>([
    ['a bad order', () => send(order('C-1', { time: 'soon' })), 400, 'bad_input'],
    ['a text', () => send('order'), 400, 'bad_input'],
    ['a list of texts', () => send(['order']), 400, 'bad_input'],
    ['too many orders', () => send(Array.from({ length: 101 }, (__, i) => order(`D-${i}`))), 413, 'too_large'],
    ['no key', () => send(order('C-2'), {}), 401, 'client.unknown'],
    ['a wrong key', () => send(order('C-3'), { authorization: `Bearer gz3_${'x'.repeat(32)}` }), 401, 'client.unknown'],
    ['a key for another door', async () => send(order('C-4'), { authorization: `Bearer ${(await letIn(admin)).key}` }), 403, 'client.other_door'],
    ['a key of another county', () => send(order('C-5'), undefined, 4), 403, 'client.other_door'],
    ['a mapping that leads nowhere', async () => {
      const lost = await letIn(admin, { opens: ['orders'], mapping: { ...ofOrders, unknown: { place: '110101', category: 'not_sorted' } } })
      return send(order('C-6'), { authorization: `Bearer ${lost.key}` })
    }, 422, 'import.bad_mapping'],
    ['too many calls', async () => {
      const few = await letIn(admin, { opens: ['orders'], mapping: ofOrders, callsPerMinute: 1 })
      await send(order('A-1'), { authorization: `Bearer ${few.key}` })
      return send(order('C-7'), { authorization: `Bearer ${few.key}` })
    }, 429, 'client.too_many'],
  ])('%s', async (__, sending, status, code) => {
    const before = await allRows(town)
    expect(await sending()).toMatchObject({ status, code })
    const after = await allRows(town)
    for (const table of ['cases', 'appeals', 'imported', 'client_cases']) expect(after[table], table).toEqual(before[table])
  })
})

describe('orders by a signed webhook', () => {
  let signing: Awaited<ReturnType<typeof letIn>>
  beforeAll(async () => {
    signing = await letIn(admin, { name: '省政务平台', opens: ['orders'], mapping: { ...ofOrders, source: 'province' } })
  })
  async function hook(payload: unknown, { type = 'application/json', secret = signing.hookSecret!, at = town.now, to = signing.ordersAddress!, headers = {} as Record<string, string> } = {}) {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload)
    const answer = await town.app.inject({ method: 'POST', url: new URL(to).pathname, headers: { 'content-type': type, ...signedBy(secret, body, at), ...headers }, payload: body })
    return { status: answer.statusCode, code: answer.json().code as string | undefined, items: answer.json().items }
  }
  const event = (no: string) => ({ specversion: '1.0', id: uuidv7(), source: '/province', type: 'cn.example.order', data: order(no) })

  test('come in as plain JSON and as CloudEvents, one, a batch, or with their attributes as headers; the same order is one case', async () => {
    const plain = await hook(order('W-1'))
    expect(plain).toMatchObject({ status: 200, items: [{ sourceId: 'W-1', before: false, number: expect.stringMatching(/^2026-/) }] })
    expect((await hook(event('W-1'), { type: 'application/cloudevents+json; charset=utf-8' })).items).toEqual([{ ...plain.items[0], before: true }])
    const batch = await hook([event('W-2'), { ...event('W-3'), data: order('W-3', { time: 'soon' }) }], { type: 'application/cloudevents-batch+json' })
    expect(batch.items).toMatchObject([{ sourceId: 'W-2', before: false }, { sourceId: 'W-3', number: null, faults: [{ code: 'time_unreadable', column: 'time' }] }])
    expect((await hook(order('W-4'), { headers: { 'ce-specversion': '1.0', 'ce-id': 'x', 'ce-type': 'order', 'ce-source': '/province' } })).items).toMatchObject([{ sourceId: 'W-4', before: false }])
    expect((await send(order('W-1'), { authorization: `Bearer ${signing.key}` })).reply.items[0], 'by the key too').toEqual({ ...plain.items[0], before: true })
  })

  test.each<[string, () => ReturnType<typeof hook>, number, string]>([
    ['a wrong secret', () => hook(order('W-9'), { secret: `whsec_${Buffer.alloc(32).toString('base64')}` }), 401, 'signature.wrong'],
    ['an old signature', () => hook(order('W-9'), { at: new Date(town.now.getTime() - 600_000) }), 401, 'signature.old'],
    ['a program that is not there', () => hook(order('W-9'), { to: signing.ordersAddress!.replace(signing.id, uuidv7()) }), 401, 'signature.wrong'],
    ['no JSON', () => hook('路灯不亮'), 400, 'event.bad'],
    ['an event of another version', () => hook({ ...event('W-9'), specversion: '2.0' }, { type: 'application/cloudevents+json' }), 400, 'event.bad'],
    ['a text as its data', () => hook({ ...event('W-9'), data: '路灯不亮' }, { type: 'application/cloudevents+json' }), 400, 'bad_input'],
    ['a bad order', () => hook(order('W-9', { time: 'soon' })), 400, 'bad_input'],
    ['too many orders', () => hook(Array.from({ length: 101 }, (__, i) => order(`W-${i}`))), 413, 'too_large'],
    ['a program without that door', async () => {
      const other = await letIn(admin, { hookUrl: 'https://hooks.invalid/gongzhi' })
      return hook(order('W-9'), { secret: other.hookSecret!, to: signing.ordersAddress!.replace(signing.id, other.id) })
    }, 403, 'client.other_door'],
    ['too many calls', async () => {
      const few = await letIn(admin, { opens: ['orders'], mapping: ofOrders, callsPerMinute: 1 })
      await hook(order('A-1'), { secret: few.hookSecret!, to: few.ordersAddress! })
      return hook(order('W-9'), { secret: few.hookSecret!, to: few.ordersAddress! })
    }, 429, 'client.too_many'],
    ['a program that was withdrawn', async () => {
      const gone = await letIn(admin, { opens: ['orders'], mapping: ofOrders })
      await admin.ask('withdrawClient', { params: { county, id: gone.id } })
      return hook(order('W-9'), { secret: gone.hookSecret!, to: gone.ordersAddress! })
    }, 401, 'signature.wrong'],
  ])('change nothing with %s', async (__, sending, status, code) => {
    const before = await allRows(town)
    expect(await sending()).toMatchObject({ status, code })
    const after = await allRows(town)
    for (const table of ['cases', 'appeals', 'imported', 'client_cases']) expect(after[table], table).toEqual(before[table])
  })
})

test('an order’s program is told apart from others of the same source id', async () => {
  const other = await letIn(admin, { opens: ['orders'], mapping: { ...ofOrders, source: `other-${uuidv7().slice(0, 8)}` } })
  const [one, two] = [await send(order('E-1')), await send(order('E-1'), { authorization: `Bearer ${other.key}` })]
  expect(two.reply.items[0].before).toBe(false)
  expect(two.reply.items[0].number).not.toBe(one.reply.items[0].number)
})
