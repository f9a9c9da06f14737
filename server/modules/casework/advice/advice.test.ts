import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { accepted, act, actOnTask, closed, photograph, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { learnFromCases } from './learn-from-cases.ts'
import routine from './each-minute-learn-from-cases.ts'

let town: Town
let [wang, zhang, chen, luo, wu]: Caller[] = []
let lines: string[]
beforeAll(async () => {
  lines = []
  town = await openTown(undefined, { env: { LEARNING: 'on' }, log: { write: (line: string) => void lines.push(line) } })
  ;[wang, zhang, chen, luo, wu] = await Promise.all([residents.wang, residents.zhang, team.secretary, team.dukou, team.lamps].map((one) => town.signIn(one)))
})
afterAll(() => town.close())

const spot = { lon: 118.028, lat: 29.985 }
const suggested = (by: Caller, words: string) => by.ask('suggestCategories', { body: { words } })
const similar = (by: Caller, words: string, more = {}) => by.ask('findSimilarMatters', { body: { words, village: 101, ...more } })

describe('while somebody writes', () => {
  test('the category is suggested with its confidence and the words that counted, to anyone', async () => {
    for (const by of [wang!, town.nobody]) {
      const { items } = await suggested(by, '我们楼下的路灯坏了好几天，晚上很黑')
      expect(items[0]).toMatchObject({ key: 'lighting', name: { zh: '路灯照明', en: 'Street lights' } })
      expect(items[0]!.confidence).toBeGreaterThanOrEqual(0.5)
      expect(items[0]!.because.join()).toContain('路灯')
    }
  })
  test('nothing is suggested where it is not sure', async () => expect(await suggested(wang!, '您好，请问')).toEqual({ items: [] }))
  test('a category that has ended is not suggested', async () => {
    const { db, memory, change } = town.house.rooms
    const end = (at: string | null) => change(county, async (tx) => {
      await tx.query(sql`update categories set ended_at = ${at}::timestamptz where county = ${county} and key = 'lighting'`)
      await memory.forget(tx, 'categories', String(county))
    })
    await end('2026-01-01')
    expect((await suggested(wang!, '路灯坏了')).items.map(({ key }) => key)).not.toContain('lighting')
    await end(null)
    expect(await db.query(sql`select 1 from categories where ended_at is not null`)).toEqual([])
  })
  test('what was written is neither kept nor logged', async () => {
    await suggested(wang!, '秘密词语甲乙丙 路灯坏了')
    await similar(wang!, '秘密词语甲乙丙 路灯坏了')
    expect(lines.join('')).not.toContain('秘密词语')
    expect(await town.house.rooms.db.query(sql`select 1 from advice_models where position(convert_to('秘密词语', 'UTF8') in bytes) > 0`)).toEqual([])
  })
})

describe('before it is sent', () => {
  test('public matters near by are shown as the public sees them, with their picture; private ones only to whoever said them', async () => {
    const photo = await photograph(zhang!)
    const open = await report(zhang!, { words: '梧桐里 3 幢路灯不亮，我叫李某某', visibility: 'public', photos: [photo], place: { village: 101, point: spot } })
    const secret = await report(zhang!, { words: '梧桐里 3 幢路灯不亮，我家住 501', place: { village: 101, point: spot } })
    await act(chen!, 'acceptCase', open, {})
    const words = '梧桐里 3 幢的路灯不亮'
    expect((await similar(wang!, words)).items).toEqual([])
    await act(chen!, 'decidePublication', open, { publish: true, words: '梧桐里 3 幢路灯不亮', photos: [photo] })
    const { items } = await similar(wang!, words, { point: spot })
    expect(items).toEqual([expect.objectContaining({ id: open, words: '梧桐里 3 幢路灯不亮', photo, mine: false, state: 'accepted', village: expect.objectContaining({ id: 101 }) })])
    expect((await similar(town.nobody, words)).items.map(({ id }) => id)).toEqual([open])
    expect((await similar(zhang!, words)).items.map(({ id, mine }) => [id, mine]).toSorted()).toEqual([[open, true], [secret, true]].toSorted())
  })
  test('another trouble there is not shown', async () => expect((await similar(wang!, '广场舞太吵了，孩子没法睡觉')).items).toEqual([]))
  test('nor one of long ago', async () => {
    town.later({ days: 200 })
    expect((await similar(town.nobody, '梧桐里 3 幢的路灯不亮')).items).toEqual([])
    town.later({ days: -200 })
    expect((await similar(town.nobody, '梧桐里 3 幢的路灯不亮')).items).toHaveLength(1)
  })
})

describe('on a case', () => {
  test('staff see category and lead with the words that counted, and what stands behind them', async () => {
    const id = await report(wang!, { words: '梧桐里路灯一到晚上就不亮', category: undefined })
    const advice = await chen!.ask('adviseOnCase', { params: { county, id } })
    expect(advice.categories[0]).toMatchObject({ key: 'lighting' })
    expect(advice.bodies[0]).toMatchObject({ body: { id: bodies.lamps.id } })
    expect(advice.bodies[0]!.because.join()).toContain('路灯')
    expect(advice.learnt.category!.examples).toBeGreaterThan(100)
    expect(advice.places).toEqual([])
    expect((await chen!.ask('readCase', { params: { county, id } })).category).toBeNull()
  })
  test('similar cases are those within reach', async () => {
    const [first, second] = [
      await report(wang!, { words: '井盖松动，车一过就响', category: 'roads', place: { village: 101, point: spot } }),
      await report(zhang!, { words: '路上井盖响，松了', category: 'roads', place: { village: 101, point: spot } }),
    ]
    const beyond = await report(zhang!, { words: '井盖松动，车一过就响', category: 'roads', place: { village: 111 } })
    const near = async (by: Caller, id: string) => (await by.ask('listSimilarCases', { params: { county, id } })).items
    expect((await near(chen!, first)).map(({ id }) => id)).toEqual([second])
    expect((await near(chen!, first))[0]).toMatchObject({ metres: 0, words: '路上井盖响，松了', desk: { id: bodies.wutong.id } })
    expect((await near(luo!, beyond)).map(({ id }) => id)).toEqual([])
    expect((await luo!.call('listSimilarCases', { params: { county, id: first } })).status).toBe(404)
    expect((await luo!.call('adviseOnCase', { params: { county, id: first } })).status).toBe(404)
  })
  test('a body that holds cases by its tasks finds those', async () => {
    const held = []
    for (const words of ['广场东角路灯灭了', '广场东角的路灯灭']) {
      held.push(await accepted(wang!, chen!, { words, place: { village: 101, point: spot } }))
      await act(chen!, 'dispatchCase', held.at(-1)!, { lead: bodies.lamps.id, assists: [] })
    }
    const { items } = await wu!.ask('listSimilarCases', { params: { county, id: held[0]! } })
    expect(items.map(({ id }) => id)).toContain(held[1])
    for (const { id } of items) expect((await wu!.call('readCase', { params: { county, id } })).status).toBe(200)
  })
})

describe('closed cases teach', () => {
  const said = ['柳絮满天飞，咳嗽得厉害', '柳絮飘进窗户', '飞絮太多，皮肤过敏', '柳絮堆在门口像棉花', '飞絮飘得满屋都是', '满街柳絮睁不开眼']
  const asked = '柳絮飘进屋里'
  const learntAt = async () => (await town.house.rooms.db.query<{ learnt_at: Date }>(sql`select learnt_at from advice_looks where county = ${county}`))[0]!.learnt_at.getTime()

  test('what a word means here, and who solves it', async () => {
    expect((await suggested(wang!, asked)).items.map(({ key }) => key)).not.toContain('environment')
    for (const words of said) {
      const id = await accepted(wang!, chen!, { words, category: 'environment' })
      await act(chen!, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [] })
      await actOnTask(chen!, 'takeTask', id, {})
      await actOnTask(chen!, 'reportTask', id, { outcome: 'solved', words: '已喷水压絮。', photos: [] })
      await act(chen!, 'closeCase', id, { outcome: 'solved' })
    }
    await learnFromCases(town.house.rooms, county, town.now)
    const { items } = await suggested(wang!, asked)
    expect(items[0]).toMatchObject({ key: 'environment' })
    expect(items[0]!.because.join()).toContain('柳絮')
    const id = await report(wang!, { words: asked, category: undefined })
    expect((await chen!.ask('adviseOnCase', { params: { county, id } })).bodies[0]).toMatchObject({ body: { id: bodies.wutong.id } })
  }, 60_000)

  test('and where it is said to be: the desk to which it would be sent down', async () => {
    for (const words of ['老码头栏杆断了', '老码头的栏杆松了', '老码头边栏杆锈了']) {
      const id = await accepted(zhang!, luo!, { words, category: 'roads', place: { village: 111 } })
      await act(luo!, 'dispatchCase', id, { lead: bodies.dukou.id, assists: [] })
      await actOnTask(luo!, 'takeTask', id, {})
      await actOnTask(luo!, 'reportTask', id, { outcome: 'solved', words: '已修好。', photos: [] })
      await act(luo!, 'closeCase', id, { outcome: 'solved' })
    }
    await learnFromCases(town.house.rooms, county, town.now)
    const centre = await town.signIn(team.centre)
    const id = await report(zhang!, { words: '老码头那里的栏杆又断了', category: undefined, place: { address: '江边' } })
    const { places } = await centre.ask('adviseOnCase', { params: { county, id } })
    expect(places[0]).toMatchObject({ place: { id: 111 }, desk: { id: bodies.wangjiang.id } })
    expect(places[0]!.because.join()).toContain('码头')
  }, 60_000)

  test('by themselves: each day where a case was closed, and not where none was', async () => {
    const before = await learntAt()
    await routine.run(town.house.rooms, town.now)
    expect(await learntAt()).toBe(before)
    town.later({ days: 1, minutes: 1 })
    await closed(await town.signIn(residents.wang), await town.signIn(team.secretary), bodies.wutong.id)
    await routine.run(town.house.rooms, town.now)
    await routine.beside!.settle()
    expect(await learntAt()).toBe(town.now.getTime())
    const learnt = await learntAt()
    town.later({ days: 1, minutes: 1 })
    await closed(await town.signIn(residents.wang), await town.signIn(team.secretary), bodies.wutong.id)
    await routine.run(town.house.rooms, town.now)
    await routine.beside!.stop()
    expect(await learntAt(), 'what is ended leaves all as it was').toBe(learnt)
  }, 120_000)
})
