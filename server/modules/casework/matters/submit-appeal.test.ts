import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { promised } from '#server/test/promised.ts'
import { photograph, type BodyOf } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

type Body = BodyOf<'submitAppeal'>

const book = promised('submitAppeal')
const inWutong = { lon: 118.028, lat: 29.985 }
const inTheSea = { lon: 121.9, lat: 29.9 }
const lamp: Body = { words: '3 幢门口的路灯坏了。\n已经一个星期。', category: 'lighting', place: { village: 101 }, visibility: 'private', photos: [] }

let town: Town
let wang: Caller
let chen: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
})
afterAll(() => town.close())

const submit = (more: Partial<Body> = {}, key: string | undefined = uuidv7(), by = wang) => by.call('submitAppeal', { key, body: { ...lamp, ...more } })
const refused = async (more: Partial<Body>, code: Parameters<typeof book.no>[2], key = uuidv7()) => book.no('submitAppeal', await submit(more, key), code)
const appeals = async () => (await town.house.rooms.db.query<{ n: number }>(sql`select count(*) as n from appeals`))[0]!.n

test('200: a receipt at once, with a number, a time by which it is answered, and the desk that has it', async () => {
  const { status, reply } = await submit()
  expect(status).toBe(200)
  expect(reply).toMatchObject({ county, number: expect.stringMatching(/^2026-\d{6}$/), receivedAt: town.now.toISOString(), desk: { zh: '梧桐社区居委会' } })
  expect(Date.parse(reply.replyDueAt!) - town.now.getTime()).toBe(15 * 3_600_000)
  expect(await wang.ask('readMatter', { params: { county, id: reply.id } })).toMatchObject({
    number: reply.number, mine: true, state: 'received', words: lamp.words, category: { zh: '路灯照明' }, publicity: 'private', nextDue: { kind: 'reply' },
  })
})

test.each([
  ['a pin', { point: inWutong }, 'wutong', ['明泽区', '春晖街道', '梧桐社区', '梧桐第一网格']],
  ['a community', { village: 111 }, 'dukou', ['明泽区', '望江街道', '渡口社区']],
  ['a pin that lies in no boundary, and a community', { point: inTheSea, village: 102 }, 'yinxing', ['明泽区', '春晖街道', '银杏社区']],
  ['an address alone, which the county’s own desk takes in', { address: '滨河路 9 号' }, 'centre', ['明泽区']],
] as const)('200: the place is told by %s', async (_, place, desk, names) => {
  const { reply } = await submit({ place })
  expect(reply.desk).toEqual({ zh: bodies[desk].zh, en: bodies[desk].en })
  const matter = await wang.ask('readMatter', { params: { county, id: reply.id } })
  expect(matter.place.map(({ name }) => name.zh)).toEqual(names)
  expect(matter).toMatchObject({ address: 'address' in place ? place.address : null, point: 'point' in place ? place.point : null })
})

test('200: private unless the resident wishes otherwise, and then not public before intake has looked', async () => {
  const li = await town.signIn(residents.li)
  for (const [visibility, publicity] of [['private', 'private'], ['public', 'wished']] as const) {
    const { reply: { id } } = await submit({ visibility })
    expect((await wang.ask('readMatter', { params: { county, id } })).publicity).toBe(publicity)
    expect((await li.call('readMatter', { params: { county, id } })).status).toBe(404)
    expect((await town.nobody.ask('listPublicMatters')).items).toEqual([])
  }
  const { visibility: _, ...undecided } = lamp
  expect((await wang.call('submitAppeal', { key: uuidv7(), body: undecided })).status).toBe(400)
})

test('200: photos belong to the matter from then on, and for another person’s the name is kept', async () => {
  const photo = await photograph(wang)
  const { reply: { id } } = await submit({ photos: [photo], onBehalfOf: { name: '王德福', phone: '13912345678' } })
  expect((await wang.ask('readMatter', { params: { county, id } })).photos).toEqual([{ id: photo, width: 8, height: 6 }])
  const { appeals: [appeal] } = await chen.ask('readCase', { params: { county, id } })
  expect(appeal).toMatchObject({ photos: [{ id: photo }], onBehalfOf: { value: '王**', field: 'appeal.behalf_name' } })
  await refused({ photos: [photo] }, 'photo.used')
})

test('200: a retried send makes no second appeal and is answered as the first time, whatever became of the matter', async () => {
  const [key, photo] = [uuidv7(), await photograph(wang)]
  const body = { place: { address: '滨河路 9 号' }, photos: [photo] }
  const first = await submit(body, key)
  const before = await appeals()
  town.later({ minutes: 2 })
  expect(await submit(body, key.toUpperCase())).toMatchObject({ status: 200, reply: first.reply })
  const centre = await town.signIn(team.centre)
  await centre.ask('sendCaseDown', { params: { county, id: first.reply.id }, version: 1, body: { to: bodies.chunhui.id, instruction: '请核实。' } })
  expect((await submit(body, key)).reply).toEqual(first.reply)
  expect(await appeals()).toBe(before)
})

test('409: a key is used once, by one person, for one appeal', async () => {
  const key = uuidv7()
  await submit({}, key)
  await refused({ words: '不是路灯，是水管。' }, 'key_used_otherwise', key)
  const li = await town.signIn(residents.li)
  book.no('submitAppeal', await submit({}, key, li), 'key_used_otherwise')
})

test('400: without a key, or with one that is none, nothing could be retried', async () => {
  book.no('submitAppeal', await wang.call('submitAppeal', { body: lamp }), 'key_missing')
  await refused({}, 'key_missing', 'again')
})

test('422: a place is missing, or lies outside the county', async () => {
  await refused({ place: {} }, 'place.missing')
  await refused({ place: { address: '  ' } }, 'place.missing')
  await refused({ place: { point: inTheSea } }, 'place.outside')
  await refused({ place: { village: 999 } }, 'place.outside')
  await town.house.rooms.db.query(sql`
    insert into regions (id, parent, level, code, name_zh, province, city, county, town, village) values
      (4, 2, 3, '990102', '清源区', 1, 2, 4, null, null), (41, 4, 4, '990102001', '石桥街道', 1, 2, 4, 41, null),
      (401, 41, 5, '990102001001', '石桥社区', 1, 2, 4, 41, 401)`)
  await refused({ place: { village: 401 } }, 'place.outside')
})

test('422: a complaint about a body that is not there', async () => {
  await refused({ about: uuidv7() }, 'case.body_unknown')
})

test('422: a category that is not there, or not any more', async () => {
  await refused({ category: 'dragons' }, 'category.not_found')
  await town.house.rooms.change(county, async (tx) => {
    await tx.query(sql`update categories set ended_at = ${town.now} where key = 'advice'`)
    await town.house.rooms.memory.forget(tx, 'categories')
  })
  await refused({ category: 'advice' }, 'category.not_found')
})

test('422: more than nine photos, a photo of somebody else or of nobody', async () => {
  await refused({ photos: Array.from({ length: 10 }, uuidv7) }, 'appeal.too_many_photos')
  await refused({ photos: [await photograph(chen)] }, 'photo.not_yours')
  await refused({ photos: [uuidv7()] }, 'photo.not_yours')
})

test('422: what is shown with asterisks is never written back', async () => {
  await refused({ place: { address: '梧桐里 ****' } }, 'masked_value')
  await refused({ onBehalfOf: { name: '王*' } }, 'masked_value')
})

test('422: nothing is kept of a resident who has not agreed to the privacy notice in force', async () => {
  const zhang = await town.signIn(residents.zhang)
  await town.house.rooms.db.query(sql`delete from consents where person = ${residents.zhang.person}`)
  const before = await appeals()
  book.no('submitAppeal', await submit({}, uuidv7(), zhang), 'consent.needed')
  expect(await appeals()).toBe(before)
  await zhang.ask('giveConsent', { body: { version: '2026-11' } })
  expect((await submit({}, uuidv7(), zhang)).status).toBe(200)
})

test('401: only who is signed in', async () => {
  expect((await submit({}, uuidv7(), town.nobody)).problem.code).toBe('sign_in_first')
})

test('every refusal that the contract promises was shown', () => book.allShown())
