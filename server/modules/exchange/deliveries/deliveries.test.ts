import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { hookReceiver } from '#server/test/hook-receiver.ts'
import { letIn } from '#server/test/machines.ts'
import { geoReport } from '#server/test/open311-client.ts'
import { promised } from '#server/test/promised.ts'
import { act } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { triesMax } from './delivery.ts'

const book = promised('sendAgain')
let town: Town
let admin: Caller
let secretary: Caller
let receiver: Awaited<ReturnType<typeof hookReceiver>>
let program: Awaited<ReturnType<typeof letIn>>
beforeAll(async () => {
  receiver = await hookReceiver()
  town = await openTown(undefined, { env: { HOOK_HOSTS: receiver.host } })
  admin = await town.signIn(team.admin)
  secretary = await town.signIn(team.secretary)
  program = await letIn(admin, { hookUrl: receiver.url })
})
afterAll(async () => {
  await town.close()
  await receiver.close()
})
afterEach(() => {
  receiver.received.length = 0
  receiver.statuses.length = 0
})

const reported = async (key = program.key) => {
  const { token } = await geoReport(town.app, 'json', undefined, key).post({ service_code: 'lighting', lat: '29.985', long: '118.028', description: '路灯不亮' })
  const { items } = await secretary.ask('listCases', { params: { county }, query: { list: 'intake', limit: 100 } })
  return { token: token!, id: items.toSorted((a, b) => (a.number < b.number ? 1 : -1))[0]!.id }
}
const deliveries = async (givenUp?: boolean) => (await admin.ask('listDeliveries', { params: { county }, query: { limit: 100, ...(givenUp && { givenUp }) } })).items
/** Lets the worker look, and waits for what it sends beside its round. */
const until = async (is: () => Promise<boolean>) => {
  for (let i = 0; i < 100; i++) {
    town.later({ minutes: 1 / 60 })
    await town.settle()
    if (await is()) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it never came to that')
}
const arrived = (n: number) => until(async () => receiver.received.length >= n && (await deliveries()).every(({ state }) => state !== 'waiting'))

describe('a program’s own case', () => {
  test('is told of as it goes, signed, once for each step', async () => {
    const { id } = await reported()
    await act(secretary, 'acceptCase', id, {})
    await arrived(1)
    await act(secretary, 'dispatchCase', id, { lead: (await secretary.ask('readCase', { params: { county, id } })).desk.id, assists: [], instruction: '请查看。' })
    await arrived(2)
    expect(receiver.received.map(({ event }) => [event.type, event.subject, event.data.state])).toEqual([
      ['gongzhi.case.accepted', id, 'accepted'], ['gongzhi.case.dispatched', id, 'dispatched'],
    ])
    const [first] = receiver.received
    expect(first!.headers['content-type']).toMatch(/^application\/cloudevents\+json/)
    expect(first!.headers['webhook-id']).toBe(first!.event.id)
    expect(receiver.isSigned(first!, program.hookSecret!)).toBe(true)
    expect(receiver.isSigned(first!, `whsec_${Buffer.alloc(32).toString('base64')}`)).toBe(false)
    expect(first!.body).not.toContain('路灯不亮')
    expect(await deliveries()).toMatchObject([{ state: 'delivered', status: 200, tries: 1 }, { state: 'delivered', status: 200, tries: 1 }])
  })

  test('is told of to nobody else', async () => {
    const other = await letIn(admin, { name: '没有推送地址' })
    const { id } = await reported(other.key)
    await act(secretary, 'acceptCase', id, {})
    await town.settle()
    expect((await deliveries()).map((one) => one.case)).not.toContain(id)
  })

  test('is told again where the receiver failed, later and later, and a redirect is not followed', async () => {
    const { id } = await reported()
    receiver.statuses.push(500, 302)
    await act(secretary, 'acceptCase', id, {})
    await until(async () => receiver.received.length === 1 && (await deliveries())[0]!.status === 500)
    const [waiting] = await deliveries()
    expect(waiting).toMatchObject({ state: 'waiting', problem: 'status', tries: 1 })
    expect(new Date(waiting!.nextAt!).getTime()).toBeGreaterThan(town.now.getTime() + 5_000)
    await until(async () => (await deliveries())[0]!.status === 302)
    await until(async () => (await deliveries())[0]!.state === 'delivered')
    expect(new Set(receiver.received.map(({ event }) => event.id)).size, 'the same id, so that the receiver can tell').toBe(1)
    expect(receiver.received).toHaveLength(3)
  })

  test('that could not be told is given up in the end, listed, and sent again by hand', async () => {
    const { id } = await reported()
    receiver.statuses.push(...Array.from({ length: triesMax }, () => 503))
    await act(secretary, 'declineCase', id, { ground: 'no_facts', words: '现场核实，路灯正常。' })
    await until(async () => {
      town.later({ hours: 7 })
      return (await town.house.rooms.db.query(sql`select 1 from deliveries where given_up_at is not null`)).length === 1
    })
    admin = await town.signIn(team.admin) // two days have gone by
    secretary = await town.signIn(team.secretary)
    const [given] = await deliveries(true)
    expect(given).toMatchObject({ state: 'given_up', case: id, tries: triesMax, status: 503, nextAt: null })
    await admin.ask('sendAgain', { params: { county, id: given!.id } })
    book.no('sendAgain', await admin.call('sendAgain', { params: { county, id: given!.id } }), 'delivery.not_given_up')
    await until(async () => (await deliveries(true)).length === 0 && (await deliveries())[0]!.state === 'delivered')
    expect((await admin.call('sendAgain', { params: { county, id: uuidv7() } })).problem.code).toBe('not_found')
  })

  test('is given up at once where the receiver says that its address is gone; all are sent again with one touch', async () => {
    const ids = [(await reported()).id, (await reported()).id]
    receiver.statuses.push(410, 410)
    for (const id of ids) await act(secretary, 'acceptCase', id, {})
    await until(async () => (await deliveries(true)).length === 2)
    expect(await deliveries(true)).toMatchObject([{ state: 'given_up', status: 410, tries: 1 }, { state: 'given_up', status: 410, tries: 1 }])
    receiver.received.length = 0
    expect(await admin.ask('sendAllAgain', { params: { county } })).toEqual({ count: 2 })
    await arrived(2)
    expect(receiver.received.map(({ event }) => event.subject).toSorted()).toEqual(ids.toSorted())
    expect(await deliveries(true)).toEqual([])
    expect(await admin.ask('sendAllAgain', { params: { county } })).toEqual({ count: 0 })
  })

  test('carries a sequence by which what came late is put in order', async () => {
    const { id } = await reported()
    await act(secretary, 'acceptCase', id, {})
    await arrived(1)
    await act(secretary, 'escalateCase', id, { type: 'beyond_means', cause: '需上级协调。', tried: '已现场查看。' } as never)
    await arrived(2)
    const [first, second] = receiver.received.map(({ event }) => (event as unknown as { sequence: string }).sequence)
    expect([first, second].every((one) => /^\d{20}$/.test(one!))).toBe(true)
    expect(first! < second!).toBe(true)
  })

  test('is told of no more once the program’s key is withdrawn', async () => {
    const gone = await letIn(admin, { name: '停用的', hookUrl: receiver.url })
    const { id } = await reported(gone.key)
    await admin.ask('withdrawClient', { params: { county, id: gone.id } })
    await act(secretary, 'acceptCase', id, {})
    await town.settle()
    expect((await deliveries()).map((one) => one.case)).not.toContain(id)
  })

  test('every promise was shown', () => book.allShown())
})
