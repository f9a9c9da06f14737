import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { bodies, residents, team } from '#server/demo/cast.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { accepted, act, actOnTask, answered, dispatched, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { casesToLookAt } from '../clocks/clocks.sql.ts'

let town: Town
const by = {} as Record<'wang' | 'chen' | 'liu' | 'wu' | 'clerk', Caller>
beforeAll(async () => {
  town = await openTown()
  for (const [who, one] of Object.entries({ wang: residents.wang, chen: team.secretary, liu: team.member, wu: team.lamps, clerk: team.clerk })) by[who as 'wang'] = await town.signIn(one)
})
afterAll(() => town.close())

/** One more of everything that a list may hold. */
async function more() {
  const id = await report(by.wang, { visibility: 'public' })
  await act(by.chen, 'acceptCase', id, {})
  await act(by.chen, 'decidePublication', id, { publish: true, words: '路灯坏了。', photos: [] })
  const proposed = await accepted(by.wang, by.liu)
  await act(by.liu, 'markPetition', proposed, {})
  await act(by.liu, 'dispatchCase', proposed, { lead: bodies.lamps.id, assists: [] })
  await actOnTask(by.wu, 'takeTask', await dispatched(by.wang, by.chen, bodies.lamps.id, [bodies.power.id]), {})
  await report(by.wang)
  await answered(by.wang, by.chen, bodies.wutong.id)
  await town.settle()
}

const lists: Record<string, () => Promise<{ items: unknown[] }>> = {
  intake: () => by.chen.ask('listCases', { query: { list: 'intake' } }),
  work: () => by.wu.ask('listCases', { query: { list: 'work' } }),
  dispatch: () => by.chen.ask('listCases', { query: { list: 'dispatch' } }),
  'all cases': () => by.clerk.ask('listCases', { query: { list: 'cases' } }),
  'what waits for the leader': () => by.chen.ask('listRequests', { query: { side: 'mine' } }),
  'what was asked for': () => by.liu.ask('listRequests', { query: { side: 'made' } }),
  'a resident’s matters': () => by.wang.ask('listMyMatters'),
  'public matters': () => by.wang.ask('listPublicMatters'),
  notices: () => by.chen.ask('listNotices'),
}

/** How many queries a list asks, once it knows who asks and what bodies are called. */
async function queriesOf(list: () => Promise<{ items: unknown[] }>): Promise<{ rows: number; queries: number }> {
  await list()
  const asking = vi.spyOn(town.house.rooms.db, 'query')
  try {
    const { items } = await list()
    return { rows: items.length, queries: asking.mock.calls.length }
  } finally {
    asking.mockRestore()
  }
}

test('a list asks as many queries for many rows as for few', async () => {
  await more()
  const before: Record<string, { rows: number; queries: number }> = {}
  for (const [name, list] of Object.entries(lists)) before[name] = await queriesOf(list)
  for (let i = 0; i < 3; i++) await more()
  for (const [name, list] of Object.entries(lists)) {
    const after = await queriesOf(list)
    expect([name, after.rows > before[name]!.rows, after.queries]).toEqual([name, true, before[name]!.queries])
    expect(after.queries).toBeGreaterThan(0)
  }
}, 60_000)

describe.skipIf(!hasPostgres)('the due list', () => {
  test('is an index read: where no table may be gone through, none is', async () => {
    const { db } = town.house.rooms
    let asked: Parameters<typeof db.query>[0] | undefined
    await casesToLookAt({ query: async (statement) => ((asked = statement), []) }, town.now, 200)
    const plan = await db.transaction(['set local enable_seqscan = off', 'set local enable_bitmapscan = off'], async (tx) => {
      const rows = await tx.query<{ 'QUERY PLAN': string }>(sql`explain ${asked!}`)
      return rows.map((row) => row['QUERY PLAN']).join('\n')
    })
    expect(plan).toContain('clocks_due')
    expect(plan).not.toContain('Seq Scan')
    expect(plan).not.toContain('Sort')
  })
})
