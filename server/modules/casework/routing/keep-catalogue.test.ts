import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RoutingEntry } from '#contract/routing.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { promised } from '#server/test/promised.ts'
import { closed, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let admin: Caller
let centre: Caller
let chen: Caller
beforeAll(async () => {
  town = await openTown()
  ;[wang, admin, centre, chen] = await Promise.all([town.signIn(residents.wang), town.signIn(team.admin), town.signIn(team.centre), town.signIn(team.secretary)])
})
afterAll(() => town.close())

const book = promised(
  'readRoute', 'findRoute', 'readRouting', 'listRoutingVersions', 'readRoutingDraft', 'saveRoutingEntry', 'removeRoutingEntry', 'saveRoutingTerms', 'dropRoutingDraft',
  'importRouting', 'exportRouting', 'tryRoutingDraft', 'publishRouting',
)
const entry = (more: Partial<RoutingEntry> = {}): RoutingEntry => ({ category: 'lighting', place: 101, owner: null, from: null, until: null, lead: bodies.wutong.id, assists: [], ground: null, ...more })
const draft = () => admin.ask('readRoutingDraft')
const save = async (more: Partial<RoutingEntry>, id = uuidv7()) => {
  const { version } = await admin.ask('saveRoutingEntry', { params: { county, id }, version: (await draft()).version, body: entry(more) })
  return { id, version }
}
const publish = async (note = '调整') => admin.call('publishRouting', { key: uuidv7(), version: (await draft()).version, body: { note } })
const drop = async () => admin.call('dropRoutingDraft', { version: (await draft()).version })
const leadFor = async (query: object, by = chen) => {
  const { holder, lead } = await by.ask('findRoute', { query })
  return [holder, lead?.name.zh]
}

test('the catalogue in force names who leads, for what, where, whose it is and when, and says why', async () => {
  expect(await leadFor({ category: 'lighting', place: 101 })).toEqual(['entry', '明泽区路灯管理所'])
  expect(await leadFor({ category: 'lighting', owner: 'property' })).toEqual(['entry', '明泽区住房和城乡建设局'])
  expect(await leadFor({ category: 'roads', place: 121 })).toEqual(['entry', '柳河镇人民政府'])
  const route = await chen.ask('findRoute', { query: { category: 'lighting', owner: 'power' } })
  expect(route).toMatchObject({ book: 1, entry: { ownerName: { zh: '供电' }, ground: '杆线产权归供电公司' }, assists: [{ id: bodies.lamps.id }], backstop: { id: bodies.centre.id }, owners: [] })
  expect((await chen.ask('findRoute', { query: { category: 'lighting' } })).owners.map(({ key, lead }) => [key, lead.id])).toEqual([['property', bodies.housing.id], ['power', bodies.power.id]])
  book.no('findRoute', await chen.call('findRoute', { query: { category: 'nothing' } }), 'category.not_found')
  book.no('findRoute', await chen.call('findRoute', { query: { place: 2 } }), 'region.not_found')
  book.no('findRoute', await chen.call('findRoute', { query: { draft: true } }), 'not_allowed')
  expect((await chen.ask('readRouting')).entries).toHaveLength(15)
})

test('nobody named: the desk of the place keeps it', async () => {
  expect(await leadFor({ category: 'dispute', place: 101 })).toEqual(['desk', '梧桐社区居委会'])
  expect(await leadFor({ category: 'dispute' })).toEqual(['desk', '明泽区社会治理指挥中心'])
})

test('for a case: by its category and place; only within reach', async () => {
  const id = await report(wang, { category: 'roads' })
  expect(await chen.ask('readRoute', { params: { county, id } })).toMatchObject({ holder: 'entry', lead: { id: bodies.urban.id }, owners: [{ key: 'property' }], guide: '上报前应到过现场，写清地点、诉求和已做的工作，附现场照片。' })
  expect(await chen.ask('readRoute', { params: { county, id }, query: { owner: 'property' } })).toMatchObject({ lead: { id: bodies.housing.id } })
  expect((await (await town.signIn(team.dukou)).call('readRoute', { params: { county, id } })).status).toBe(404)
})

test('an entry saved in the draft counts once it is published', async () => {
  const { id, version } = await save({ until: '2026-12-31' })
  expect(await draft()).toMatchObject({ version, exists: true, changedBy: team.admin.zh, changed: { added: 1, removed: 0, changed: 0, terms: [] }, changes: [{ kind: 'added', after: { id, placeName: { zh: '梧桐社区' } } }], faults: [] })
  expect([await leadFor({ category: 'lighting', place: 101 }), await leadFor({ category: 'lighting', place: 101, draft: true }, admin)]).toEqual([['entry', '明泽区路灯管理所'], ['entry', '梧桐社区居委会']])
  const { reply } = await publish('梧桐社区试点自管路灯')
  expect(reply.published).toBe(2)
  expect([await leadFor({ category: 'lighting', place: 101 }), await leadFor({ category: 'lighting', place: 101, day: '2027-01-01' })]).toEqual([['entry', '梧桐社区居委会'], ['entry', '明泽区路灯管理所']])
  expect((await chen.ask('listRoutingVersions')).items).toMatchObject([{ version: 2, entries: 16, note: '梧桐社区试点自管路灯', changed: { added: 1 } }, { version: 1, by: null }])
})

test('of two who edit, the second learns of it', async () => {
  const { version } = await draft()
  const params = { county, id: uuidv7() }
  await admin.ask('saveRoutingEntry', { params, version, body: entry({ place: 102 }) })
  book.no('saveRoutingEntry', await centre.call('saveRoutingEntry', { params: { county, id: uuidv7() }, version, body: entry() }), 'changed_meanwhile')
  book.no('saveRoutingEntry', await centre.call('saveRoutingEntry', { params, body: entry() }), 'version_missing')
  book.no('removeRoutingEntry', await centre.call('removeRoutingEntry', { params, version }), 'changed_meanwhile')
  book.no('removeRoutingEntry', await centre.call('removeRoutingEntry', { params }), 'version_missing')
  const terms = { owners: [], guides: [], backstop: null }
  book.no('saveRoutingTerms', await centre.call('saveRoutingTerms', { version, body: terms }), 'changed_meanwhile')
  book.no('saveRoutingTerms', await centre.call('saveRoutingTerms', { body: terms }), 'version_missing')
  book.no('dropRoutingDraft', await centre.call('dropRoutingDraft', { version }), 'changed_meanwhile')
  book.no('dropRoutingDraft', await centre.call('dropRoutingDraft', {}), 'version_missing')
  await admin.ask('removeRoutingEntry', { params, version: (await draft()).version })
  expect((await draft()).changed).toMatchObject({ added: 0, removed: 0 })
  await drop()
  book.no('dropRoutingDraft', await drop(), 'book.no_draft')
})

test('owners, guides and the backstop are part of the draft', async () => {
  const { version, owners, guides } = await draft()
  const named = [...owners, { key: 'school', name: { zh: '学校' } }]
  await admin.ask('saveRoutingTerms', { version, body: { owners: named, guides: guides.map(({ category, words }) => ({ category, words })), backstop: bodies.urban.id } })
  expect(await draft()).toMatchObject({ changed: { terms: ['owners', 'backstop'] }, backstop: { id: bodies.urban.id } })
  await drop()
})

test('a body that closed is flagged, can’t be published, and is passed over where it was', async () => {
  await save({ category: 'care', place: null, owner: 'private', lead: bodies.nanan.id, assists: [bodies.qingshi.id] })
  await publish('民政')
  expect(await leadFor({ category: 'care', owner: 'private' })).toEqual(['entry', '南岸社区居委会'])
  for (const { id } of [bodies.nanan, bodies.qingshi]) {
    const { items } = await admin.ask('listBodies')
    await admin.ask('closeBody', { params: { county, id }, version: items.find((one) => one.id === id)!.version, body: { reason: '合并' } })
  }
  const route = await chen.ask('findRoute', { query: { category: 'care', owner: 'private' } })
  expect(route).toMatchObject({ lead: { id: bodies.civil.id }, passedOver: [{ lead: { id: bodies.nanan.id, isOpen: false } }] })
  const { id } = await save({ category: 'noise' })
  expect((await draft()).faults.map(({ code, body }) => [code, body?.zh])).toEqual([['lead_closed', '南岸社区居委会'], ['assist_closed', '青石村村委会']])
  book.no('publishRouting', await publish(), 'book.has_faults')
  await admin.ask('removeRoutingEntry', { params: { county, id }, version: (await draft()).version })
  await drop()
})

test('a dry run says where closed cases would have gone, and how often that is who solved them', async () => {
  town.later({ days: 1 })
  ;[admin, centre, chen] = await Promise.all([town.signIn(team.admin), town.signIn(team.centre), town.signIn(team.secretary)])
  const lamp = await closed(wang, chen, bodies.wutong.id)
  const other = await report(wang, { category: 'dispute' })
  const { version } = await draft()
  const now = (await draft()).entries.find((one) => one.category === 'lighting' && one.place === 101)!
  await admin.ask('removeRoutingEntry', { params: { county, id: now.id }, version })
  const trial = await admin.ask('tryRoutingDraft', { body: {} })
  expect(trial).toMatchObject({ cases: 1, solved: 1, elsewhere: 1, nobodyBefore: 0, nobodyAfter: 0, rightBefore: 1, rightAfter: 0, isCut: false })
  expect(trial.categories).toMatchObject([{ key: 'lighting', elsewhere: 1 }])
  expect(trial.examples).toMatchObject([{ id: lamp, before: { id: bodies.wutong.id }, after: { id: bodies.lamps.id }, solvedBy: { id: bodies.wutong.id } }])
  expect(trial.examples.map(({ id }) => id)).not.toContain(other)
  await drop()
})

test('a table of the entries goes out and comes back; what is the same keeps its id', async () => {
  const { headers, reply } = await admin.call('exportRouting', { query: { draft: true } })
  const csv = String(reply)
  expect(headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(csv.split('\r\n')[0]).toBe('\ufeff类别,地点代码,地点,设施归谁,起始日,截止日,主办单位,协办单位,依据')
  expect(csv).toContain('道路破损,990101100,柳河镇,,,,柳河镇人民政府,明泽区城市管理局,镇村道路由镇政府养护')
  book.no('exportRouting', await chen.call('exportRouting', { query: { draft: true } }), 'not_allowed')
  const usable = csv.split('\r\n').filter((line) => !line.includes('南岸社区居委会'))
  usable.splice(1, 0, '噪声扰民,,春晖街道/梧桐社区,,2026/12/1,,梧桐社区居委会,,"试点，半年"')
  const before = await draft()
  const file = (text: string, name = '派单目录.csv') => ({ version: before.version, body: { fileName: name, bytes: Buffer.from(text).toString('base64') } })
  const read = await admin.ask('importRouting', file(usable.join('\r\n')))
  expect(read).toMatchObject({ entries: before.entries.length, bad: [] })
  const after = await draft()
  expect(after.changed).toEqual({ added: 1, removed: 1, changed: 0, terms: [] })
  expect(after.entries[0]).toMatchObject({ category: 'noise', place: 101, from: '2026-12-01', lead: { id: bodies.wutong.id }, ground: '试点，半年' })
  book.no('importRouting', await admin.call('importRouting', file(usable.join('\r\n'))), 'changed_meanwhile')
  await drop()
})

test('a table with a bad row changes nothing, and each is named with every reason', async () => {
  const before = await draft()
  const send = (text: string, fileName = 'a.csv') => admin.call('importRouting', { version: before.version, body: { fileName, bytes: Buffer.from(text).toString('base64') } })
  const { reply } = await send('类别,地点,主办单位\n路灯照明,,明泽区路灯管理所\n外星人,月球,没有这个单位\n路灯照明,,明泽区城市管理局\n,,\n噪声扰民,,\n')
  expect(reply).toMatchObject({ version: before.version, entries: 4, bad: [
    { line: 3, faults: [{ code: 'category_unknown', column: 'category', text: '外星人' }, { code: 'place_unknown' }, { code: 'body_unknown' }] }, { line: 4, faults: [{ code: 'twice' }] }, { line: 6, faults: [{ code: 'lead_missing' }] },
  ] })
  expect(await draft()).toEqual(before)
  for (const [text, name] of [['甲,乙\n1,2\n', 'a.csv'], ['', 'a.csv'], ['类别,主办单位\n', 'a.csv'], ['no workbook', 'a.xlsx']] as const) {
    book.no('importRouting', text === '' ? await send(' ', name) : await send(text, name), 'book.file_unreadable')
  }
  book.no('importRouting', await admin.call('importRouting', { body: { fileName: 'a.csv', bytes: 'YQ==' } }), 'version_missing')
  book.no('importRouting', await send(`类别,主办单位\n${'噪声扰民,明泽区城市管理局\n'.repeat(10_001)}`), 'book.too_many')
})

test('what publishing refuses', async () => {
  await save({ category: 'waste' })
  const { faults, version: faulty } = await draft()
  await admin.ask('removeRoutingEntry', { params: { county, id: faults[0]!.entry! }, version: faulty })
  const { version } = await draft()
  const key = uuidv7()
  const body = { note: '一次' }
  const first = await admin.ask('publishRouting', { key, version, body })
  expect(await admin.ask('publishRouting', { key, version, body })).toEqual(first)
  book.no('publishRouting', await admin.call('publishRouting', { key, version, body: { note: '别的' } }), 'key_used_otherwise')
  book.no('publishRouting', await admin.call('publishRouting', { version, body }), 'key_missing')
  book.no('publishRouting', await admin.call('publishRouting', { key: uuidv7(), body }), 'version_missing')
  book.no('publishRouting', await admin.call('publishRouting', { key: uuidv7(), version, body }), 'changed_meanwhile')
  book.no('publishRouting', await publish(), 'book.no_draft')
  await save({ category: 'waste', place: 103 })
  const now = await draft()
  book.no('publishRouting', await admin.call('publishRouting', { key: uuidv7(), version: now.version, body: { ...body, effectiveFrom: '2026-01-01T00:00:00.000Z' } }), 'book.in_the_past')
})

test('a catalogue has an end', async () => {
  const dayOf = (i: number) => new Date(Date.UTC(2000, 0, 1) + i * 86_400_000).toISOString().slice(0, 10)
  const rows = Array.from({ length: 10_000 }, (_, i) => `噪声扰民,${dayOf(i)},明泽区城市管理局`)
  const bytes = Buffer.from(`类别,起始日,主办单位\n${rows.join('\n')}`).toString('base64')
  expect(await admin.ask('importRouting', { version: (await draft()).version, body: { fileName: 'a.csv', bytes } })).toMatchObject({ entries: 10_000, bad: [] })
  const { version, changes, changed } = await draft()
  expect([changes.length, changed.added]).toEqual([200, 10_000])
  book.no('saveRoutingEntry', await admin.call('saveRoutingEntry', { params: { county, id: uuidv7() }, version, body: entry() }), 'book.too_many')
})

test('every no that was promised was said', () => book.allShown())
