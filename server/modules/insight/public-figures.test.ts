import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, answered, decide, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

/** An October in which Wutong answered much, Dukou little, and some matters were left out. */
let town: Town
const by = {} as Record<'wang' | 'li' | 'zhang' | 'secretary' | 'dukou' | 'centre', Caller>
beforeAll(async () => {
  town = await openTown(new Date('2026-10-12T02:00:00Z'))
  await comeIn()
  for (let i = 0; i < 24; i++) {
    const id = await answered(by.wang, by.secretary, bodies.wutong.id)
    if (i < 22) await by.wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: i < 16 ? 'yes' : 'no', satisfied: i < 20 ? 5 : 1 } })
    if (i >= 20) await exclude(id, i === 23 ? 'unreasonable' : 'duplicate')
    if (i === 19) await exclude(id, 'unreasonable', false)
    town.later({ minutes: 10 })
  }
  await did(act(by.dukou, 'acceptCase', await report(by.zhang, { place: { village: 111 } }), {}))
  town.now = new Date('2026-11-03T02:00:00Z')
  await comeIn()
  await report(by.wang)
  await town.settle()
}, 120_000)
afterAll(() => town.close())

async function comeIn() {
  for (const who of ['wang', 'li', 'zhang'] as const) by[who] = await town.signIn(residents[who])
  for (const who of ['secretary', 'dukou', 'centre'] as const) by[who] = await town.signIn(team[who])
}

async function did(answer: Promise<{ status: number; problem: unknown }>) {
  const { status, problem } = await answer
  if (status !== 200) throw new Error(JSON.stringify(problem))
}

async function exclude(id: string, ground: 'unreasonable' | 'duplicate', granted = true) {
  await did(act(by.secretary, 'askExclusion', id, { ground, words: '请予剔除。' }))
  await did(decide(by.centre, 'ruleOnRequest', id, 'exclusion', { granted, words: '已核实。' }))
}

const read = (query: Record<string, string> = {}) => town.nobody.ask('readPublicFigures', { query })

describe('whoever has not signed in', () => {
  test('200: reads the month that is over: rates with what they are of, what was left out, on which grounds and by whom', async () => {
    const figures = await read()
    expect(figures).toMatchObject({
      month: '2026-10', earliest: '2026-10', latest: '2026-10', region: { id: county }, received: { count: 25 }, closed: { count: 24 },
      excluded: { count: null, percent: null },
      rulings: { granted: { count: null }, refused: { count: null }, grounds: [], others: { count: null }, by: [{ id: bodies.centre.id }] },
    })
    expect(Object.fromEntries(figures.rates.map(({ rate, whole, percent }) => [rate, [whole, percent]]))).toEqual({
      // 24 that Wutong answered, less the four left out; and one of Dukou.
      reply: [21, 100], resolve: [21, 95],
      // Of the 20 that count 16 said solved: the other four are too few.
      solved: [20, null], satisfied: [20, null],
    })
  })

  test('200: of the bodies reads those that had enough, and of the others how many they are', async () => {
    const { bodies: lines, unnamed } = await read({ month: '2026-10' })
    expect(lines.map(({ body, excluded }) => [body.id, excluded])).toEqual([[bodies.wutong.id, { count: null }]])
    expect(unnamed).toBe(1)
    expect(JSON.stringify(lines)).not.toContain(bodies.dukou.id)
  })

  test('400: not a month that is not over, nor days, nor a month that there is none', async () => {
    for (const month of ['2026-11', '2027-01', '2026-13', '2026', '2026-10-01..2026-10-02']) {
      expect([month, (await town.nobody.call('readPublicFigures', { query: { month } })).status]).toEqual([month, 400])
    }
  })

  test('404: not of a town, nor of what is nowhere', async () => {
    for (const other of [11, 101, 999]) expect((await town.nobody.call('readPublicFigures', { params: { county: other } as never })).status).toBe(404)
  })

  test('finds no case, no name and no words in it', async () => {
    expect(JSON.stringify(await read())).not.toMatch(/路灯|王秀英|请予剔除|2026-0000/)
  })

  test('200: before the first month is over there is none to be had', async () => {
    const figures = await read({ month: '2026-09' })
    expect(figures).toMatchObject({ received: { count: 0 }, bodies: [], unnamed: 0, rulings: { by: [] } })
  })
})

test('what is told of a month adds up to nothing that is withheld', async () => {
  // Enough are left out now, and on one ground: it can be told, with who refused how many.
  town.now = new Date('2026-11-10T02:00:00Z')
  await comeIn()
  for (let i = 0; i < 6; i++) await exclude(await answered(by.wang, by.secretary, bodies.wutong.id), 'duplicate')
  town.now = new Date('2026-12-01T02:00:00Z')
  await comeIn()
  await town.settle()
  const november = await read()
  expect(november).toMatchObject({ month: '2026-11', excluded: { count: 6, percent: null }, rulings: { granted: { count: 6 }, refused: { count: 0 }, grounds: [{ ground: 'duplicate', count: 6 }], others: null } })
})
