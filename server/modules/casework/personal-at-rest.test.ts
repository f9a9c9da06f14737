import sql, { raw } from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { personalFields } from '#server/house.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, actOnTask, note } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

/** Every kind of personal data that casework takes in, each told by a text of its own. */
const held = {
  name: '王德福', phone: '13912345678', address: '滨河路 77 号 9 幢 401', words: '第一行：我的邻居赵六每晚吵闹，我住他楼下。\n第二行：我妈八十岁。',
  added: '补充：我叫王秀英。', worked: '电话 0571-8888。', asked: '请问是几点？', instructed: '请找赵六谈。', rated: '赵六还在吵。', redacted: '楼上每晚吵闹。',
}

let town: Town
let wang: Caller
/** Every value of every table, by `table.column`. */
const stands = new Map<string, unknown[]>()
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  const chen = await town.signIn(team.secretary)
  const place = { village: 101, address: held.address, point: { lon: 118.0281, lat: 29.9853 } }
  const body = { words: held.words, place, visibility: 'public', photos: [], onBehalfOf: { name: held.name, phone: held.phone } }
  const { id } = await wang.ask('submitAppeal', { key: uuidv7(), body })
  await act(chen, 'decidePublication', id, { publish: true, words: held.redacted, photos: [] })
  await act(chen, 'askBack', id, { words: held.asked, daysMax: 3 })
  await wang.ask('addToMatter', { params: { county, id }, key: uuidv7(), body: { words: held.added, photos: [] } })
  await act(chen, 'acceptCase', id, {})
  await act(chen, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [], instruction: held.instructed })
  await actOnTask(chen, 'takeTask', id, {})
  await note(chen, id, { words: held.worked })
  await actOnTask(chen, 'reportTask', id, { outcome: 'explained', words: '已劝导。', photos: [] })
  await act(chen, 'closeCase', id, { outcome: 'explained' })
  await act(chen, 'answerCase', id, { words: '已上门劝导。', photos: [] })
  await wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 2, words: held.rated } })
  await town.settle()
  const { db } = town.house.rooms
  const tables = await db.query<{ name: string }>(sql`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`)
  for (const { name } of tables) {
    for (const row of await db.query<Record<string, unknown>>(sql`select * from ${raw(name)}`)) {
      for (const [column, value] of Object.entries(row)) stands.set(`${name}.${column}`, [...(stands.get(`${name}.${column}`) ?? []), value])
    }
  }
})
afterAll(() => town.close())

/** The columns in which a text stands, as it is or as bytes. */
function whereStands(text: string): string[] {
  const holds = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).includes(text) : JSON.stringify(value).includes(JSON.stringify(text).slice(1, -1)))
  return [...stands].flatMap(([column, values]) => (values.some(holds) ? [column] : [])).toSorted()
}

test.each([
  ['the name of another person', held.name], ['their phone', held.phone], ['an address', held.address], ['a part of it', '滨河路'],
  ['the resident’s own phone', residents.wang.phone],
])('%s stands nowhere in clear text', (_, text) => {
  expect(stands.size).toBeGreaterThan(150)
  expect(whereStands(text)).toEqual([])
})

test('what a resident says in free words, and what staff write, stands in declared columns alone', () => {
  const declared = new Set(personalFields.filter((field) => field.atRest === 'plain').map((field) => `${field.table}.${field.column}`))
  for (const text of [held.words, '第一行', held.added, held.worked, held.asked, held.instructed, held.rated, '118.0281', '29.9853']) {
    const at = whereStands(text)
    expect([text, at.length > 0, at.filter((column) => !declared.has(column))]).toEqual([text, true, []])
  }
})

test('redacted words stand for the public, beside the original', () => {
  expect(whereStands(held.redacted)).toEqual(['cases.public_words', 'entries.words'])
})

test('the resident finds all of it on the page of their own data', async () => {
  const { held: seen } = await wang.ask('readMyRecord')
  const ofCases = seen.filter(({ field }) => /^(appeal|case|entry|rating)/.test(field))
  expect(Object.fromEntries(ofCases.map(({ field, value, count }) => [field, [value, count]]))).toEqual({
    'appeal.words': [held.words, 1], 'case.title': ['第一行：我的邻居赵六每晚吵闹，我住他楼下。', 1], 'appeal.address': [held.address, 1],
    'appeal.lon': ['118.0281', 1], 'appeal.lat': ['29.9853', 1], 'appeal.behalf_name': [held.name, 1], 'appeal.behalf_phone': [held.phone, 1],
    'entry.words': [held.added, 1], 'rating.words': [held.rated, 1],
  })
})

test('a sealed value opens for its own field and for no other', () => {
  const { vault } = town.house.rooms
  const sealed = (column: string) => stands.get(`appeals.${column}`)![0] as Uint8Array
  const opened = ['address', 'behalf_name', 'behalf_phone'].map((column) => vault.open(`appeal.${column}`, sealed(column)))
  expect(opened).toEqual([held.address, held.name, held.phone])
  expect(() => vault.open('appeal.behalf_name', sealed('address'))).toThrow()
})

test('facts and notices carry ids alone, and no words', () => {
  const told = JSON.stringify([stands.get('facts.detail'), stands.get('notices.detail')])
  expect(told.match(/\p{Script=Han}+/gu) ?? []).toEqual([])
  expect(told.length).toBeGreaterThan(1_000)
})
