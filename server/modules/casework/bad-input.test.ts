import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OperationId } from '#contract/paths.ts'
import { refusals, type RefusalCode } from '#contract/refusals.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import en from '#words/en/refusals.ts'
import zh from '#words/zh/refusals.ts'
import { allRows } from '#server/test/rows.ts'
import { accepted, dispatched, photograph, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

type Sent = Parameters<Caller['call']>[1]
type Bad = [what: string, operation: OperationId, sent: () => Sent, code: RefusalCode, fields?: string[]]

const secret = '梧桐里 12 号 3 幢 501 王秀英'
const lamp = { words: secret, place: { village: 101 }, visibility: 'private', photos: [] as string[] }
const json = { 'content-type': 'application/json' }
const appeal = (body: unknown, more: Sent = {}): Sent => ({ key: uuidv7(), body, ...more })

let town: Town
let wang: Caller
let chen: Caller
/** A case that waits at its desk, one that is dispatched, and a key that was used. */
let open: string
let given: string
let used: string
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  open = await accepted(wang, chen)
  given = await dispatched(wang, chen, bodies.wutong.id)
  used = uuidv7()
  await wang.ask('submitAppeal', { key: used, body: lamp })
  await town.settle()
})
afterAll(() => town.close())

const onCase = (more: Sent = {}): Sent => ({ params: { county, id: open }, version: 2, body: { lead: bodies.wutong.id, assists: [] }, ...more })
const onTask = (more: Sent = {}): Sent => ({ params: { county, id: given, task: uuidv7() }, version: 3, ...more })

const bad: Bad[] = [
  ['JSON that breaks off', 'submitAppeal', () => appeal('{"words": "梧桐', { headers: json }), 'bad_json'],
  ['JSON that is nested without end', 'submitAppeal', () => appeal('['.repeat(400_000), { headers: json }), 'bad_json'],
  ['text that is no JSON', 'submitAppeal', () => appeal(secret, { headers: { 'content-type': 'application/xml' } }), 'wrong_media_type'],
  ['plain text', 'submitAppeal', () => appeal(secret, { headers: { 'content-type': 'text/plain' } }), 'wrong_media_type'],
  ['a list', 'submitAppeal', () => appeal([lamp]), 'bad_input'],
  ['null', 'submitAppeal', () => appeal('null', { headers: json }), 'bad_input'],
  ['nothing at all', 'submitAppeal', () => ({ key: uuidv7() }), 'bad_input'],
  ['two megabytes', 'submitAppeal', () => appeal({ ...lamp, words: '梧'.repeat(700_000) }), 'too_large'],
  ['words that are a number', 'submitAppeal', () => appeal({ ...lamp, words: 12 }), 'bad_input', ['/words']],
  ['words of nothing but space', 'submitAppeal', () => appeal({ ...lamp, words: ' \n ' }), 'bad_input', ['/words']],
  ['words without end', 'submitAppeal', () => appeal({ ...lamp, words: '梧'.repeat(10_001) }), 'bad_input', ['/words']],
  ['words with a character that no text has', 'submitAppeal', () => appeal({ ...lamp, words: '梧桐\u0000里' }), 'bad_input'],
  ['several faults at once', 'submitAppeal', () => appeal({ words: 1, place: 'here', visibility: 'secret', photos: 'none' }), 'bad_input',
    ['/photos', '/place', '/visibility', '/words']],
  ['a field that is missing', 'submitAppeal', () => appeal({ ...lamp, visibility: undefined }), 'bad_input', ['/visibility']],
  ['a field that is unknown', 'submitAppeal', () => appeal({ ...lamp, person: residents.li.person }), 'bad_input', ['/person']],
  ['a field that would be a prototype', 'submitAppeal', () => appeal(`{"__proto__": {"x": 1}, ${JSON.stringify(lamp).slice(1)}`, { headers: json }), 'bad_input',
    ['/__proto__']],
  ['a pin beyond the poles', 'submitAppeal', () => appeal({ ...lamp, place: { point: { lon: 118, lat: 95 } } }), 'bad_input', ['/place/point/lat']],
  ['one photo twice', 'submitAppeal', () => { const one = uuidv7(); return appeal({ ...lamp, photos: [one, one] }) }, 'bad_input', ['/photos']],
  ['a photo’s id that is none', 'submitAppeal', () => appeal({ ...lamp, photos: ['photo'] }), 'bad_input', ['/photos/0']],
  ['a phone number with asterisks', 'submitAppeal', () => appeal({ ...lamp, onBehalfOf: { name: '王德福', phone: '139****0001' } }), 'bad_input',
    ['/onBehalfOf/phone']],
  ['an address with asterisks', 'submitAppeal', () => appeal({ ...lamp, place: { village: 101, address: '梧桐里****' } }), 'masked_value'],
  ['a key that said something else', 'submitAppeal', () => ({ key: used, body: { ...lamp, words: '另一件事。' } }), 'key_used_otherwise'],
  ['a key that is none', 'submitAppeal', () => appeal(lamp, { key: 'once' }), 'key_missing'],
  ['a county that is none', 'submitAppeal', () => appeal(lamp, { params: { county: 'here' as never } }), 'bad_input', ['/county']],
  ['a county beyond all numbers', 'submitAppeal', () => appeal(lamp, { params: { county: 1e12 } }), 'bad_input', ['/county']],
  ['a county that nobody has', 'submitAppeal', () => appeal({ ...lamp, place: { address: '某处' } }, { params: { county: 77 } }), 'place.outside'],
  ['an id in the address that is none', 'readMatter', () => ({ params: { county, id: `${'1'.repeat(8)}' or 1=1` } }), 'bad_input', ['/id']],
  ['an id that nobody has', 'readMatter', () => ({ params: { county, id: uuidv7() } }), 'not_found'],
  ['a page that is none', 'listMyMatters', () => ({ query: { after: 'yesterday' } }), 'bad_input', ['/after']],
  ['a page of nothing', 'listMyMatters', () => ({ query: { limit: 0 } }), 'bad_input', ['/limit']],
  ['six stars', 'rateMatter', () => ({ params: { county, id: open }, body: { contacted: true, solved: 'yes', satisfied: 6 } }), 'bad_input', ['/satisfied']],
  ['no version', 'dispatchCase', () => onCase({ version: undefined }), 'version_missing'],
  ['a version that is none', 'dispatchCase', () => onCase({ version: undefined, headers: { 'if-match': '"two"' } }), 'version_missing'],
  ['any version', 'dispatchCase', () => onCase({ version: undefined, headers: { 'if-match': '*' } }), 'version_missing'],
  ['a version of the future', 'dispatchCase', () => onCase({ version: 99 }), 'changed_meanwhile'],
  ['a body’s id that is none', 'dispatchCase', () => onCase({ body: { lead: 'lamps', assists: [] } }), 'bad_input', ['/lead']],
  ['a body that nobody knows', 'dispatchCase', () => onCase({ body: { lead: uuidv7(), assists: [] } }), 'case.body_unknown'],
  ['half a working day', 'dispatchCase', () => onCase({ body: { lead: bodies.wutong.id, assists: [], workingDays: 0.5 } }), 'bad_input', ['/workingDays']],
  ['a task that nobody has', 'takeTask', () => onTask(), 'not_found'],
  ['a ground that no law knows', 'declineCase', () => onCase({ body: { ground: 'no_time', words: '没空。' } }), 'bad_input', ['/ground']],
  ['a day that does not exist', 'reportTask', () => onTask({ body: { outcome: 'planned', words: '改天。', photos: [], plannedUntil: '2026-02-30' } }), 'bad_input', ['/plannedUntil']],
  ['a category with a character that no text has', 'listCases', () => ({ query: { list: 'cases', category: '\u0000' } }), 'bad_input'],
]

const residentsCall = new Set<OperationId>(['submitAppeal', 'readMatter', 'listMyMatters', 'rateMatter'])

describe.each([['zh', zh], ['en', en]] as const)('in %s every fault is told clearly, without repeating what was sent', (language, words) => {
  test.each(bad)('%s (%s)', async (_, id, sent, code, fields) => {
    const asked = sent()!
    const by = residentsCall.has(id) ? wang : chen
    const { status, problem, headers } = await by.call(id, { ...asked, headers: { ...asked.headers, 'accept-language': language === 'en' ? 'en-GB,zh;q=0.5' : 'zh-CN' } })
    expect([problem.code, status]).toEqual([code, refusals[code]])
    expect(headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(problem).toMatchObject({ type: `/problems/${code}`, title: words[code], detail: words[code], status, instance: expect.stringMatching(/^urn:uuid:/) })
    if (fields) expect([...new Set(problem.fields?.map((field) => field.path))].toSorted()).toEqual(fields)
    expect(JSON.stringify(problem)).not.toMatch(/梧桐里|王秀英|王德福|139\*/)
  })
})

test('nothing of all that changed a single row', async () => {
  const before = await allRows(town)
  for (const [, id, sent] of bad) await (residentsCall.has(id) ? wang : chen).call(id, sent())
  await town.settle()
  expect(await allRows(town)).toEqual(before)
})

test('a version said weakly, a key in capitals, four-byte letters and half a pair are no faults', async () => {
  const id = await report(wang, { words: '𠮷野家门口 🚧 积水 \ud83d' })
  expect((await wang.ask('readMatter', { params: { county, id } })).words).toMatch(/^𠮷野家门口 🚧 积水/)
  expect((await chen.call('acceptCase', { params: { county, id: id.toUpperCase() }, headers: { 'if-match': 'W/"1"' }, body: {} })).status).toBe(200)
  const photo = await photograph(wang)
  const body = { words: '照片', photos: [photo.toUpperCase()] }
  expect((await wang.call('addToMatter', { params: { county, id }, key: uuidv7().toUpperCase(), body })).status).toBe(200)
  expect((await wang.ask('readMatter', { params: { county, id } })).steps.at(-1)?.photos).toMatchObject([{ id: photo }])
})

test('401: a session that ended in the meantime, in both languages, and nothing is done', async () => {
  const before = await allRows(town)
  town.later({ days: 200 })
  for (const [language, words] of [['zh', zh], ['en', en]] as const) {
    const headers = { 'accept-language': language }
    for (const answer of [
      await wang.call('submitAppeal', { key: uuidv7(), body: lamp, headers }),
      await chen.call('acceptCase', { params: { county, id: open }, version: 2, body: {}, headers }),
    ]) expect(answer).toMatchObject({ status: 401, problem: { code: 'session_ended', title: words.session_ended } })
  }
  expect(await allRows(town)).toEqual(before)
})
