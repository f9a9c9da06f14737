import fc from 'fast-check'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, actOnTask, decide, note, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { rebuildCounty } from './index.ts'

/** Whatever happens in a place, in whatever order: figures read from sums are those counted from the rows. */
let town: Town
const by = {} as Record<'wang' | 'li' | 'secretary' | 'lamps' | 'clerk' | 'centre' | 'admin', Caller>
const cases: string[] = []
let signedIn = new Date(0)
beforeAll(async () => {
  town = await openTown(new Date('2026-07-30T02:00:00Z'))
})
afterAll(() => town.close())

async function comeIn() {
  if (town.now.getTime() - signedIn.getTime() < 4 * 3_600_000) return
  signedIn = town.now
  for (const who of ['wang', 'li'] as const) by[who] = await town.signIn(residents[who])
  for (const who of ['secretary', 'lamps', 'clerk', 'centre', 'admin'] as const) by[who] = await town.signIn(team[who])
}

/** What somebody tries: where the case stands otherwise it is refused, and nothing changes. */
const tries: Record<string, (on: string, other: string) => Promise<unknown>> = {
  report: async () => cases.push(await report(by.wang, { category: 'lighting' })),
  reportElsewhere: async () => cases.push(await report(by.li, { category: 'noise', place: { village: 111 } })),
  reportNowhere: async () => cases.push(await report(by.li, { category: undefined, place: { address: '桥头' } })),
  accept: (on) => act(by.secretary, 'acceptCase', on, {}),
  decline: (on) => act(by.secretary, 'declineCase', on, { ground: 'no_facts', words: '没有具体情况。' }),
  sort: (on) => act(by.secretary, 'sortCase', on, { category: 'roads' }),
  up: (on) => act(by.secretary, 'escalateCase', on, { to: bodies.chunhui.id, type: 'beyond_powers', cause: '超出权限。', tried: '已到现场。' }),
  down: (on) => act(by.clerk, 'sendCaseDown', on, { to: bodies.wutong.id, instruction: '请社区处理。' }),
  byDepartment: (on) => act(by.secretary, 'dispatchCase', on, { lead: bodies.lamps.id, assists: [] }),
  byCommittee: (on) => act(by.secretary, 'dispatchCase', on, { lead: bodies.wutong.id, assists: [] }),
  take: (on) => actOnTask(by.secretary, 'takeTask', on, {}),
  takeThere: (on) => actOnTask(by.lamps, 'takeTask', on, {}),
  noted: (on) => note(by.secretary, on),
  back: (on) => actOnTask(by.lamps, 'returnTask', on, { ground: 'not_our_duty', words: '不归我们。' }),
  backAgreed: (on) => decide(by.secretary, 'ruleOnRequest', on, 'return', { granted: true }),
  done: (on) => actOnTask(by.secretary, 'reportTask', on, { outcome: 'solved', words: '已修好。', photos: [] }),
  doneThere: (on) => actOnTask(by.lamps, 'reportTask', on, { outcome: 'explained', words: '已说明。', photos: [] }),
  rework: (on) => act(by.secretary, 'reworkCase', on, { words: '还不亮。' }),
  close: (on) => act(by.secretary, 'closeCase', on, { outcome: 'solved' }),
  answer: (on) => act(by.secretary, 'answerCase', on, { words: '路灯已修好。', photos: [] }),
  rateWell: (on) => by.wang.ask('rateMatter', { params: { county, id: on }, body: { contacted: true, solved: 'yes', satisfied: 5 } }),
  rateBadly: (on) => by.wang.ask('rateMatter', { params: { county, id: on }, body: { contacted: false, solved: 'no', satisfied: 2 } }),
  reopen: (on) => by.wang.ask('reopenMatter', { params: { county, id: on }, body: { words: '又坏了。' } }),
  withdraw: (on) => by.li.ask('withdrawMatter', { params: { county, id: on }, body: {} }),
  exclude: (on) => act(by.secretary, 'askExclusion', on, { ground: 'out_of_scope', words: '不属职责。' }),
  excluded: (on) => decide(by.centre, 'ruleOnRequest', on, 'exclusion', { granted: true }),
  merge: async (on, other) => by.secretary.call('mergeCase', { params: { county, id: on }, version: (await by.secretary.ask('readCase', { params: { county, id: on } })).version, body: { into: other } }),
  apart: (on) => act(by.secretary, 'takeCaseApart', on, {}),
  calendar: (on) => by.admin.ask('changeCalendar', { params: { county, year: 2026 } as never, body: { days: on.charCodeAt(30) % 2 ? [{ day: '2026-09-15', works: false, name: { zh: '停电', en: 'Outage' } }] : [] } }),
  rebuild: () => rebuildCounty(town.house.rooms, county, () => {}),
  settle: async () => ({ status: 200, settled: await town.settle() }),
}
/** How cases go; between two steps of one anything may happen to it or another. */
const lives = [
  ['report', 'accept', 'byCommittee', 'take', 'noted', 'done', 'close', 'answer', 'rateBadly', 'reopen', 'byCommittee', 'take', 'done', 'close', 'answer', 'rateWell'],
  ['report', 'accept', 'byDepartment', 'takeThere', 'back', 'backAgreed', 'byCommittee', 'take', 'done', 'rework', 'take', 'done', 'close', 'answer', 'exclude', 'excluded', 'sort'],
  ['report', 'accept', 'byDepartment', 'takeThere', 'doneThere', 'close', 'exclude', 'excluded', 'rateWell'],
  ['reportElsewhere', 'withdraw', 'calendar'],
  ['reportNowhere', 'rebuild'],
  ['report', 'sort', 'accept', 'up', 'down', 'byCommittee'],
  ['report', 'merge', 'settle', 'apart', 'decline'],
]
const life = fc.record({
  steps: fc.constantFrom(...lives), minutes: fc.integer({ min: 10, max: 1_500 }),
  between: fc.array(fc.option(fc.constantFrom(...Object.keys(tries)), { freq: 2 }), { minLength: 17, maxLength: 17 }),
})
type Life = typeof life extends fc.Arbitrary<infer One> ? One : never

const done = new Set<string>()
async function goes(name: string, on: string, other: string, minutes: number) {
  town.later({ minutes })
  await comeIn()
  const answer = await tries[name]!(on, other).catch(() => undefined)
  if (answer !== undefined && ((answer as { status?: number }).status ?? 200) === 200) done.add(name)
}

async function play(all: readonly Life[]) {
  for (const { steps, minutes, between } of all) {
    let own = ''
    for (const [i, name] of steps.entries()) {
      const other = cases.at(-1 - ((i * 5) % Math.max(1, cases.length))) ?? ''
      await goes(name, own, other, minutes)
      if (i === 0) own = cases.at(-1)!
      if (between[i]) await goes(between[i], i % 3 === 0 ? own : other, own, minutes)
    }
  }
  await town.settle()
}

const periods = ['2026', '2026-Q3', '2026-08-05..2026-08-11', '2026-08-20..2026-10-20']
const narrowed: Record<string, unknown>[] = [{}, { region: 11 }, { region: 101 }, { body: bodies.wutong.id }, { body: bodies.lamps.id }, { category: 'lighting' }, { category: 'none' }, { track: 'safety_law' }, { channel: 'resident_app' }, { unplaced: true }]

/** Each page of figures, as far as it counts: not the moment at which it was told. */
async function pages(of = narrowed) {
  const read = []
  for (const period of periods) {
    for (const filters of of) read.push([period, filters, { ...(await by.centre.ask('readFigures', { query: { period, ...filters } as never })), asOf: null }])
  }
  return read
}

/** The same, counted from the rows alone. */
async function pagesOfRows(of = narrowed) {
  const { db } = town.house.rooms
  await db.query(sql`update figure_folded set made_as = 'not ' || made_as`)
  const read = await pages(of)
  await db.query(sql`update figure_folded set made_as = substr(made_as, 5)`)
  return read
}

const foldedOf = () => town.house.rooms.db.query<{ days: number; months: number }>(sql`
  select count(*) filter (where ends_at - starts_at < interval '2 days') as days, count(*) filter (where ends_at - starts_at > interval '2 days') as months from figure_folded`)

describe('figures', () => {
  test('read from sums are those counted from the rows, after whatever happened', async () => {
    let checked = 0
    await fc.assert(fc.asyncProperty(fc.array(life, { minLength: 7, maxLength: 9 }), async (all) => {
      await play(all)
      // What was touched last is not added up yet.
      const some = narrowed.slice(0, 3)
      expect(await pages(some)).toEqual(await pagesOfRows(some))
      town.later({ minutes: 11 })
      await town.settle()
      await comeIn()
      expect(await pages()).toEqual(await pagesOfRows())
      const [{ days, months } = { days: 0, months: 0 }] = await foldedOf()
      checked += days + months
    }), { numRuns: 3, seed: 7, endOnFailure: true })
    expect(checked).toBeGreaterThan(60)
    expect((await foldedOf())[0]!.months).toBeGreaterThan(1)
    expect(Object.keys(tries).filter((name) => !done.has(name))).toEqual([])
  }, 300_000)

  test('that changed since they were added up are counted from the rows until they are added up again', async () => {
    const { db } = town.house.rooms
    const id = cases.find((one) => one !== undefined)!
    const received = await db.query<{ at: Date }>(sql`select received_at as at from figure_cases where case_id = ${id}::uuid`)
    const holds = () => db.query(sql`select 1 from figure_folded where starts_at <= ${received[0]!.at} and ends_at > ${received[0]!.at}`)
    expect((await holds()).length).toBe(2)
    await db.query(sql`update figure_cases set by_caller = not by_caller, category = 'waste' where case_id = ${id}::uuid`)
    const { foldCases } = await import('./fold.sql.ts')
    await town.house.rooms.change(county, (tx) => foldCases(tx, county, [id]))
    expect((await holds()).length).toBe(0)
    // A few days at a time, the newest first; then the months.
    for (let round = 0; round < 30 && (await holds()).length === 0; round++) {
      town.later({ minutes: 1 })
      await town.settle()
    }
    town.later({ minutes: 11 })
    await town.settle()
    expect((await holds()).length).toBe(2)
  })

  test('that were added up by other definitions are not read', async () => {
    const { db } = town.house.rooms
    const read = async () => { const { counts, before, bodies: perBody } = await by.centre.ask('readFigures', { query: { period: '2026' } as never }); return { counts, before, perBody } }
    const right = await read()
    await db.query(sql`update figure_sums set counts = array_fill(7, array[array_length(counts, 1)])`)
    expect(await read()).not.toEqual(right)
    await db.query(sql`update figure_folded set made_as = 'before'`)
    expect(await read()).toEqual(right)
    await rebuildCounty(town.house.rooms, county, () => {})
    expect(await read()).toEqual(right)
  })
})
