import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseList } from '#contract/cases.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, actOnTask, dispatched, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let chen: Caller
let sun: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  sun = await town.signIn(team.clerk)
})
afterAll(() => town.close())

/** Reads a list to its end, and lets something happen between the pages. */
async function pages(by: Caller, list: CaseList, limit: number, between: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = []
  for (let after: string | undefined; ;) {
    const { items, next } = await by.ask('listCases', { query: { list, limit, ...(after && { after }) } })
    expect(items.length).toBe(next ? limit : items.length)
    seen.push(...items.map((row) => row.id))
    if (!next) return seen
    after = next
    await between()
  }
}

test('pages are whole and hold nothing twice, though all came at the same instant and more come in between', async () => {
  const [received, working]: [string[], string[]] = [[], []]
  for (let i = 0; i < 8; i++) received.push(await report(wang))
  for (let i = 0; i < 6; i++) working.push(await dispatched(wang, chen, bodies.wutong.id))
  const one = () => report(wang)
  const all = await pages(chen, 'cases', 3, one)
  expect(all.toSorted()).toEqual([...received, ...working].toSorted())
  const waiting = await pages(chen, 'intake', 2, one)
  expect(waiting).toEqual(expect.arrayContaining(received))
  expect(new Set(waiting).size).toBe(waiting.length)
  const work = await pages(chen, 'work', 4, () => dispatched(wang, chen, bodies.wutong.id))
  expect(work).toEqual(expect.arrayContaining(working))
  expect(new Set(work).size).toBe(work.length)
})

test('a task whose clock stood still is due later, and stands there in the working list', async () => {
  const [first, second] = [await dispatched(wang, chen, bodies.wutong.id), await dispatched(wang, chen, bodies.wutong.id)]
  const order = async (...ids: string[]) => (await pages(chen, 'work', 100, async () => {})).filter((id) => ids.includes(id))
  await act(chen, 'askBack', first, { words: '请问是哪一盏？', daysMax: 3 })
  expect(await order(first, second)).toEqual([second, first])
  town.later({ hours: 2 })
  const third = await dispatched(wang, chen, bodies.wutong.id)
  town.later({ hours: 3 })
  await wang.ask('addToMatter', { params: { county, id: first }, key: uuidv7(), body: { words: '第一盏。', photos: [] } })
  expect(await order(first, second, third)).toEqual([second, third, first])
})

test('the badges count what the lists hold, once the counts are folded, whatever happened', async () => {
  const ids = await Promise.all(Array.from({ length: 4 }, () => report(wang)))
  await act(chen, 'declineCase', ids[0]!, { ground: 'no_facts', words: '无此事。' })
  await act(chen, 'acceptCase', ids[1]!, {})
  await act(chen, 'acceptCase', ids[2]!, {})
  await act(chen, 'escalateCase', ids[2]!, { type: 'urgent', cause: '线路老化', tried: '换过灯泡' })
  await act(sun, 'sendCaseDown', ids[2]!, { to: bodies.yinxing.id, instruction: '请办理。' })
  await wang.ask('withdrawMatter', { params: { county, id: ids[3]! }, body: {} })
  const returned = await dispatched(wang, chen, bodies.wutong.id)
  await actOnTask(chen, 'returnTask', returned, { ground: 'lacks_facts', words: '查无此灯。' })
  await town.settle()
  const tang = await town.signIn(team.yinxing)
  for (const by of [chen, sun, tang]) await expectTrueCounts(by)
  expect((await chen.ask('countCases')).work).toBeGreaterThan(6)

  town.later({ days: 40 })
  await town.settle()
  const desks = [[team.secretary, bodies.wutong.id], [team.clerk, bodies.chunhui.id], [team.yinxing, bodies.yinxing.id]] as const
  for (const [who, desk] of desks) {
    const by = await town.signIn(who)
    await expectTrueCounts(by)
    const late = (await by.ask('listCases', { query: { list: 'cases', overdue: true, limit: 100 } })).items.filter((row) => row.desk.id === desk)
    expect((await by.ask('countCases')).overdue).toBe(late.length)
    expect(late.every((row) => row.due?.breached)).toBe(true)
  }
})

async function expectTrueCounts(by: Caller) {
  const counts = await by.ask('countCases')
  for (const list of ['intake', 'dispatch', 'work'] as const) {
    const { total, items } = await by.ask('listCases', { query: { list, limit: 100 } })
    expect([list, counts[list], items.length]).toEqual([list, total, total])
  }
}
