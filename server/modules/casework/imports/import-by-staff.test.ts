import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importPartBytesMax, importPartsMax } from '#contract/imports.ts'
import { bodies, county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { csvOf, mapping, row, upload } from '#server/test/import-file.ts'
import { checked, takenIn, work } from '#server/test/imports.ts'
import { photoForm } from '#server/test/photo-form.ts'
import { promised } from '#server/test/promised.ts'
import { allRows } from '#server/test/rows.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('createImport', 'sendImportPart', 'checkImport', 'runImport', 'stopImport')

let town: Town
let centre: Caller
let secretary: Caller
beforeAll(async () => {
  town = await openTown()
  centre = await town.signIn(team.centre)
  secretary = await town.signIn(team.secretary)
})
afterAll(() => town.close())

const three = csvOf([row('1', { district: '梧桐' }), row('2', { district: '春晖', reply: '已修好', replied: '2026-11-02 10:00:00' }), row('3', { reply: '已修好', replied: '2026-11-05 10:00:00' })])
const params = (id: string) => ({ params: { county, id } })
const cases = async (query = {}) => (await centre.ask('listCases', { params: { county }, query: { list: 'cases', ...query } })).items

describe('a check', () => {
  test('says what would come in and which rows are bad, and writes no case', async () => {
    const before = await allRows(town)
    const bad = csvOf([row('a'), row('b', { time: 'soon' }), row('a'), row('', { text: '' }), { ...row('c'), text: 'one, two' }])
    const found = await checked(town, centre, bad)
    expect(found).toMatchObject({ state: 'checked', read: 5, total: 5, in: 1, before: 0, bad: 4, encoding: 'utf-8', problem: null, places: [] })
    expect(found.badRows).toEqual([
      { line: 3, sourceId: 'b', faults: [{ code: 'time_unreadable', column: 'time' }] },
      { line: 4, sourceId: 'a', faults: [{ code: 'twice', column: 'no' }] },
      { line: 5, sourceId: null, faults: [{ code: 'missing', column: 'no' }, { code: 'missing', column: 'text' }] },
      { line: 6, sourceId: null, faults: [{ code: 'columns', column: null }] },
    ])
    expect(found.reasons).toContainEqual({ code: 'missing', column: 'no', rows: 1 })
    const after = await allRows(town)
    for (const table of ['cases', 'appeals', 'clocks', 'entries', 'persons', 'imported', 'notices']) expect(after[table], table).toEqual(before[table])
  })

  test.each([
    ['a column missing', Buffer.from('no,time\n1,2026-11-02\n'), mapping, 'column_missing', { columns: 'text, who, district, reply, replied' }],
    ['the wrong encoding', Buffer.from('6e6f0a3131a1a3c2b7b5c6b2bbc1c10a', 'hex'), { ...mapping, encoding: 'utf-8' as const }, 'wrong_encoding', { stated: 'utf-8', looksLike: 'gb18030' }],
    ['no workbook', three, { ...mapping, format: 'xlsx' as const }, 'not_xlsx', {}],
    ['a region that is not there', three, { ...mapping, unknown: { place: '430102', category: 'not_sorted' as const } }, 'unknown_region', { codes: '430102' }],
  ] as const)('of a file with %s names it', async (_, file, given, code, values) => {
    expect(await checked(town, centre, file, given)).toMatchObject({ state: 'refused', problem: { code, values } })
  })
})

describe('an import', () => {
  test('brings cases with their real times, clocks and answers, and who brought them', async () => {
    const done = await takenIn(town, centre, three)
    expect(done).toMatchObject({ state: 'done', in: 3, before: 0, bad: 0, by: team.centre.zh, places: [{ county: { zh: '明泽区' }, cases: 3, answered: 2 }] })
    const { items } = await centre.ask('listImported', params(done.id))
    expect(items.map(({ line, sourceId, title }) => [line, sourceId, title])).toEqual([[2, '1', '第 1 件：路灯不亮'], [3, '2', '第 2 件：路灯不亮'], [4, '3', '第 3 件：路灯不亮']])
    const [open, onTime, late] = await Promise.all(items.map((one) => centre.ask('readCase', params(one.case))))
    expect(open).toMatchObject({ state: 'received', receivedAt: '2026-11-02T01:00:00.000Z', desk: { id: bodies.wutong.id }, category: null, appeals: [{ channel: 'import', phone: null, name: { value: 'U*' } }] })
    expect(open!.steps.map(({ kind, at }) => [kind, at])).toEqual([
      ['case.received', '2026-11-02T01:00:00.000Z'], ['clock.breached', '2026-11-02T09:30:00.000Z'], ['clock.breached', '2026-11-02T16:00:00.000Z'], ['case.imported', town.now.toISOString()],
    ])
    expect(open!.steps.at(-1)).toMatchObject({ person: team.centre.zh, body: { zh: bodies.centre.zh }, values: { source: 'old-platform', sourceId: '1' } })
    expect([onTime!.state, onTime!.clocks.map(({ breachedAt }) => breachedAt), late!.clocks.map(({ breachedAt }) => breachedAt)]).toEqual(['answered', [null], ['2026-11-02T16:00:00.000Z']])
    expect(late!.steps.find(({ kind }) => kind === 'case.answered')).toMatchObject({ at: '2026-11-05T02:00:00.000Z', words: '已修好', body: { zh: bodies.centre.zh } })
  })

  test('they are found by number and place, and counted; nobody is told of each', async () => {
    await town.settle()
    const { db } = town.house.rooms
    const [first] = await cases({ region: 101 })
    expect(first).toMatchObject({ title: '第 1 件：路灯不亮', due: { breached: true } })
    expect((await cases({ number: first!.number })).map(({ id }) => id)).toContain(first!.id)
    expect(await secretary.ask('countCases', { params: { county } })).toMatchObject({ intake: 1, overdue: 1 })
    const told = await db.query<{ kind: string; n: number }>(sql`select kind, count(*) as n from notices where kind <> 'staff.digest_ready' group by 1`)
    expect(told).toEqual([{ kind: 'staff.import_ended', n: 1 }])
  })

  test('a case goes on from where it was, as any other', async () => {
    const { id, version } = (await secretary.ask('listCases', { params: { county }, query: { list: 'intake' } })).items[0]!
    await secretary.ask('acceptCase', { ...params(id), version, body: {} })
    expect((await secretary.ask('readCase', params(id))).steps.map(({ kind }) => kind).slice(-2)).toEqual(['case.imported', 'case.accepted'])
  })

  test('a second time brings none', async () => {
    const before = (await allRows(town)).cases
    expect(await takenIn(town, centre, three)).toMatchObject({ state: 'done', in: 0, before: 3, bad: 0 })
    expect((await allRows(town)).cases).toEqual(before)
  })

  test('bad rows are named and the rest comes in; all of them can be downloaded, in the reader’s language', async () => {
    const rows = Array.from({ length: 250 }, (_, i) => row(`d${i}`, i % 2 ? { time: '2031-01-01' } : {}))
    const done = await takenIn(town, centre, csvOf([...rows, row('=1+1', { text: '' })]))
    expect(done).toMatchObject({ in: 125, bad: 126 })
    expect(done.badRows).toHaveLength(100)
    const file = String((await centre.call('downloadBadRows', params(done.id))).reply)
    expect(file.split('\r\n').slice(0, 2)).toEqual(['\ufeff行号,原编号,原因', '3,d1,time: 时间在将来'])
    expect(file.split('\r\n').slice(-2)).toEqual([`252,'=1+1,text: 没有填写`, ''])
    const english = await centre.call('downloadBadRows', { ...params(done.id), headers: { 'accept-language': 'en' } })
    expect(String(english.reply)).toContain('3,d1,time: a time in the future')
  })

  test('pages of what came in follow the file', async () => {
    const { items } = await centre.ask('listImports', { params: { county } })
    const pages = { ...params(items.find((one) => one.in === 125)!.id), query: { limit: 100 } }
    const first = await centre.ask('listImported', pages)
    const second = await centre.ask('listImported', { ...pages, query: { limit: 100, after: first.next! } })
    expect([first.items.length, second.items.length, second.next, second.items.at(-1)!.sourceId]).toEqual([100, 25, null, 'd248'])
    expect((await centre.call('listImported', { ...pages, query: { after: 'x' } })).status).toBe(400)
  })

  test('its file leaves the store when it is over', async () => {
    const { db, store } = town.house.rooms
    const { id } = await checked(town, centre, three)
    const file = () => store.get(`imports/${county}/${id}/part0`)
    expect(await file()).toBeDefined()
    await centre.ask('runImport', params(id))
    await work(town, id)
    expect(await file()).toBeUndefined()
    expect(await db.query(sql`select 1 from imports where file_kept and state = 'done'`)).toEqual([])
  })
})

describe('what is refused', () => {
  const body = { mapping, fileName: 'a.csv', fileBytes: 10 }
  const create = (more = {}, key = uuidv7()) => centre.call('createImport', { params: { county }, key, body: { ...body, ...more } })

  test('making one', async () => {
    book.no('createImport', await centre.call('createImport', { params: { county }, body }), 'key_missing')
    const key = uuidv7()
    expect((await create({}, key)).reply).toEqual({ id: key, parts: 1, partBytes: importPartBytesMax })
    expect((await create({}, key)).status).toBe(200)
    book.no('createImport', await create({ fileName: 'b.csv' }, key), 'key_used_otherwise')
    book.no('createImport', await create({ fileBytes: importPartBytesMax * importPartsMax + 1 }), 'import.too_large')
    const badZone = await create({ mapping: { ...mapping, zone: 'Asia/Atlantis' } })
    book.no('createImport', badZone, 'import.bad_mapping')
    expect(badZone.problem).toMatchObject({ problem: 'bad_zone' })
    expect((await create({ mapping: { ...mapping, fields: {} } })).problem).toMatchObject({ code: 'bad_input' })
  })

  test('an import over a part of the county', async () => {
    const grant = { post: team.clerk.post, action: 'case.import', region: 11, mayDelegate: false, reportAfterwards: false, reason: '试' }
    await centre.ask('giveGrant', { params: { county }, key: uuidv7(), body: grant })
    const clerk = await town.signIn(team.clerk)
    book.no('createImport', await clerk.call('createImport', { params: { county }, key: uuidv7(), body }), 'not_allowed')
  })

  test('a part that is not whole, or comes too late', async () => {
    const { reply: { id } } = await create()
    const send = (bytes: Buffer, part = 0, field = 'part') => centre.call('sendImportPart', { params: { county, id, part }, ...photoForm(bytes, field) })
    book.no('sendImportPart', await send(Buffer.alloc(9)), 'import.part_wrong')
    expect((await send(Buffer.alloc(10), 0, 'photo')).problem.code).toBe('import.part_wrong')
    expect((await send(Buffer.alloc(10), 1)).problem.code).toBe('import.part_wrong')
    book.no('checkImport', await centre.call('checkImport', params(id)), 'import.part_missing')
    expect((await send(Buffer.alloc(10))).status).toBe(200)
    await centre.ask('checkImport', params(id))
    await centre.ask('checkImport', params(id))
    book.no('sendImportPart', await send(Buffer.alloc(10)), 'import.not_sending')
  })

  test('steps out of order', async () => {
    const id = await upload(centre, three)
    book.no('runImport', await centre.call('runImport', params(id)), 'import.not_checked')
    await centre.ask('stopImport', params(id))
    await centre.ask('stopImport', params(id))
    book.no('checkImport', await centre.call('checkImport', params(id)), 'import.not_sending')
    const done = await takenIn(town, centre, three)
    await centre.ask('runImport', params(done.id))
    book.no('stopImport', await centre.call('stopImport', params(done.id)), 'import.over')
    await work(town, done.id)
    expect((await centre.ask('readImport', params(done.id))).before).toBe(3)
  })

  test('everything that the contract promises', () => book.allShown())
})

test('a file that nobody ran leaves it after a week', async () => {
  const { id } = await checked(town, centre, three)
  town.later({ days: 8 })
  await town.settle()
  expect(await town.house.rooms.store.get(`imports/${county}/${id}/part0`)).toBeUndefined()
  const again = await town.signIn(team.centre)
  expect((await again.ask('readImport', params(id))).state).toBe('stopped')
})
