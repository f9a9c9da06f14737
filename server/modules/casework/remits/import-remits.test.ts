import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { bodies, county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { promised } from '#server/test/promised.ts'
import { allRows } from '#server/test/rows.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('importRemits')
const { lamps, urban } = bodies

let town: Town
let xu: Caller
let chen: Caller
beforeAll(async () => {
  town = await openTown()
  xu = await town.signIn(team.centre)
  chen = await town.signIn(team.secretary)
})
afterAll(() => town.close())

const heading = '单位,类别,职责,依据'
const file = (lines: string[], more: { dryRun?: boolean; name?: string } = {}) =>
  ({ body: { fileName: more.name ?? '职责清单.csv', bytes: Buffer.from([heading, ...lines].join('\r\n')).toString('base64'), ...(more.dryRun && { dryRun: true }) } })
const listOf = async (body: string) => (await chen.ask('listRemits', { query: { body } })).items.map(({ category, words, ground }) => [category, words, ground])
const good = [`${lamps.zh},lighting,维修城市道路照明设施,城市照明管理规定第二十条`, `${urban.zh},,查处占道经营,城市管理条例`]

test('200: a dry run says what it would come to and changes nothing; then it comes in, once however often it is sent', async () => {
  const before = await allRows(town)
  expect(await xu.ask('importRemits', file(good, { dryRun: true }))).toEqual({ added: 2, changed: 0, same: 0, bad: [] })
  expect(await allRows(town)).toEqual(before)
  expect(await xu.ask('importRemits', file(good))).toEqual({ added: 2, changed: 0, same: 0, bad: [] })
  expect(await listOf(lamps.id)).toEqual([['lighting', '维修城市道路照明设施', '城市照明管理规定第二十条']])
  expect(await listOf(urban.id)).toEqual([[null, '查处占道经营', '城市管理条例']])
  const after = await allRows(town)
  expect(await xu.ask('importRemits', file(good))).toEqual({ added: 0, changed: 0, same: 2, bad: [] })
  expect(await allRows(town)).toEqual(after)
})

test('200: another ground takes the place of the one before; what the table doesn’t name stays', async () => {
  const own = { body: urban.id, words: '清理乱堆乱放', ground: '市容条例' }
  await xu.ask('addRemit', { key: uuidv7(), body: own })
  expect(await xu.ask('importRemits', file([`${urban.zh},全部,查处占道经营,城市管理条例（新修订）`]))).toEqual({ added: 0, changed: 1, same: 0, bad: [] })
  expect((await listOf(urban.id)).toSorted()).toEqual([[null, '清理乱堆乱放', '市容条例'], [null, '查处占道经营', '城市管理条例（新修订）']].toSorted())
  expect((await xu.call('addRemit', { key: uuidv7(), body: own })).problem.code).toBe('remit.there_already')
})

test('200: one bad row and nothing is taken; each is named by its line with every reason', async () => {
  const before = await allRows(town)
  const told = await xu.ask('importRemits', file([`${lamps.zh},lighting,巡查路灯,条例`, '没有的单位,没有的类别,,条例', `${lamps.zh},lighting,巡查路灯,别的条例`, `${lamps.zh},"坏,了`]))
  expect(told).toEqual({ added: 1, changed: 0, same: 0, bad: [
    { line: 3, faults: [{ code: 'body_unknown', column: 'body', text: '没有的单位' }, { code: 'category_unknown', column: 'category', text: '没有的类别' }, { code: 'words_missing', column: 'words', text: '' }] },
    { line: 4, faults: [{ code: 'twice', column: null, text: null }] },
    { line: 5, faults: [{ code: 'unreadable', column: null, text: null }] },
  ] })
  expect(await allRows(town)).toEqual(before)
})

test('200: what was taken along comes back unchanged, in either language', async () => {
  for (const language of ['zh', 'en'] as const) {
    const { reply, headers } = await chen.call('exportRemits', { headers: { 'accept-language': language } })
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(String(reply)).toContain(lamps.zh)
    const bytes = Buffer.from(String(reply)).toString('base64')
    expect(await xu.ask('importRemits', { body: { fileName: 'duties.csv', bytes } })).toEqual({ added: 0, changed: 0, same: 3, bad: [] })
  }
})

test('200: a workbook of another program is read as well', async () => {
  const rows = [['Body', 'Ground', 'Duty'], [lamps.zh, '照明条例', '夜间巡查路灯']].map((row) => row.map((value) => ({ value })))
  const bytes = (await writeExcelFile(rows as never).toBuffer()).toString('base64')
  expect(await xu.ask('importRemits', { body: { fileName: 'Duties.XLSX', bytes } })).toEqual({ added: 1, changed: 0, same: 0, bad: [] })
  expect(await listOf(lamps.id)).toContainEqual([null, '夜间巡查路灯', '照明条例'])
})

test.skipIf(!hasPostgres)('of two who bring the same table at once each line comes in once, and each is told what they brought', async () => {
  const lines = Array.from({ length: 60 }, (_, i) => `${lamps.zh},,职责第 ${i} 条,条例`)
  const both = await Promise.all([xu.ask('importRemits', file(lines)), xu.ask('importRemits', file(lines.toReversed()))])
  expect(both.map(({ added, same }) => added + same)).toEqual([60, 60])
  expect(both[0]!.added + both[1]!.added).toBe(60)
  const [row] = await town.house.rooms.db.query<{ n: number }>(sql`select count(*) as n from remits where county = ${county} and body = ${lamps.id}::uuid and ended_at is null and words like '职责第%'`)
  expect(row!.n).toBe(60)
})

test('422: a file that is no such table, or too long a one · 403, 404: who keeps no lists, and who has only a part of the county', async () => {
  const refused = async (lines: string[], name?: string) => await xu.call('importRemits', file(lines, name ? { name } : {}))
  book.no('importRemits', await refused([]), 'book.file_unreadable')
  book.no('importRemits', await xu.call('importRemits', { body: { fileName: 'x.csv', bytes: Buffer.from('甲,乙\r\n一,二').toString('base64') } }), 'book.file_unreadable')
  book.no('importRemits', await refused(good, '职责清单.xlsx'), 'book.file_unreadable')
  book.no('importRemits', await refused(Array.from({ length: 3_001 }, (_, i) => `${lamps.zh},,多余第 ${i} 条,条例`)), 'book.too_many')
  expect((await chen.call('importRemits', file(good))).status).toBe(403)
})

test('every refusal that the contract promises was shown', () => book.allShown())
