import { once } from 'node:events'
import { connect, type AddressInfo, type Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { county, residents, team } from '#server/demo/cast.ts'
import { operations } from '#server/house.ts'
import { tell } from '#server/kernel/facts.ts'
import { httpOf } from '#server/kernel/http.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { liveOf, type Hearing, type Live } from '#server/kernel/live.ts'
import { holdsSomewhere } from '#server/kernel/reach.ts'
import { findActor } from '#server/modules/identity/find-actor.ts'
import { openStream, type OpenStream } from '#server/test/open-stream.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let app: FastifyInstance
let live: Live
let origin: string
let wang: Caller
let admin: Caller

/** A resident hears of what concerns them; of the office, whoever may change regions hears everything. */
const hearing: Hearing = async () => (fact, actor) =>
  actor.app === 'resident' ? fact.detail.person === actor.person : holdsSomewhere(actor, 'region.change', fact.county)

beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  admin = await town.signIn(team.admin)
  ;({ app, live, origin } = await open())
})
const streams: OpenStream[] = []
afterEach(() => streams.splice(0).forEach((stream) => stream.leave()))
afterAll(async () => {
  await app.close()
  await town.close()
})

/** The product on a port of its own. */
async function open(): Promise<{ app: FastifyInstance; live: Live; origin: string }> {
  const rooms = { ...town.house.rooms, live: liveOf(town.house.rooms.db, () => hearing, () => {}) }
  const served = await httpOf(rooms, operations, (kind, token) => findActor(rooms, kind, token))
  await served.listen({ host: '127.0.0.1', port: 0 })
  return { app: served, live: rooms.live, origin: `http://127.0.0.1:${(served.server.address() as AddressInfo).port}` }
}

async function listen(who: Caller, kind: 'resident' | 'office' = 'resident', headers: Record<string, string> = {}, at = origin) {
  const stream = await openStream(`${at}/api/v1/live?app=${kind}`, { cookie: who.cookie, ...headers })
  streams.push(stream)
  if (stream.status === 200) await until(stream.lastId).toMatch(/^\d+-\d+$/)
  return stream
}

async function tellOf(person: string): Promise<string> {
  const subject = uuidv7()
  await town.house.rooms.change(county, (tx) => tell(tx, { county, subject, kind: 'case.told', by: {}, at: town.now, detail: { person } }))
  live.stir()
  return subject
}

const until = <T>(seen: () => T) => expect.poll(seen, { timeout: 30_000 })
const heard = (stream: OpenStream) => stream.events.filter(({ name }) => name === 'fact').map(({ data }) => (data as { subject: string }).subject)
const names = (stream: OpenStream) => stream.events.map(({ name }) => name)

describe('GET /live', { timeout: 60_000 }, () => {
  test('200: facts within reach come as they happen, and no others', async () => {
    const stream = await listen(wang)
    expect([stream.status, stream.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/event-stream/)])
    expect([stream.headers.get('cache-control'), stream.headers.get('x-accel-buffering')]).toEqual(['no-store', 'no'])
    expect(stream.text()).toMatch(/^retry: 3000\n\nid: \d+-\d+\n:\n\n/)
    await tellOf(residents.li.person)
    const subject = await tellOf(residents.wang.person)
    await until(() => stream.events.length).toBe(1)
    expect(stream.events[0]).toEqual({
      name: 'fact', id: expect.stringMatching(/^\d+-\d+$/), data: { kind: 'case.told', county, subject, at: town.now.toISOString() },
    })
  })

  test('200: whoever reconnects with Last-Event-ID misses nothing and hears nothing twice', async () => {
    const before = await listen(wang)
    const first = await tellOf(residents.wang.person)
    await until(() => heard(before)).toEqual([first])
    before.leave()
    const missed = [await tellOf(residents.wang.person), await tellOf(residents.wang.person)]
    const after = await listen(wang, 'resident', { 'last-event-id': before.lastId() })
    const next = await tellOf(residents.wang.person)
    await until(() => heard(after)).toEqual([...missed, next])
    expect(names(after)).not.toContain('reset')
  })

  test('200: the place is known from the start, so a line that breaks before the first fact loses nothing either', async () => {
    const quiet = await listen(wang)
    quiet.leave()
    const missed = await tellOf(residents.wang.person)
    const after = await listen(wang, 'resident', { 'last-event-id': quiet.lastId() })
    await until(() => heard(after)).toEqual([missed])
  })

  test.each(['nonsense', '99999999999999-1'])('200: a place that this feed does not have is a reset (%s)', async (place) => {
    const stream = await listen(wang, 'resident', { 'last-event-id': place })
    expect(names(stream)).toEqual(['reset'])
    const subject = await tellOf(residents.wang.person)
    await until(() => heard(stream)).toEqual([subject])
  })

  test('200: signing out ends it with "end", and other sessions of the person go on', async () => {
    const here = await town.signIn(residents.zhang)
    const elsewhere = await town.signIn(residents.zhang)
    const [one, other] = [await listen(here), await listen(elsewhere)]
    await here.ask('signOut')
    await until(() => names(one)).toEqual(['end'])
    await until(one.hasEnded).toBe(true)
    const subject = await tellOf(residents.zhang.person)
    await until(() => heard(other)).toEqual([subject])
    expect(other.hasEnded()).toBe(false)
  })

  test('200: what is granted and withdrawn while they listen, they hear and no longer hear', async () => {
    const clerk = await town.signIn(team.clerk)
    const [stream, witness] = [await listen(clerk, 'office'), await listen(admin, 'office')]
    const hears = async () => {
      const subject = await tellOf(residents.wang.person)
      await until(() => heard(witness)).toContain(subject)
      await new Promise((resolve) => setTimeout(resolve, 200)) // the other line may be slower
      return heard(stream).includes(subject)
    }
    const untilHears = (expected: boolean) => expect.poll(hears, { timeout: 30_000, interval: 100 }).toBe(expected)
    await untilHears(false)
    const body = { post: team.clerk.post, action: 'region.change', region: 11, mayDelegate: false, reportAfterwards: false, reason: '区划调整期间' }
    const { id } = await admin.ask('giveGrant', { params: { county }, key: uuidv7(), body })
    await untilHears(true)
    await admin.ask('withdrawGrant', { params: { county, id }, body: { reason: '已完成' } })
    await untilHears(false)
    expect([stream.hasEnded(), names(stream)]).toEqual([false, names(stream).filter((name) => name === 'fact')])
  })

  test('200: whoever loses their last post is told "end"', async () => {
    const [stream, other] = [await listen(await town.signIn(team.power), 'office'), await listen(admin, 'office')]
    await admin.ask('leavePost', { params: { county, id: team.power.post, person: team.power.person } })
    await until(() => names(stream)).toEqual(['end'])
    expect(other.hasEnded()).toBe(false)
  })

  test('200: of more than twenty streams of one person the oldest ends', async () => {
    const li = await town.signIn(residents.li)
    const all: OpenStream[] = []
    for (let i = 0; i < 21; i++) all.push(await listen(li))
    await until(() => names(all[0]!)).toEqual(['end'])
    const subject = await tellOf(residents.li.person)
    await until(() => heard(all.at(-1)!)).toEqual([subject])
    expect(all.slice(1).some((stream) => stream.hasEnded())).toBe(false)
  })

  test('200: a reader who takes nothing costs little memory, and is told to read again once they do', async () => {
    const { socket, text } = await openSocket()
    socket.pause()
    await town.house.rooms.db.run(`
      insert into facts (county, subject, kind, at, detail)
      select ${county}, gen_random_uuid(), 'case.told', now(), '{"person": "${residents.wang.person}"}' from generate_series(1, 30000)`)
    live.stir()
    const witness = await listen(wang)
    const last = await tellOf(residents.wang.person)
    await until(() => heard(witness)).toContain(last)
    socket.resume()
    await until(text).toContain('event: reset')
    // Five megabytes were told in one breath; what a socket takes by itself came, the rest was not kept for them.
    expect(text().split('event: fact').length).toBeLessThan(30_000)
    const next = await tellOf(residents.wang.person)
    await until(text).toContain(next)
    socket.destroy()
  })

  test('closing the house ends every stream without "end", so that readers come back, and waits for none', async () => {
    const other = await open()
    const stream = await listen(wang, 'resident', {}, other.origin)
    const silent = connect(Number(new URL(other.origin).port), '127.0.0.1') // as browsers open them ahead of need
    await once(silent, 'connect')
    const began = Date.now()
    await other.app.close()
    expect(Date.now() - began).toBeLessThan(3_000)
    await until(stream.hasEnded).toBe(true)
    expect(names(stream)).toEqual([])
  })

  test('401: without a session of the app that is named', async () => {
    const { status } = await listen(town.nobody)
    expect(status).toBe(401)
    expect((await listen(wang, 'office')).status).toBe(401)
  })

  test('400: an app that there is not', async () => {
    expect((await listen(wang, 'else' as 'office')).status).toBe(400)
  })
})

/** The stream over a bare socket, whose reader can stop reading. */
async function openSocket(): Promise<{ socket: Socket; text: () => string }> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  await once(socket, 'connect')
  let text = ''
  socket.setEncoding('utf8').on('data', (part: string) => (text += part))
  socket.write(`GET /api/v1/live?app=resident HTTP/1.1\r\nhost: ${new URL(origin).host}\r\ncookie: ${wang.cookie}\r\n\r\n`)
  await until(() => text).toContain('id: ')
  return { socket, text: () => text }
}
