import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { letIn } from '#server/test/machines.ts'
import { mapping } from '#server/test/import-file.ts'
import { promised } from '#server/test/promised.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('createClient', 'withdrawClient')

let town: Town
let admin: Caller
beforeAll(async () => {
  town = await openTown()
  admin = await town.signIn(team.admin)
})
afterAll(() => town.close())

const services = (key?: string) => town.app.inject({ url: '/open311/v2/services.json', headers: key ? { authorization: `Bearer ${key}` } : {} })
const make = (body: object, key: string | undefined = uuidv7()) => admin.call('createClient', { params: { county }, body: { name: '随手拍', opens: ['open311'], ...body }, ...(key && { key }) })

describe('a program of others', () => {
  test('is let in by its key, which is shown once and kept nowhere', async () => {
    const key = uuidv7()
    const first = await make({ name: '便民通' }, key)
    expect(first.reply).toMatchObject({ id: key, key: expect.stringMatching(/^gz3_[A-Za-z0-9_-]{32}$/), hookSecret: null })
    expect((await services(first.reply.key!)).statusCode).toBe(200)
    expect((await make({ name: '便民通' }, key)).reply).toEqual({ id: key, key: null, hookSecret: null, ordersAddress: null })
    const kept = JSON.stringify(await town.house.rooms.db.query(sql`select * from clients`))
    expect(kept).not.toContain(first.reply.key!.slice(4))
    const [listed] = (await admin.ask('listClients', { params: { county } })).items
    expect(listed).toMatchObject({ name: '便民通', keyEnd: first.reply.key!.slice(-4), lastUsedAt: town.now.toISOString(), madeBy: team.admin.zh })
    expect(JSON.stringify(listed)).not.toContain(first.reply.key)
  })

  test('is unknown from the moment its key is withdrawn, and listed only where asked', async () => {
    const { id, key } = await letIn(admin, { name: '旧应用' })
    await admin.ask('withdrawClient', { params: { county, id } })
    expect((await services(key)).json()).toEqual([{ code: 403, description: expect.stringContaining('密钥') }])
    const names = async (withdrawn?: boolean) => (await admin.ask('listClients', { params: { county }, ...(withdrawn && { query: { withdrawn } }) })).items.map(({ name }) => name)
    expect(await names()).not.toContain('旧应用')
    expect(await names(true)).toContain('旧应用')
    book.no('withdrawClient', await admin.call('withdrawClient', { params: { county, id } }), 'client.over')
  })

  test('is unknown after its last day', async () => {
    const { key } = await letIn(admin, { validTo: new Date(town.now.getTime() + 3_600_000).toISOString() })
    expect((await services(key)).statusCode).toBe(200)
    town.later({ hours: 1 })
    expect((await services(key)).statusCode).toBe(403)
  })

  test('may call as often as was said, and is told when to come again', async () => {
    const { key } = await letIn(admin, { callsPerMinute: 3 })
    const statuses = []
    for (let i = 0; i < 4; i++) statuses.push((await services(key)).statusCode)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect(Number((await services(key)).headers['retry-after'])).toBeGreaterThan(0)
    town.later({ minutes: 1 })
    expect((await services(key)).statusCode).toBe(200)
  })

  test('opens no door that its key does not name', async () => {
    const { key } = await letIn(admin, { opens: ['orders'], mapping })
    expect((await services(key)).statusCode).toBe(403)
  })

  test.each(['', 'gz3_', 'gz3_short', `gz3_${'x'.repeat(32)}`, `gz4_${'x'.repeat(32)}`, `gz999999999_${'x'.repeat(32)}`, 'Bearer'])('is unknown by the key "%s"', async (key) => {
    expect((await town.app.inject({ url: `/open311/v2/services.json?api_key=${key}&jurisdiction_id=990101` })).statusCode).toBe(key === '' ? 200 : 403)
  })

  test('is not made without what it needs', async () => {
    book.no('createClient', await make({}, ''), 'key_missing')
    book.no('createClient', await make({ opens: ['orders'] }), 'client.no_mapping')
    const found = await make({ opens: ['orders'], mapping: { ...mapping, zone: 'Mars/Base' } })
    book.no('createClient', found, 'import.bad_mapping')
    const key = uuidv7()
    await make({}, key)
    book.no('createClient', await make({ name: '另一个' }, key), 'key_used_otherwise')
    book.no('createClient', await make({ hookUrl: 'https://10.0.0.8/hook' }), 'client.bad_address')
  })

  test('is nobody’s to let in who has only a part of the county', async () => {
    const secretary = await town.signIn(team.secretary)
    expect((await secretary.call('createClient', { params: { county }, key: uuidv7(), body: { name: '一', opens: ['open311'] } })).problem.code).toBe('not_allowed')
  })

  test('every promise was shown', () => book.allShown())
})
