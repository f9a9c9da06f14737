import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, residents, team } from '#server/demo/cast.ts'
import { act, actOnTask, dispatched, givenBack, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let by: Record<'wang' | 'chen' | 'clerk' | 'lamps' | 'urban' | 'centre', Caller>
beforeAll(async () => {
  town = await openTown()
  const [wang, chen, clerk, lamps, urban, centre] = await Promise.all([residents.wang, team.secretary, team.clerk, team.lamps, team.urban, team.centre].map((one) => town.signIn(one)))
  by = { wang: wang!, chen: chen!, clerk: clerk!, lamps: lamps!, urban: urban!, centre: centre! }
})
afterAll(() => town.close())

/** All, right and missed, as counted for a body. */
async function countsOf(body: string) {
  await town.settle()
  const { counts } = await by.centre.ask('readFigures', { query: { body } })
  return ['dispatch.all', 'dispatch.right', 'dispatch.missed'].map((key) => counts[key] ?? 0)
}

test('a dispatch counts for the desk that dispatched once its end is known: right where the lead reported, missed where it gave it back or another led', async () => {
  const { wutong, chunhui, lamps, urban } = bodies
  const underWay = await dispatched(by.wang, by.chen, lamps.id)
  expect(await countsOf(wutong.id)).toEqual([0, 0, 0])

  await actOnTask(by.lamps, 'takeTask', underWay, {})
  await actOnTask(by.lamps, 'reportTask', underWay, { outcome: 'solved', words: '已修好。', photos: [] })
  expect(await countsOf(wutong.id)).toEqual([1, 1, 0])

  const back = await dispatched(by.wang, by.chen, urban.id)
  await givenBack(by.urban, by.chen, back, { ground: 'not_our_duty', words: '不归我们。' })
  expect(await countsOf(wutong.id)).toEqual([2, 1, 1])

  // Sent up before the bureau said a word: nobody knows yet whether it was right, until somebody else leads.
  const up = await dispatched(by.wang, by.chen, urban.id)
  town.later({ minutes: 10 })
  await act(by.chen, 'escalateCase', up, { to: chunhui.id, type: 'ownership_unclear', cause: '权属不清。', tried: '已联系。' })
  expect(await countsOf(wutong.id)).toEqual([2, 1, 1])
  town.later({ minutes: 10 })
  await act(by.clerk, 'dispatchCase', up, { lead: lamps.id, assists: [] })
  expect(await countsOf(wutong.id)).toEqual([3, 1, 2])
  expect(await countsOf(chunhui.id)).toEqual([0, 0, 0])

  // What was taken back, and what the desk handles itself, is no dispatch that could be wrong.
  const gone = await dispatched(by.wang, by.chen, urban.id)
  await by.wang.ask('withdrawMatter', { params: { county: 3, id: gone }, body: {} })
  await dispatched(by.wang, by.chen, wutong.id)
  await report(by.wang)
  expect(await countsOf(wutong.id)).toEqual([3, 1, 2])
  const { items, total } = await by.centre.ask('listCasesBehind', { query: { figure: 'dispatch.missed', body: wutong.id } })
  expect([total, items.map(({ id, late }) => [id, late])]).toEqual([2, [[up, true], [back, true]]])
})
