import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { addRule, addSource, signedBy } from '#server/test/machines.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { promised } from '#server/test/promised.ts'
import { allRows } from '#server/test/rows.ts'
import { act, actOnTask } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('createSignalSource', 'withdrawSignalSource', 'createSignalRule', 'endSignalRule')
const type = 'cn.example.water.high'

let town: Town
let admin: Caller
let centre: Caller
let secretary: Caller
let source: Awaited<ReturnType<typeof addSource>>
beforeAll(async () => {
  town = await openTown()
  admin = await town.signIn(team.admin)
  centre = await town.signIn(team.centre)
  secretary = await town.signIn(team.secretary)
  source = await addSource(admin, { region: 101 })
})
afterAll(() => town.close())

const event = (change: object = {}) => ({ specversion: '1.0', id: uuidv7(), source: '/sensors/7', type, subject: uuidv7(), time: town.now.toISOString(), data: { level: 3.2, severity: 4 }, ...change })
async function send(body: unknown, { to = source, at = town.now, headers = {}, contentType = Array.isArray(body) ? 'application/cloudevents-batch+json' : 'application/cloudevents+json' } = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return await town.app.inject({ method: 'POST', url: new URL(to.address).pathname, headers: { 'content-type': contentType, ...signedBy(to.secret, text, at), ...headers }, payload: text })
}
const signals = async () => (await centre.ask('listSignals', { params: { county }, query: { limit: 100 } })).items
const signalOf = async (subject: string) => (await signals()).filter((one) => one.subject === subject)

describe('a signal', () => {
  test('comes in once, whatever the mode, and its repeats are counted on it', async () => {
    const first = event()
    expect((await send(first)).json()).toEqual({ taken: 1, before: 0 })
    expect((await send(first)).json()).toEqual({ taken: 0, before: 1 })
    town.later({ minutes: 10 })
    const again = event({ subject: first.subject, data: { level: 3.6, severity: 2 } })
    expect((await send([first, again])).json()).toEqual({ taken: 1, before: 1 })
    const headers = { 'ce-specversion': '1.0', 'ce-id': uuidv7(), 'ce-source': '/sensors/7', 'ce-type': type, 'ce-subject': first.subject }
    expect((await send({ level: 4 }, { headers, contentType: 'application/json' })).json()).toEqual({ taken: 1, before: 0 })
    expect(await signalOf(first.subject)).toMatchObject([
      { count: 3, severity: 4, said: { level: '4' }, firstAt: first.time, lastAt: town.now.toISOString(), source: '河道水位计', origin: '/sensors/7', case: null },
    ])
  })

  test('after its source’s window is a new one', async () => {
    const first = event()
    await send(first)
    town.later({ minutes: 61 })
    await send(event({ subject: first.subject }))
    expect((await signalOf(first.subject)).map(({ count }) => count)).toEqual([1, 1])
  })

  test.each<[string, () => Promise<{ statusCode: number; json: () => { code: string } }>, number, string]>([
    ['no signature', () => send(event(), { headers: { 'webhook-signature': '' } }), 401, 'signature.wrong'],
    ['another’s signature', () => send(event(), { to: { ...source, secret: `whsec_${Buffer.alloc(32).toString('base64')}` } }), 401, 'signature.wrong'],
    ['a signature for another body', () => send(event(), { headers: signedBy(source.secret, '{}', town.now) }), 401, 'signature.wrong'],
    ['an old signature', () => send(event(), { at: new Date(town.now.getTime() - 301_000) }), 401, 'signature.old'],
    ['a signature from the future', () => send(event(), { at: new Date(town.now.getTime() + 301_000) }), 401, 'signature.old'],
    ['an unknown source', () => send(event(), { to: { ...source, address: source.address.replace(source.id, uuidv7()) } }), 401, 'signature.wrong'],
    ['no JSON', () => send('{', { contentType: 'application/cloudevents+json' }), 400, 'event.bad'],
    ['a bad event among good ones', () => send([event(), { ...event(), specversion: '2.0' }]), 400, 'event.bad'],
  ])('with %s is refused, and nothing is changed', async (_, sending, status, code) => {
    const before = await allRows(town)
    const answer = await sending()
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
    const after = await allRows(town)
    for (const table of ['signals', 'signal_events', 'cases', 'appeals']) expect(after[table], table).toEqual(before[table])
  })

  test('of a source that was withdrawn is refused', async () => {
    const gone = await addSource(admin)
    await admin.ask('withdrawSignalSource', { params: { county, id: gone.id } })
    expect((await send(event(), { to: gone })).statusCode).toBe(401)
    book.no('withdrawSignalSource', await admin.call('withdrawSignalSource', { params: { county, id: gone.id } }), 'source.over')
  })

  test('leaves its source’s secret sealed', async () => {
    const kept = JSON.stringify(await town.house.rooms.db.query(sql`select encode(secret, 'escape') as secret, name from signal_sources`))
    expect(kept).not.toContain(source.secret.slice(6, 30))
  })
})

describe('a rule', () => {
  let rule: string
  beforeAll(async () => {
    rule = await addRule(admin, { source: source.id, leastCount: 2, leastSeverity: 3 })
  })

  test('opens one case at the repeat that it waits for, in words of the event and at the source’s place', async () => {
    const first = event({ subject: '东河三号闸' })
    await send(first)
    expect(await signalOf('东河三号闸')).toMatchObject([{ case: null }])
    await send([event({ subject: '东河三号闸', data: { level: 3.9, severity: 1 } }), event({ subject: '东河三号闸' })])
    const [signal] = await signalOf('东河三号闸')
    expect(signal).toMatchObject({ count: 3, case: { number: expect.stringMatching(/^2026-/) } })
    const seen = await secretary.ask('readCase', { params: { county, id: signal!.case!.id } })
    expect(seen).toMatchObject({
      category: { key: 'water' }, desk: { id: bodies.wutong.id }, state: 'received',
      appeals: [{ channel: 'signal', words: '东河三号闸水位 3.9 米，超过警戒线', name: null, phone: null }],
    })
    expect((await secretary.ask('readSignalOfCase', { params: { county, id: seen.id } })).signal).toMatchObject({ count: 3, subject: '东河三号闸' })
  })

  test('opens a case that goes its whole way, with nobody to ask or to answer, and is over when it is closed', async () => {
    const subject = uuidv7()
    await send([event({ subject }), event({ subject })])
    const { id } = (await signalOf(subject))[0]!.case!
    const { may } = await secretary.ask('readCase', { params: { county, id } })
    expect(may.askBack).toBe('case.nobody_to_answer')
    expect((await act(secretary, 'askBack', id, { words: '几点？', daysMax: 3 })).problem.code).toBe('case.nobody_to_answer')
    expect((await act(secretary, 'acceptCase', id, {})).status).toBe(200)
    expect((await act(secretary, 'dispatchCase', id, { lead: bodies.lamps.id, assists: [], instruction: '请到现场查看。' })).status).toBe(200)
    const lamps = await town.signIn(team.lamps)
    expect((await actOnTask(lamps, 'takeTask', id, {})).status).toBe(200)
    expect((await actOnTask(lamps, 'reportTask', id, { outcome: 'solved', words: '已开闸放水。', photos: [] })).status).toBe(200)
    expect((await act(secretary, 'closeCase', id, { outcome: 'solved' })).status).toBe(200)
    expect((await act(secretary, 'answerCase', id, { words: '已处理。', photos: [] })).problem.code).toBe('case.nobody_to_answer')
    const { dispatch: before } = await secretary.ask('countCases', { params: { county } })
    await town.settle()
    const seen = await secretary.ask('readCase', { params: { county, id } })
    expect(seen.state).toBe('answered')
    expect(await town.house.rooms.db.query(sql`select 1 from notices where app = 'resident'`), 'nobody is told who can’t read it').toEqual([])
    expect(seen.steps.at(-1)!.kind).toBe('case.filed')
    expect(seen.clocks.filter((clock) => clock.endedAt === null)).toEqual([])
    const { items } = await secretary.ask('listCases', { params: { county }, query: { list: 'dispatch' } })
    expect(items.map((one) => one.id)).not.toContain(id)
    expect((await secretary.ask('countCases', { params: { county } })).dispatch).toBeLessThanOrEqual(before)

    await send([event({ subject }), event({ subject })])
    expect(await signalOf(subject), 'what comes after it is a new signal with a case of its own').toMatchObject([{ count: 2 }, { count: 2 }])
  })

  test('that has ended opens nothing more', async () => {
    await admin.ask('endSignalRule', { params: { county, id: rule } })
    const subject = uuidv7()
    await send([event({ subject }), event({ subject })])
    expect(await signalOf(subject)).toMatchObject([{ count: 2, case: null }])
    book.no('endSignalRule', await admin.call('endSignalRule', { params: { county, id: rule } }), 'rule.over')
  })
})

describe.skipIf(!hasPostgres)('at once', () => {
  test('twenty senders of the same event make one signal, one case', async () => {
    await addRule(admin, { type: 'cn.example.fire' })
    const one = event({ type: 'cn.example.fire', data: {} })
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(one)))
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(answers.reduce((sum, answer) => sum + answer.json<{ taken: number }>().taken, 0)).toBe(1)
    expect(await signalOf(one.subject)).toMatchObject([{ count: 1, case: { number: expect.any(String) } }])
    const [row] = await town.house.rooms.db.query<{ n: number }>(sql`select count(*) as n from appeals where channel = 'signal' and words like ${`${one.subject}%`}`)
    expect(row!.n).toBe(1)
  })

  test('twenty different events of one thing make one signal that counts them all, one case', async () => {
    const subject = uuidv7()
    await Promise.all(Array.from({ length: 20 }, () => send(event({ type: 'cn.example.fire', subject }))))
    expect(await signalOf(subject)).toMatchObject([{ count: 20, case: { number: expect.any(String) } }])
    const [row] = await town.house.rooms.db.query<{ n: number }>(sql`select count(*) as n from appeals where channel = 'signal' and words like ${`${subject}%`}`)
    expect(row!.n).toBe(1)
  })
})

describe('a source and a rule', () => {
  const newSource = { name: '摄像头', windowMinutes: 30 }
  const newRule = { type, leastCount: 1, leastSeverity: 0, category: 'water', words: '水位高' }

  test('are made once, and not without what they need', async () => {
    const key = uuidv7()
    const [one, two] = [await admin.call('createSignalSource', { params: { county }, key, body: newSource }), await admin.call('createSignalSource', { params: { county }, key, body: newSource })]
    expect([one.reply.secret, two.reply.secret]).toEqual([expect.stringMatching(/^whsec_/), null])
    book.no('createSignalSource', await admin.call('createSignalSource', { params: { county }, body: newSource }), 'key_missing')
    book.no('createSignalSource', await admin.call('createSignalSource', { params: { county }, key, body: { ...newSource, name: '别的' } }), 'key_used_otherwise')
    book.no('createSignalSource', await admin.call('createSignalSource', { params: { county }, key: uuidv7(), body: { ...newSource, region: 2 } }), 'place.outside')
    const ruleKey = uuidv7()
    await admin.ask('createSignalRule', { params: { county }, key: ruleKey, body: newRule })
    book.no('createSignalRule', await admin.call('createSignalRule', { params: { county }, body: newRule }), 'key_missing')
    book.no('createSignalRule', await admin.call('createSignalRule', { params: { county }, key: ruleKey, body: { ...newRule, leastCount: 2 } }), 'key_used_otherwise')
    book.no('createSignalRule', await admin.call('createSignalRule', { params: { county }, key: uuidv7(), body: { ...newRule, category: 'dragons' } }), 'category.not_found')
    book.no('createSignalRule', await admin.call('createSignalRule', { params: { county }, key: uuidv7(), body: { ...newRule, source: uuidv7() } }), 'not_found')
  })

  test('every promise was shown', () => book.allShown())
})
