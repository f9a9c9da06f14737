import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operations } from '#contract/index.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { accepted, act, actOnTask, answered, dispatched, givenBack, photograph, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

type Query = Operations['listCases']['query']

const { wutong, lamps, power, chunhui } = bodies
const up = { type: 'urgent', cause: '线路老化', tried: '换过灯泡' } as const

let town: Town
let wang: Caller
let zhang: Caller
let chen: Caller
let liu: Caller
let sun: Caller
let wu: Caller
let luo: Caller
/** One case of every kind, told by what became of it. */
const one: Record<string, string> = {}
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  zhang = await town.signIn(residents.zhang)
  chen = await town.signIn(team.secretary)
  liu = await town.signIn(team.member)
  sun = await town.signIn(team.clerk)
  wu = await town.signIn(team.lamps)
  luo = await town.signIn(team.dukou)
  const steps: [string, () => Promise<string>][] = [
    ['received', async () => report(wang, { photos: [await photograph(wang), await photograph(wang)] })],
    ['asked', () => report(wang, { category: 'noise' })],
    ['accepted', () => accepted(wang, chen)],
    ['dispatched', () => dispatched(wang, chen, lamps.id, [power.id])],
    ['own', () => dispatched(wang, chen, wutong.id)],
    ['answered', () => answered(wang, chen, wutong.id)],
    ['above', () => accepted(wang, chen)],
    ['dukou', () => report(zhang, { place: { village: 111 } })],
  ]
  for (const [name, step] of steps) {
    one[name] = await step()
    town.later({ minutes: 1 })
  }
  await act(chen, 'askBack', one.asked!, { words: '请问几点？', daysMax: 5 })
  await act(chen, 'escalateCase', one.above!, up)
  await actOnTask(liu, 'takeTask', one.own!, {})
})
afterAll(() => town.close())

const list = (by: Caller, query: Query) => by.ask('listCases', { query })
const named = async (by: Caller, query: Query) => (await list(by, query)).items.map(({ id }) => Object.keys(one).find((name) => one[name] === id))

describe('each list holds what waits there, the first due first', () => {
  test.each([
    ['intake of the committee', 'chen', 'intake', ['received', 'asked']],
    ['dispatch of the committee', 'chen', 'dispatch', ['accepted']],
    ['work of the committee', 'chen', 'work', ['own']],
    ['dispatch of the subdistrict', 'sun', 'dispatch', ['above']],
    ['intake of the subdistrict', 'sun', 'intake', []],
    ['work of the street lamps', 'wu', 'work', ['dispatched']],
  ] as const)('%s', async (_, who, which, names) => {
    const by = { chen, sun, wu }[who]
    expect(await named(by, { list: which })).toEqual(names)
    expect(await list(by, { list: which })).toMatchObject({ total: names.length, totalIsMore: false, next: null })
  })

  test('mine: the tasks that one has taken oneself', async () => {
    expect(await named(liu, { list: 'work', mine: true })).toEqual(['own'])
    expect(await named(chen, { list: 'work', mine: true })).toEqual([])
  })

  test('a row says what it is about, whose it is, when it is due and how many photos it has', async () => {
    const { items } = await list(chen, { list: 'intake' })
    expect(items[0]).toMatchObject({
      title: '3 幢门口的路灯坏了，晚上很黑，老人不敢出门。', state: 'received', level: 'self', category: { en: 'Street lights' }, desk: { id: wutong.id },
      place: [{ zh: '春晖街道' }, { zh: '梧桐社区' }], due: { kind: 'reply', paused: false, breached: false }, task: null, photos: 2, version: 1,
    })
    expect(items[1]).toMatchObject({ state: 'asked', due: null })
    expect((await list(wu, { list: 'work' })).items[0]?.task).toMatchObject({ role: 'lead', state: 'assigned', body: { id: lamps.id }, handler: null, isMine: false })
    expect((await list(liu, { list: 'work' })).items[0]?.task).toMatchObject({ handler: '刘洋', isMine: true })
  })
})

describe('reach', () => {
  test('all cases, newest first: a subdistrict sees its villages, a committee its own, a department what it holds', async () => {
    const ofWutong = ['above', 'answered', 'own', 'dispatched', 'accepted', 'asked', 'received']
    expect(await named(sun, { list: 'cases' })).toEqual(ofWutong)
    expect(await named(chen, { list: 'cases' })).toEqual(ofWutong)
    expect(await named(luo, { list: 'cases' })).toEqual(['dukou'])
    expect(await named(wu, { list: 'cases' })).toEqual(['dispatched'])
    expect((await list(await town.signIn(team.centre), { list: 'cases' })).total).toBe(8)
  })

  test('what a body held stays within its reach, though no longer in its work', async () => {
    const other = await dispatched(wang, chen, lamps.id)
    await givenBack(wu, chen, other, { ground: 'not_our_asset', words: '属物业。' })
    expect((await list(wu, { list: 'cases' })).items.map((row) => row.id)).toContain(other)
    expect(await named(wu, { list: 'work' })).toEqual(['dispatched'])
    await wang.ask('withdrawMatter', { params: { county, id: other }, body: {} })
  })
})

describe('filters', () => {
  test.each([
    ['state', { state: 'answered' }, ['answered']],
    ['asked, which is no state of its own', { state: 'asked' }, ['asked']],
    ['received, and not asked', { state: 'received' }, ['received']],
    ['category', { category: 'noise' }, ['asked']],
    ['level', { level: 'coordinated' }, ['above']],
    ['village', { region: 101, category: 'noise' }, ['asked']],
    ['another village', { region: 102 }, []],
    ['town', { region: 11, state: 'answered' }, ['answered']],
    ['county', { region: 3, state: 'answered' }, ['answered']],
    ['the body that holds it, or a task in it', { body: power.id }, ['dispatched']],
    ['the desk', { body: chunhui.id }, ['above']],
    ['late', { overdue: true }, []],
  ] as const)('by %s', async (_, query, names) => {
    expect(await named(sun, { list: 'cases', ...query })).toEqual(names)
    expect((await list(sun, { list: 'cases', ...query })).total).toBe(names.length)
  })

  test('by number: whole, its last digits, and what is no number finds nothing', async () => {
    const { number, id } = (await list(sun, { list: 'cases', state: 'answered' })).items[0]!
    const digits = String(Number(number.slice(5)))
    for (const asked of [number, number.replace('-', '/'), ` ${number} `, digits, digits.padStart(6, '0')]) {
      expect((await list(sun, { list: 'cases', number: asked })).items.map((row) => row.id)).toEqual([id])
    }
    for (const asked of [`2025-${digits}`, '999999', '路灯', 'DROP TABLE', '%', '2026-', '1'.repeat(20)]) {
      expect(await list(sun, { list: 'cases', number: asked })).toEqual({ items: [], next: null, total: 0, totalIsMore: false })
    }
    expect((await list(luo, { list: 'cases', number })).items).toEqual([])
  })

  test('404, 400: a region, a list or a page that is none', async () => {
    expect((await sun.call('listCases', { query: { list: 'cases', region: 999 } })).problem.code).toBe('region.not_found')
    for (const query of [{ list: 'everything' }, { after: 'yesterday' }, { limit: 101 }, { body: 'lamps' }, { colour: 'red' }]) {
      expect((await sun.call('listCases', { query: { list: 'cases', ...query } as Query })).status).toBe(400)
    }
  })
})
