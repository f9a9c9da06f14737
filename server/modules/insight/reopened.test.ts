import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FigureKey } from '#contract/figure-keys.ts'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { act, actOnTask, againToAnswer, answered, decide, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

/** What was opened again, by whom; and what was said of it before, which stays said in its own month. */
let town: Town
const by = {} as Record<'wang' | 'secretary' | 'clerk' | 'centre', Caller>
const cases = {} as Record<'resident' | 'callback' | 'supervision' | 'desk' | 'review', string>
beforeAll(async () => {
  town = await openTown()
  await comeIn()
  await inNovember()
  town.later({ days: 20 })
  await town.settle()
  await comeIn()
  await inDecember()
  await town.settle()
}, 120_000)
afterAll(() => town.close())

async function comeIn() {
  by.wang = await town.signIn(residents.wang)
  for (const who of ['secretary', 'clerk', 'centre'] as const) by[who] = await town.signIn(team[who])
}

async function did(answer: Promise<{ status: number; problem: unknown }>) {
  const { status, problem } = await answer
  if (status !== 200) throw new Error(JSON.stringify(problem))
}

const rate = (id: string, solved: 'yes' | 'no') => did(by.wang.call('rateMatter', { params: { county, id }, body: { contacted: solved === 'yes', solved, satisfied: solved === 'yes' ? 5 : 1 } }))

async function inNovember() {
  for (const one of ['resident', 'callback', 'supervision', 'desk'] as const) {
    town.later({ minutes: 1 })
    cases[one] = await answered(by.wang, by.secretary, bodies.wutong.id)
  }
  await rate(cases.resident, 'no')
  await rate(cases.callback, 'no')
  await did(decide(by.clerk, 'callBack', cases.callback, 'callback', { found: { contacted: true, solved: 'no', satisfied: 1 } }))
  cases.review = await report(by.wang)
  await did(act(by.secretary, 'markPetition', cases.review, {}))
  await did(act(by.secretary, 'acceptCase', cases.review, {}))
  await againToAnswer(by.secretary, cases.review)
  await did(by.wang.call('reopenMatter', { params: { county, id: cases.resident }, body: { words: '还是不亮。' } }))
  await did(by.wang.call('askReview', { params: { county, id: cases.review }, body: { words: '只换了灯泡。' } }))
}

async function inDecember() {
  const words = '重新办理。'
  await did(act(by.clerk, 'reopenCase', cases.callback, { words }))
  await did(act(by.clerk, 'reopenCase', cases.supervision, { words }))
  await did(act(by.secretary, 'reopenCase', cases.desk, { words }))
  await did(decide(by.clerk, 'giveOpinion', cases.review, 'petition_review', { opinion: 'redo', words: '撤销原处理意见，重新办理。' }))
  // Closed otherwise than before, and judged otherwise.
  await did(act(by.secretary, 'dispatchCase', cases.resident, { lead: bodies.wutong.id, assists: [] }))
  await did(actOnTask(by.secretary, 'takeTask', cases.resident, {}))
  await did(actOnTask(by.secretary, 'reportTask', cases.resident, { outcome: 'explained', words: '已说明情况。', photos: [] }))
  await did(act(by.secretary, 'closeCase', cases.resident, { outcome: 'explained' }))
  await did(act(by.secretary, 'answerCase', cases.resident, { words: '已向您说明情况。', photos: [] }))
  await rate(cases.resident, 'yes')
}

const read = async (period: string) => (await by.centre.ask('readFigures', { query: { period } })).counts
const behind = async (figure: FigureKey, period = '2026') => (await by.centre.ask('listCasesBehind', { query: { period, figure } })).items.map(({ id }) => id)

test('each reopening counts in its month, told apart by who had it opened again', async () => {
  expect(await read('2026-11')).toMatchObject({ 'reopen.all': 1, 'reopen.byResident': 1 })
  const december = await read('2026-12')
  expect(december).toMatchObject({ 'reopen.all': 4, 'reopen.byCallBack': 1, 'reopen.bySupervision': 1, 'reopen.byDesk': 1, 'reopen.byReview': 1 })
  expect(december['reopen.byResident']).toBeUndefined()
  expect([await behind('reopen.byResident'), await behind('reopen.byReview'), await behind('reopen.byCallBack'), await behind('reopen.bySupervision'), await behind('reopen.byDesk')])
    .toEqual([[cases.resident], [cases.review], [cases.callback], [cases.supervision], [cases.desk]])
})

test('the first claim and the first rating stay in the figures of their month', async () => {
  const november = await read('2026-11')
  expect(november).toMatchObject({ closed: 5, 'closed.stated': 5, 'closed.solved': 5, rated: 2, 'rated.unsolved': 2, 'rated.notContacted': 2 })
  expect([november['closed.explained'], november['rated.solved']]).toEqual([undefined, undefined])
  expect(await behind('rated.unsolved', '2026-11')).toEqual(expect.arrayContaining([cases.resident, cases.callback]))
})

test('what is said of it then counts beside, in its own month; the case counts as closed once', async () => {
  const december = await read('2026-12')
  expect(december).toMatchObject({ 'closed.stated': 1, 'closed.explained': 1, rated: 1, 'rated.solved': 1, 'rated.satisfied': 1, 'rated.contacted': 1 })
  expect(december.closed).toBeUndefined()
  const year = await read('2026')
  expect([year.closed, year['closed.stated'], year.rated]).toEqual([5, 6, 3])
  expect([await behind('closed.explained'), await behind('rated.solved')]).toEqual([[cases.resident], [cases.resident]])
})
