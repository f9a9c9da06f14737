import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let admin: Caller
beforeAll(async () => {
  town = await openTown()
  admin = await town.signIn(team.admin)
})
afterAll(() => town.close())

const hours = (n: number) => new Date(town.now.getTime() + n * 3_600_000).toISOString()
const today = (village = 101) => town.nobody.ask('readDutyToday', { params: { county, village } })
const put = (one: typeof team.member | typeof team.secretary, from: number, to: number) =>
  admin.ask('putOnDuty', { params: { county }, key: uuidv7(), body: { body: bodies.wutong.id, post: one.post, person: one.person, from: hours(from), to: hours(to) } })

test('200: nobody is on duty: the first responsible person, by the name of their post alone', async () => {
  expect(await today()).toEqual({
    body: { name: { zh: bodies.wutong.zh, en: bodies.wutong.en }, telephone: bodies.wutong.telephone },
    duties: [], first: { title: team.secretary.title, name: null, from: null, to: null },
  })
})

test('200: who is on duty today, from when to when; a name only where the post is declared public', async () => {
  await put(team.member, -1, 4)
  await put(team.secretary, 30, 36)
  expect(await today()).toMatchObject({ duties: [{ title: team.member.title, name: null, from: hours(-1), to: hours(4) }], first: null })
  await admin.ask('changePost', { params: { county, id: team.member.post }, body: { isPublic: true } })
  expect((await today()).duties).toMatchObject([{ name: '刘洋' }])
  town.later({ hours: 5 })
  expect(await today()).toMatchObject({ duties: [{ name: '刘洋' }], first: { title: team.secretary.title } })
})

test('404: no village, or one of another county', async () => {
  for (const [where, village] of [[county, 11], [county, 999_999], [4, 101]] as const) {
    expect((await town.nobody.call('readDutyToday', { params: { county: where, village } })).status).toBe(404)
  }
})
