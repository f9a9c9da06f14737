import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, actOnTask, againToAnswer, answeredFrom, answered as answeredBefore, decide, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const day = 86_400_000
let town: Town
let wang: Caller
let chen: Caller
let liu: Caller
let sun: Caller
let xu: Caller
beforeAll(async () => {
  town = await openTown()
  await signIn()
})
afterAll(() => town.close())

/** Sessions end while days pass. */
async function signIn() {
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  liu = await town.signIn(team.member)
  sun = await town.signIn(team.clerk)
  xu = await town.signIn(team.centre)
}
async function later(days: number) {
  town.later({ days })
  await town.settle()
  await signIn()
}

const caseOf = (id: string, by = chen) => by.ask('readCase', { params: { county, id } })
const matterOf = (id: string) => wang.ask('readMatter', { params: { county, id } })
const clockOf = async (id: string, kind: string) => (await caseOf(id)).clocks.findLast((clock) => clock.kind === kind)
const daysOf = (clock: { startedAt: string; dueAt: string | null }) => (new Date(clock.dueAt!).getTime() - new Date(clock.startedAt).getTime()) / day
const askReview = (id: string) => wang.call('askReview', { params: { county, id }, body: { words: '只换了灯泡，线路没有修。' } })
const opinion = (by: Caller, id: string, kind: string, said: 'uphold' | 'change' | 'redo') => decide(by, 'giveOpinion', id, kind, { opinion: said, words: '经复查，处理得当。' })

/** Marked, accepted, handled and answered by the committee, whose secretary decides for herself. */
async function answered(): Promise<string> {
  const id = await report(wang)
  await act(chen, 'markPetition', id, {})
  await answeredFrom(chen, id)
  return id
}

describe('the law’s own time, in natural days, beside the policy’s', () => {
  test('15 days from receipt to acceptance, 60 from acceptance to the answer; being asked back stops neither', async () => {
    const id = await report(wang)
    const { receivedAt } = await caseOf(id)
    town.later({ hours: 2 })
    await act(chen, 'markPetition', id, {})
    const acceptance = (await clockOf(id, 'petition_acceptance'))!
    expect([acceptance.startedAt, daysOf(acceptance), acceptance.body.zh]).toEqual([receivedAt, 15, bodies.wutong.zh])
    await act(chen, 'askBack', id, { words: '请问哪一盏？', daysMax: 5 })
    expect(await clockOf(id, 'petition_acceptance')).toMatchObject({ pausedAt: null, dueAt: acceptance.dueAt, endedAt: null })
    await act(chen, 'acceptCase', id, {})
    expect((await clockOf(id, 'petition_acceptance'))!.endedAt).not.toBeNull()
    const handling = (await clockOf(id, 'petition_handling'))!
    expect(daysOf(handling)).toBe(60)
    expect((await caseOf(id)).clocks.some((clock) => clock.kind === 'resolve' && !clock.endedAt)).toBe(true)
    const why = await chen.ask('explainClock', { params: { county, id, clock: handling.id } })
    expect(why).toMatchObject({ kind: 'petition_handling', span: { days: 60 }, rule: { field: 'petition.handling', holds: null } })
    expect((await matterOf(id)).petition).toMatchObject({ times: [{ kind: 'petition_acceptance', late: false }, { kind: 'petition_handling', dueAt: handling.dueAt, endedAt: null }], remedy: null })
  })

  test('a mark set late counts from the true receipt: what came in by letter 16 days ago is late at once', async () => {
    const { id } = await chen.ask('enterAppeal', {
      key: uuidv7(), params: { county },
      body: { words: '来信反映楼道堆物。', channel: 'letter', place: { region: 101 }, photos: [], receivedAt: new Date(town.now.getTime() - 16 * day).toISOString() },
    })
    await act(chen, 'markPetition', id, {})
    await town.settle()
    expect(await clockOf(id, 'petition_acceptance')).toMatchObject({ endedAt: null, breachedAt: expect.any(String) })
    expect((await caseOf(id)).steps.some((step) => step.kind === 'clock.breached' && step.values.clock === 'petition_acceptance')).toBe(true)
  })

  test('marked after acceptance: the handling runs from the acceptance, and an acceptance that was late is late', async () => {
    const { id } = await chen.ask('enterAppeal', {
      key: uuidv7(), params: { county },
      body: { words: '来信反映井盖松动。', channel: 'letter', place: { region: 101 }, photos: [], receivedAt: new Date(town.now.getTime() - 16 * day).toISOString() },
    })
    await act(chen, 'acceptCase', id, {})
    const accepted = (await clockOf(id, 'resolve'))!.startedAt
    await later(1)
    await act(chen, 'markPetition', id, {})
    expect(await clockOf(id, 'petition_acceptance')).toMatchObject({ endedAt: accepted, breachedAt: expect.any(String) })
    expect(await clockOf(id, 'petition_handling')).toMatchObject({ startedAt: accepted, endedAt: null })
  })

  test('it goes with the case to the desk above, runs past the closing, and ends with the answer', async () => {
    const id = await report(wang)
    await act(chen, 'markPetition', id, {})
    await act(chen, 'acceptCase', id, {})
    await act(chen, 'escalateCase', id, { type: 'urgent', cause: '线路老化', tried: '换过灯泡' })
    expect(await clockOf(id, 'petition_handling')).toMatchObject({ body: { zh: bodies.chunhui.zh }, endedAt: null })
    const own = await answered()
    expect((await clockOf(own, 'petition_handling'))!.endedAt).not.toBeNull()
  })
})

describe('more of it', () => {
  test('200: the leader approves, once; the resident is told, with the reason', async () => {
    const id = await report(wang)
    await act(liu, 'markPetition', id, {})
    await act(liu, 'acceptCase', id, {})
    const before = (await clockOf(id, 'petition_handling'))!
    const reason = '需要等管线图核对。'
    expect((await act(liu, 'askPetitionExtension', id, { days: 20, words: reason })).status).toBe(200)
    expect((await act(liu, 'askPetitionExtension', id, { days: 5, words: reason })).problem.code).toBe('request.already_asked')
    expect((await matterOf(id)).steps.some((step) => step.words === reason)).toBe(false)
    await decide(chen, 'decideGate', id, 'petition_extension', { decision: 'approve' })
    town.later({ minutes: 2 })
    await town.settle()
    const after = (await clockOf(id, 'petition_handling'))!
    expect([daysOf(before), daysOf(after)]).toEqual([60, 80])
    expect((await matterOf(id)).steps.at(-1)).toMatchObject({ kind: 'petition.extended', words: reason, values: { days: '20' } })
    expect((await act(liu, 'askPetitionExtension', id, { days: 5, words: reason })).problem.code).toBe('request.extended_already')
    const why = await chen.ask('explainClock', { params: { county, id, clock: after.id } })
    expect(why).toMatchObject({ span: { days: 80 }, rule: { field: 'petition.handling' } })
  })

  test('200: a leader who asks has decided', async () => {
    const id = await report(wang)
    await act(chen, 'markPetition', id, {})
    await act(chen, 'acceptCase', id, {})
    await act(chen, 'askPetitionExtension', id, { days: 30, words: '情况复杂。' })
    expect(daysOf((await clockOf(id, 'petition_handling'))!)).toBe(90)
  })

  test('409 and 422: no petition matter, not accepted, too late, personal data in the reason', async () => {
    const id = await report(wang)
    expect((await act(chen, 'askPetitionExtension', id, { days: 5, words: '情况复杂。' })).problem.code).toBe('case.not_accepted')
    await act(chen, 'acceptCase', id, {})
    expect((await act(chen, 'askPetitionExtension', id, { days: 5, words: '情况复杂。' })).problem.code).toBe('case.not_petition')
    await act(chen, 'markPetition', id, {})
    expect((await act(chen, 'askPetitionExtension', id, { days: 5, words: '王秀英家里没人。' })).problem.code).toBe('case.personal_data_in_words')
    await later(61)
    expect((await act(chen, 'askPetitionExtension', id, { days: 5, words: '情况复杂。' })).problem.code).toBe('request.too_late')
    expect(await clockOf(id, 'petition_handling')).toMatchObject({ breachedAt: expect.any(String) })
  })

  test('400: never more than the law gives', async () => {
    const id = await report(wang)
    await act(chen, 'markPetition', id, {})
    await act(chen, 'acceptCase', id, {})
    expect((await act(chen, 'askPetitionExtension', id, { days: 31, words: '情况复杂。' })).status).toBe(400)
  })
})

describe('review and second review', () => {
  test('200: the level above, then the next, each within 30 days; its opinion is final', async () => {
    const id = await answered()
    expect((await matterOf(id)).petition?.remedy).toMatchObject({ kind: 'petition_review', of: { zh: bodies.chunhui.zh } })
    expect((await askReview(id)).status).toBe(200)
    expect((await askReview(id)).problem.code).toBe('request.already_asked')
    const review = (await clockOf(id, 'petition_review'))!
    expect([daysOf(review), review.body.zh]).toEqual([30, bodies.chunhui.zh])
    expect((await wang.call('reopenMatter', { params: { county, id }, body: { words: '还是黑。' } })).problem.code).toBe('case.under_review')
    const { items } = await sun.ask('listRequests', { query: { side: 'mine' } })
    expect(items.find((one) => one.case.id === id)).toMatchObject({ kind: 'petition_review', mine: true, words: '只换了灯泡，线路没有修。', by: { id: bodies.wutong.id } })
    expect((await opinion(chen, id, 'petition_review', 'uphold')).problem.code).toBe('request.not_yours')
    expect((await opinion(sun, id, 'petition_review', 'uphold')).status).toBe(200)
    expect((await opinion(sun, id, 'petition_review', 'uphold')).problem.code).toBe('request.ruled_already')
    expect((await matterOf(id)).steps.at(-1)).toMatchObject({ kind: 'petition.reviewed', body: { zh: bodies.chunhui.zh }, words: '经复查，处理得当。', values: { opinion: 'uphold' } })
    expect((await matterOf(id)).petition?.remedy).toMatchObject({ kind: 'petition_second_review', of: { zh: bodies.centre.zh } })
    await askReview(id)
    expect((await clockOf(id, 'petition_second_review'))!.body.zh).toBe(bodies.centre.zh)
    expect((await opinion(xu, id, 'petition_second_review', 'change')).status).toBe(200)
    expect((await matterOf(id)).petition?.remedy).toBeNull()
    expect((await askReview(id)).problem.code).toBe('case.opinion_final')
    expect((await caseOf(id)).state).toBe('answered')
  })

  test('200: set aside, it is handled again with a new time; the new answer can be reviewed anew', async () => {
    const id = await answered()
    await wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 1 } })
    await askReview(id)
    await opinion(sun, id, 'petition_review', 'redo')
    expect(await caseOf(id)).toMatchObject({ state: 'accepted', reopened: 1 })
    expect((await clockOf(id, 'petition_handling'))!.endedAt).toBeNull()
    expect((await matterOf(id)).steps.at(-1)).toMatchObject({ kind: 'petition.redo_ordered', values: { opinion: 'redo' } })
    await againToAnswer(chen, id)
    expect((await matterOf(id)).petition?.remedy).toMatchObject({ kind: 'petition_review' })
    expect((await wang.call('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'yes', satisfied: 5 } })).status).toBe(200)
  })

  test('409: until the end of the 30th day, not a day later; nothing before the answer, and only of petition matters', async () => {
    const [id, other, plain] = [await answered(), await answered(), await report(wang)]
    expect((await askReview(await answeredBefore(wang, chen, bodies.wutong.id))).problem.code).toBe('case.not_petition')
    await act(chen, 'markPetition', plain, {})
    expect((await askReview(plain)).problem.code).toBe('case.not_answered')
    const { until } = (await matterOf(id)).petition!.remedy!
    await later(30)
    expect(new Date(until).getTime()).toBeGreaterThan(town.now.getTime())
    expect((await askReview(id)).status).toBe(200)
    await later(1)
    expect((await askReview(other)).problem.code).toBe('case.too_late_for_review')
  })

  test('409: whose answer is reviewed by nobody on this platform is told so', async () => {
    const { id } = await wang.ask('submitAppeal', { key: uuidv7(), body: { words: '全区公交线路的意见。', place: { address: '明泽区' }, visibility: 'private', photos: [] } })
    await act(xu, 'markPetition', id, {})
    await act(xu, 'acceptCase', id, {})
    await act(xu, 'dispatchCase', id, { lead: bodies.centre.id, assists: [] })
    await actOnTask(xu, 'takeTask', id, {})
    await actOnTask(xu, 'reportTask', id, { outcome: 'explained', words: '已说明。', photos: [] })
    await act(xu, 'closeCase', id, { outcome: 'explained' })
    await act(xu, 'answerCase', id, { words: '已说明。', photos: [] })
    expect((await matterOf(id)).petition?.remedy).toMatchObject({ kind: 'petition_review', of: null })
    expect((await askReview(id)).problem.code).toBe('case.no_level_above')
  })

  test('a review that nobody gives is late, and counts for the body that had to give it', async () => {
    const id = await answered()
    await askReview(id)
    await later(31)
    expect((await caseOf(id)).steps.findLast((step) => step.kind === 'clock.breached' && step.values.clock === 'petition_review')).toMatchObject({ other: { zh: bodies.chunhui.zh } })
  })
})

test('409: a petitioner is told first that they are accepted, then their matter may be merged; the law’s time goes on', async () => {
  const [master, child] = [await report(wang), await report(wang)]
  await act(chen, 'markPetition', child, {})
  const merge = async () => await chen.call('mergeCase', { params: { county, id: child }, version: (await caseOf(child)).version, body: { into: master } })
  expect((await merge()).problem.code).toBe('case.petition_not_accepted')
  await act(chen, 'acceptCase', child, {})
  expect((await merge()).status).toBe(200)
  expect((await clockOf(child, 'petition_handling'))!.endedAt).toBeNull()
})

test('of two who give the opinion at once one does', async () => {
  const id = await answered()
  await askReview(id)
  const { version, requests } = await caseOf(id, sun)
  const he = await town.signIn(team.leader)
  const request = requests.findLast((one) => one.kind === 'petition_review')!.id
  const say = (by: Caller, said: 'uphold' | 'redo') => by.call('giveOpinion', { params: { county, id, request }, version, body: { opinion: said, words: '经复查。' } })
  const both = await Promise.all([say(sun, 'uphold'), say(he, 'redo')])
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
})
