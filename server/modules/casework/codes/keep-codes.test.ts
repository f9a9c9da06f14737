import { afterAll, beforeAll, expect, test } from 'vitest'
import { team } from '#server/demo/cast.ts'
import { demoCodes } from '#server/demo/codes.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { promised } from '#server/test/promised.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let admin: Caller
let centre: Caller
let collector: Caller
beforeAll(async () => {
  town = await openTown()
  ;[admin, centre, collector] = await Promise.all([town.signIn(team.admin), town.signIn(team.centre), town.signIn(team.collector)])
})
afterAll(() => town.close())

const book = promised('readCodes', 'listCodesVersions', 'readCodesDraft', 'saveCodesDraft', 'dropCodesDraft', 'importCodes', 'publishCodes')
const draft = () => admin.ask('readCodesDraft')
const saveWith = async (types = demoCodes.types, segments = demoCodes.segments) =>
  admin.call('saveCodesDraft', { version: (await draft()).version, body: { segments: [...segments], types: [...types] } })
const publish = async (key = uuidv7(), note = '调整') => admin.call('publishCodes', { key, version: (await draft()).version, body: { note } })

test('200: whoever reports reads the list in force, with the county’s own code', async () => {
  const list = await collector.ask('readCodes')
  expect(list).toMatchObject({ book: 1, county: '990101', segments: demoCodes.segments })
  expect(list.types).toContainEqual({ thing: 'component', class: '01', type: '01', className: { zh: '公用设施', en: 'Public utilities' }, name: { zh: '路面井盖', en: 'Manhole cover' }, category: 'roads', owner: 'municipal' })
})

test('200: a draft with a fault is kept and can’t be published; put right it holds from then on, and the history says how much it changed', async () => {
  const [first, ...others] = demoCodes.types
  expect((await saveWith([...others, { ...first!, category: 'gone', owner: 'nobody' }])).status).toBe(200)
  const faulty = await draft()
  expect(faulty).toMatchObject({ exists: true, changes: 1, faults: [{ type: 'component-01-01', code: 'category_unknown' }, { type: 'component-01-01', code: 'owner_unknown' }] })
  expect(faulty.types[0]).toMatchObject({ category: 'gone' })
  book.no('publishCodes', await publish(), 'book.has_faults')
  const longer = demoCodes.segments.map((one) => (one.part === 'serial' ? { ...one, length: 5 } : one))
  await saveWith(others, longer)
  const key = uuidv7()
  const { version } = await draft()
  const sent = { key, version, body: { note: '停用井盖，流水号改为五位' } }
  expect((await admin.call('publishCodes', sent)).reply).toMatchObject({ published: 2 })
  expect((await admin.call('publishCodes', sent)).reply).toMatchObject({ published: 2 })
  book.no('publishCodes', await admin.call('publishCodes', { ...sent, body: { note: '别的' } }), 'key_used_otherwise')
  expect((await collector.ask('readCodes')).types).toHaveLength(others.length)
  expect((await centre.ask('listCodesVersions')).items).toMatchObject([{ version: 2, state: 'in_force', types: others.length, added: 0, removed: 1, changed: 0, segmentsChanged: true }, { version: 1, state: 'past' }])
})

test('412: of two who save, the second learns that it changed', async () => {
  const { version } = await draft()
  const body = { segments: [...demoCodes.segments], types: [] }
  await admin.ask('saveCodesDraft', { version, body })
  book.no('saveCodesDraft', await centre.call('saveCodesDraft', { version, body }), 'changed_meanwhile')
  book.no('saveCodesDraft', await centre.call('saveCodesDraft', { body }), 'version_missing')
  book.no('dropCodesDraft', await centre.call('dropCodesDraft', { version }), 'changed_meanwhile')
  book.no('dropCodesDraft', await centre.call('dropCodesDraft'), 'version_missing')
  expect((await centre.call('dropCodesDraft', { version: version + 1 })).status).toBe(200)
  book.no('dropCodesDraft', await centre.call('dropCodesDraft', { version: version + 2 }), 'book.no_draft')
  book.no('publishCodes', await publish(), 'book.no_draft')
})

test('200: a table replaces the lines, in CSV and in JSON Lines; with a bad row nothing is taken, and each is named', async () => {
  const before = await draft()
  const send = (text: string, fileName = '编码.csv', version = before.version) => admin.call('importCodes', { version, body: { fileName, bytes: Buffer.from(text).toString('base64') } })
  const head = '部件或事件,大类代码,大类名称,小类代码,小类名称,归入类别,设施归谁\n'
  const { reply } = await send(`${head}部件,01,公用设施,01,路面井盖,道路破损,市政\n物件,A,,,,外星人,\n部件,1,公用设施,1,雨水井盖,道路破损,\n`)
  expect(reply).toMatchObject({ version: before.version, types: 3 })
  expect(reply.bad.map(({ line, faults }) => [line, ...faults.map(({ code }) => code)])).toEqual([[3, 'thing_unknown', 'category_unknown', 'not_digits', 'type_missing', 'class_name_missing', 'name_missing'], [4, 'twice']])
  expect(await draft()).toEqual(before)
  expect((await send(`${head}部件,1,公用设施,1,路面井盖,道路破损,市政\n事件,01,市容环境,02,道路不洁,waste,\n`)).reply).toMatchObject({ types: 2, bad: [] })
  const after = await draft()
  expect(after.types.map(({ thing, class: ofClass, type, category }) => [thing, ofClass, type, category])).toEqual([['component', '01', '01', 'roads'], ['event', '01', '02', 'waste']])
  const line = { thing: 'event', class: '03', className: '街面秩序', type: '01', name: '占道经营', category: 'parking' }
  expect((await send(`${JSON.stringify(line)}\n`, '编码.jsonl', after.version)).reply).toMatchObject({ types: 1, bad: [] })
  book.no('importCodes', await send(`${head}事件,01,市容环境,02,道路不洁,waste,\n`, 'a.csv', after.version), 'changed_meanwhile')
  const { version } = await draft()
  book.no('importCodes', await send('甲,乙\n1,2\n', 'a.csv', version), 'book.file_unreadable')
  book.no('importCodes', await send(`大类代码\n${'01\n'.repeat(2_001)}`, 'a.csv', version), 'book.too_many')
  book.no('importCodes', await admin.call('importCodes', { body: { fileName: 'a.csv', bytes: 'YQ==' } }), 'version_missing')
})

test('422: a list can’t begin in the past', async () => {
  const { version } = await draft()
  const past = new Date(town.now.getTime() - 86_400_000).toISOString()
  book.no('publishCodes', await admin.call('publishCodes', { key: uuidv7(), version, body: { note: '补', effectiveFrom: past } }), 'book.in_the_past')
  book.no('publishCodes', await admin.call('publishCodes', { key: uuidv7(), version: version + 7, body: { note: '补' } }), 'changed_meanwhile')
  book.no('publishCodes', await admin.call('publishCodes', { key: uuidv7(), body: { note: '补' } }), 'version_missing')
  book.no('publishCodes', await admin.call('publishCodes', { version, body: { note: '补' } }), 'key_missing')
})

test('403: whoever reports by the list does not edit it', async () => {
  expect((await collector.call('readCodesDraft')).status).toBe(403)
})

test('all that is promised was shown', () => book.allShown())
