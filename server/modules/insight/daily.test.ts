import sql from 'sql-template-tag'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { keepOpenState } from './snapshot.sql.ts'

let town: Town
let centre: Caller
let chen: Caller
const cases: string[] = []
beforeAll(async () => {
  town = await openTown()
  const wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  cases.push(await report(wang), await report(wang, { category: 'noise' }))
  await town.settle()
  // The next day one is taken in; the reply to the other has run out.
  town.later({ hours: 22 })
  chen = await town.signIn(team.secretary)
  await act(chen, 'acceptCase', cases[0]!, {})
  await town.settle()
  // Nobody works on the 18th and the 19th.
  town.later({ days: 3 })
  await town.settle()
  centre = await town.signIn(team.centre)
}, 60_000)
afterAll(() => town.close())

const daily = async (query: Record<string, unknown> = {}) => (await centre.ask('readFigures', { query: { period: '2026-11', ...query } as never })).daily

test('each local day is kept once, as it was; a day on which nobody worked is missed and not made up', async () => {
  const days = (await daily())!
  expect(days.map(({ day, takenAt }) => [day, takenAt !== null])).toEqual([['2026-11-16', true], ['2026-11-17', true], ['2026-11-18', false], ['2026-11-19', false], ['2026-11-20', true]])
  // Each has a clock to reply and one to start; on the 17th both replies had run out, and one was given late.
  expect(days[0]!.counts).toEqual({ open: 2, 'open.day': 2, 'state.received': 2, clocks: 4 })
  expect(days[1]!.counts).toMatchObject({ open: 2, 'open.day': 2 })
  expect(days[2]!.counts).toBeNull()
  expect(days[4]!.counts).toMatchObject({ open: 2, 'open.week': 2, 'state.received': 1, 'state.accepted': 1, late: 2 })
})

test('what comes later does not rewrite it', async () => {
  const before = await daily()
  await act(chen, 'declineCase', cases[1]!, { ground: 'no_facts', words: '没有具体情况。' }).catch(() => undefined)
  const again = await town.signIn(team.secretary)
  await act(again, 'declineCase', cases[1]!, { ground: 'no_facts', words: '没有具体情况。' })
  await town.settle()
  expect((await centre.ask('readFigures', {})).counts.open).toBe(1)
  expect(await daily()).toEqual(before)
})

test('workers that come at once keep one; nobody may change it afterwards', async () => {
  const { change, db } = town.house.rooms
  const day = '2026-11-30'
  const kept = await Promise.all([1, 2, 3, 4].map(() => change(county, (tx) => keepOpenState(tx, county, day, town.now))))
  expect(kept.filter(Boolean)).toHaveLength(1)
  const [sum] = await db.query<{ n: number }>(sql`select sum(cases)::integer as n from snapshot_counts where county = ${county} and day = ${day}::date`)
  expect(sum!.n).toBe(1)
  await expect(change(county, (tx) => tx.query(sql`update snapshot_counts set cases = 0`))).rejects.toThrow(/permission denied/)
  await expect(change(county, (tx) => tx.query(sql`delete from snapshots`))).rejects.toThrow(/permission denied/)
})

test('it is narrowed as the figures are; by grid and channel it is not kept, and says so', async () => {
  expect((await daily({ category: 'noise' }))![0]!.counts).toMatchObject({ open: 1 })
  expect((await daily({ body: bodies.wutong.id }))![0]!.counts).toMatchObject({ open: 2 })
  expect((await daily({ region: 12 }))![0]!.counts).toEqual({})
  expect(await daily({ channel: 'hotline' })).toBeNull()
})

test('the file names the missed days', async () => {
  const { reply } = await centre.call('exportFigures', { query: { period: '2026-11', format: 'csv' } as never, headers: { 'accept-language': 'zh-CN' } })
  const rows: string[][] = parse(reply as unknown as Buffer, { bom: true, relax_column_count: true })
  expect(rows.find(([day]) => day === '2026-11-18')).toEqual(['2026-11-18', '缺'])
  expect(rows.findLast(([day]) => day === '2026-11-16')!.slice(0, 3)).toEqual(['2026-11-16', '2026-11-16 10:00', '2'])
})
