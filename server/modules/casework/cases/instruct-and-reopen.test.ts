import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { promised } from '#server/test/promised.ts'
import { act, againToAnswer, answered, decide, dispatched, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const book = promised('instructCase', 'reopenCase')
let town: Town
let wang: Caller
let chen: Caller
let sun: Caller
let he: Caller
let zheng: Caller
let luo: Caller
beforeAll(async () => {
  town = await openTown()
  ;[wang, chen, sun, he, zheng, luo] = await Promise.all(
    [residents.wang, team.secretary, team.clerk, team.leader, team.lampsHead, team.dukou].map((one) => town.signIn(one)),
  ) as [Caller, Caller, Caller, Caller, Caller, Caller]
})
afterAll(() => town.close())

const caseOf = (by: Caller, id: string) => by.ask('readCase', { params: { county, id } })
const instruct = (by: Caller, id: string, words = '今晚前修好，结果报我。') => act(by, 'instructCase', id, { words })
const reopen = (by: Caller, id: string, words = '经回访灯仍不亮，重新办理。') => act(by, 'reopenCase', id, { words })
const heard = async (by: Caller, id: string) => {
  await town.settle()
  return (await by.ask('listNotices', { query: { limit: 50 } })).items.filter((one) => one.subject.id === id).map((one) => one.kind)
}

describe('a leader’s instruction', () => {
  test('200: stands in the trail with its words, is told to whoever is at work on it, and the resident sees nothing of it', async () => {
    const id = await dispatched(wang, chen, bodies.lamps.id)
    expect((await instruct(he, id)).status).toBe(200)
    const step = (await caseOf(chen, id)).steps.at(-1)
    expect(step).toMatchObject({ kind: 'case.instructed', words: '今晚前修好，结果报我。', body: { zh: bodies.chunhui.zh }, person: team.leader.zh, audience: 'staff' })
    expect((await caseOf(chen, id)).state).toBe('dispatched')
    expect([await heard(chen, id), await heard(zheng, id)]).toEqual([expect.arrayContaining(['staff.instructed']), expect.arrayContaining(['staff.instructed'])])
    const matter = await wang.ask('readMatter', { params: { county, id } })
    expect(matter.steps.map(({ kind }) => kind)).not.toContain('case.instructed')
  })

  test('200: by the head of a department that has a task; on a case that waits for acceptance too', async () => {
    expect((await instruct(zheng, await dispatched(wang, chen, bodies.lamps.id))).status).toBe(200)
    expect((await instruct(he, await report(wang))).status).toBe(200)
  })

  test('403 for who leads nobody, 404 beyond reach, 409 once it is over, 412 changed meanwhile', async () => {
    const id = await dispatched(wang, chen, bodies.lamps.id)
    expect((await instruct(sun, id)).problem.code).toBe('not_allowed')
    const { version, may } = await caseOf(sun, id)
    expect([may.instruct, (await caseOf(he, id)).may.instruct]).toEqual(['not_allowed', null])
    expect((await luo.call('instructCase', { params: { county, id }, version, body: { words: '请抓紧。' } })).problem.code).toBe('not_found')
    book.no('instructCase', await instruct(he, await answered(wang, chen, bodies.wutong.id)), 'case.not_open')
    await act(chen, 'callAssist', id, { body: bodies.power.id })
    book.no('instructCase', await he.call('instructCase', { params: { county, id }, version, body: { words: '请抓紧。' } }), 'changed_meanwhile')
    book.no('instructCase', await he.call('instructCase', { params: { county, id }, body: { words: '请抓紧。' } }), 'version_missing')
  })
})

describe('handled again by staff', () => {
  test('200: by the desk above after a call, or without one, by its own desk; the trail says who, and the resident why', async () => {
    const [called, urged, own] = [await answered(wang, chen, bodies.wutong.id), await answered(wang, chen, bodies.wutong.id), await answered(wang, chen, bodies.wutong.id)]
    await wang.ask('rateMatter', { params: { county, id: called }, body: { contacted: true, solved: 'no', satisfied: 1 } })
    await decide(sun, 'callBack', called, 'callback', { found: { contacted: true, solved: 'no', satisfied: 1 } })
    expect([(await reopen(sun, called)).status, (await reopen(he, urged)).status, (await reopen(chen, own)).status]).toEqual([200, 200, 200])
    const who = async (id: string) => (await caseOf(chen, id)).steps.findLast(({ kind }) => kind === 'case.reopened_by_staff')!.values.by
    expect([await who(called), await who(urged), await who(own)]).toEqual(['callback', 'supervision', 'desk'])
    expect(await caseOf(chen, called)).toMatchObject({ state: 'accepted', reopened: 1, desk: { id: bodies.wutong.id } })
    const matter = await wang.ask('readMatter', { params: { county, id: called } })
    expect(matter.steps.at(-1)).toMatchObject({ kind: 'case.reopened_by_staff', words: '经回访灯仍不亮，重新办理。', body: { zh: bodies.chunhui.zh } })
    expect(await heard(wang, called)).toContain('resident.reopened')
    expect(await heard(chen, called)).toContain('staff.reopened_by_staff')
  })

  test('takes nothing of the resident’s right to have it reopened once', async () => {
    const id = await answered(wang, chen, bodies.wutong.id)
    await reopen(sun, id)
    await againToAnswer(chen, id)
    expect((await wang.ask('readMatter', { params: { county, id } })).may.reopen).toBeNull()
    expect((await wang.call('reopenMatter', { params: { county, id }, body: { words: '还是黑的。' } })).status).toBe(200)
    await againToAnswer(chen, id)
    expect((await wang.ask('readMatter', { params: { county, id } })).may.reopen).toBe('case.reopened_already')
    expect((await wang.call('reopenMatter', { params: { county, id }, body: { words: '还是黑的。' } })).problem.code).toBe('case.reopened_already')
  })

  test('403 by a body that only had a task, 404 beyond reach, 409 before it is answered or under review, 412, 422', async () => {
    const [open, id] = [await dispatched(wang, chen, bodies.lamps.id), await answered(wang, chen, bodies.wutong.id)]
    book.no('reopenCase', await reopen(zheng, open), 'case.not_your_desk')
    book.no('reopenCase', await reopen(chen, open), 'case.not_answered')
    const { version } = await caseOf(chen, id)
    const send = (by: Caller, more: { version?: number; words?: string }) =>
      by.call('reopenCase', { params: { county, id }, ...(more.version !== undefined && { version: more.version }), body: { words: more.words ?? '重新办理。' } })
    expect((await send(luo, { version })).problem.code).toBe('not_found')
    book.no('reopenCase', await send(chen, {}), 'version_missing')
    book.no('reopenCase', await send(chen, { version: version - 1 }), 'changed_meanwhile')
    book.no('reopenCase', await send(chen, { version, words: `请回复${residents.wang.phone}` }), 'case.personal_data_in_words')
    const reviewed = await report(wang)
    await act(chen, 'markPetition', reviewed, {})
    await act(chen, 'acceptCase', reviewed, {})
    await againToAnswer(chen, reviewed)
    await wang.ask('askReview', { params: { county, id: reviewed }, body: { words: '只换了灯泡。' } })
    book.no('reopenCase', await reopen(sun, reviewed), 'case.under_review')
  })

  test('every promise was shown', () => book.allShown())
})
