import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let chen: Caller
let clerk: Caller
let centre: Caller
beforeAll(async () => {
  town = await openTown()
  ;[wang, chen, clerk, centre] = await Promise.all([town.signIn(residents.wang), town.signIn(team.secretary), town.signIn(team.clerk), town.signIn(team.centre)])
})
afterAll(() => town.close())

const about = bodies.wutong.id
const complain = () => report(wang, { words: '居委会三次没有回复我。', category: 'advice', about, place: { village: 101, address: '梧桐里 12 号' } })
const seenBy = (caller: Caller, id: string) => caller.ask('readCase', { params: { county, id } })

test('a complaint about the committee is taken in by the desk above it, which sees who complains', async () => {
  const seen = await seenBy(clerk, await complain())
  expect(seen).toMatchObject({ desk: { id: bodies.chunhui.id }, level: 'coordinated', about: { body: { id: about }, isMine: false } })
  expect(seen.appeals[0]).toMatchObject({ name: { value: '王**' }, phone: { value: '139****0001' }, address: { field: 'appeal.address' } })
})

test('the committee itself, where it gets to see the case, is not shown who complains, and can’t open it', async () => {
  const id = await complain()
  await act(clerk, 'acceptCase', id, {})
  await act(clerk, 'dispatchCase', id, { lead: about, assists: [] })
  const seen = await seenBy(chen, id)
  expect(seen.about).toMatchObject({ body: { id: about }, isMine: true })
  expect(seen.appeals[0]).toMatchObject({ name: null, phone: null, address: null, onBehalfOf: null, original: null })
  expect(JSON.stringify(seen)).not.toContain('王')
  const open = (field: string, row: string) => chen.call('openPersonalField', { params: { county }, body: { field, row, case: id, purpose: 'contact' } })
  expect((await open('person.phone', residents.wang.person)).status).toBe(404)
  expect((await open('person.name', residents.wang.person)).status).toBe(404)
  expect((await open('appeal.address', seen.appeals[0]!.id)).status).toBe(404)
})

test('who looks up the caller at that body does not find the complaint', async () => {
  const id = await complain()
  const found = async (caller: Caller) => (await caller.ask('lookUpCaller', { params: { county }, body: { phone: residents.wang.phone } })).matters.map((one) => one.id)
  expect(await found(clerk)).toContain(id)
  expect(await found(chen)).not.toContain(id)
})

test('what is written down at the hotline can be a complaint too', async () => {
  const body = { channel: 'hotline', words: '街道办没有人接电话。', category: 'advice', place: { region: 11 }, photos: [], about: bodies.chunhui.id, appellant: { phone: '13955556666' } } as const
  const { id } = await centre.ask('enterAppeal', { key: uuidv7(), body })
  expect((await town.signIn(team.leader).then((leader) => seenBy(leader, id))).appeals[0]).toMatchObject({ name: null, phone: null })
  expect((await seenBy(centre, id)).desk.id).toBe(bodies.centre.id)
})

test('whoever complains finds every open body of the county by its name', async () => {
  const { items } = await town.nobody.ask('listPublicBodies', { params: { county } })
  expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([bodies.wutong.id, bodies.urban.id]))
  expect(Object.keys(items[0]!).toSorted()).toEqual(['id', 'kind', 'name'])
})
