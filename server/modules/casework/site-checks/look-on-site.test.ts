import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { promised } from '#server/test/promised.ts'
import { act, actOnTask, closed, decide, photograph, report, reported } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const { wutong, urban, watch } = bodies
let town: Town
let by: Record<'wang' | 'chen' | 'liu' | 'lin' | 'han' | 'wu', Caller>
beforeAll(async () => {
  town = await openTown()
  const [wang, chen, liu, lin, han, wu] = await Promise.all([residents.wang, team.secretary, team.member, team.collector, team.urban, team.lamps].map((one) => town.signIn(one))) as [Caller, Caller, Caller, Caller, Caller, Caller]
  by = { wang, chen, liu, lin, han, wu }
})
afterAll(() => town.close())

const book = promised('askSiteCheck', 'answerSiteCheck')
const caseOf = (id: string, who = by.chen) => who.ask('readCase', { params: { county, id } })
const ask = (id: string, who = by.chen, of = watch.id) => act(who, 'askSiteCheck', id, { of, words: '请看井盖是否换好。' })
const answer = async (id: string, isSo: boolean, who = by.lin, words = isSo ? '已换新盖。' : '还是塌的。') =>
  decide(who, 'answerSiteCheck', id, (await caseOf(id)).state === 'reported' ? 'site_check' : 'site_verification', { isSo, words, photos: [await photograph(who)] })

let serial = 500
/** A manhole cover, dispatched by the catalogue to the urban management bureau, which says that it is done. */
async function coverReported(): Promise<string> {
  const body = { channel: 'collector', words: '井盖破损。', place: { region: 101 }, code: `9901010101000${++serial}`, photos: [await photograph(by.lin)], byPolicy: true }
  const { id } = await by.lin.ask('enterAppeal', { key: uuidv7(), body })
  await reportDone(id)
  return id
}
async function reportDone(id: string) {
  if ((await caseOf(id)).tasks[0]!.state === 'assigned') await actOnTask(by.han, 'takeTask', id, {})
  await actOnTask(by.han, 'reportTask', id, { outcome: 'solved', words: '已更换井盖。', photos: [] })
}
const kinds = async (who: Caller, id: string) => (await who.ask('listNotices', { query: { subject: id } })).items.map((one) => one.kind)
const close = (id: string) => act(by.chen, 'closeCase', id, { outcome: 'solved' })

describe('a check on site before the closing', () => {
  test('200: a component is not closed until somebody found it put right; what is not goes back to its lead, with picture and words', async () => {
    const id = await coverReported()
    expect((await caseOf(id)).may).toMatchObject({ close: 'case.not_checked', siteCheck: null })
    expect((await close(id)).problem).toMatchObject({ status: 409, code: 'case.not_checked' })
    expect((await ask(id)).status).toBe(200)
    expect((await caseOf(id)).may.close).toBe('case.waits_for_check')
    expect((await close(id)).problem.code).toBe('case.waits_for_check')
    const { items } = await by.lin.ask('listRequests', { query: { side: 'site' } })
    expect(items.find((one) => one.case.id === id)).toMatchObject({ kind: 'site_check', mine: true, words: '请看井盖是否换好。', of: { id: watch.id } })
    expect((await answer(id, false)).status).toBe(200)
    const again = await caseOf(id)
    expect(again).toMatchObject({ state: 'dispatched', tasks: [{ state: 'taken', body: { id: urban.id } }], requests: [{ kind: 'site_check', ruling: 'refused', ruledWords: '还是塌的。' }] })
    expect(again.clocks.filter((clock) => clock.kind === 'look').every((clock) => clock.endedAt)).toBe(true)
    expect(again.steps.at(-1)).toMatchObject({ kind: 'case.reworked', words: '还是塌的。', values: { request: 'site_check', ruling: 'refused' }, body: { zh: watch.zh }, other: { zh: urban.zh } })
    expect(again.steps.at(-1)!.photos).toHaveLength(1)
    await town.settle()
    expect(await kinds(by.lin, id)).toContain('staff.site_asked')
    expect(await kinds(by.han, id)).toContain('staff.reworked')
    await reportDone(id)
    expect((await close(id)).problem.code).toBe('case.not_checked')
    await ask(id)
    expect((await answer(id, true)).status).toBe(200)
    expect((await caseOf(id)).may.close).toBeNull()
    expect((await close(id)).status).toBe(200)
    await town.settle()
    expect(await kinds(by.chen, id)).toContain('staff.site_found')
  })

  test('200: what bears no code is closed as ever, unless the county asks for a check of all', async () => {
    expect((await caseOf(await closed(by.wang, by.chen, wutong.id))).state).toBe('closed')
  })

  test('200: what is planned for later is nothing to look at yet', async () => {
    const id = await coverReported()
    expect((await act(by.chen, 'closeCase', id, { outcome: 'planned', plannedUntil: new Date(town.now.getTime() + 30 * 86_400_000).toISOString() })).status).toBe(200)
    book.no('askSiteCheck', await ask(id), 'case.waits_for_leader')
  })

  test('a look that the desk’s own rework overtakes comes to nothing', async () => {
    const id = await coverReported()
    await ask(id)
    await act(by.chen, 'reworkCase', id, { words: '照片不清。' })
    expect((await caseOf(id)).requests).toMatchObject([{ kind: 'site_check', ruling: 'lapsed' }])
  })
})

describe('a verification before the dispatch', () => {
  test('200: a collector finds what a resident reported, or does not; the desk decides what follows', async () => {
    for (const isSo of [true, false]) {
      const id = await report(by.wang)
      expect((await ask(id)).status).toBe(200)
      expect((await answer(id, isSo)).status).toBe(200)
      const seen = await caseOf(id)
      expect(seen).toMatchObject({ state: 'received', requests: [{ kind: 'site_verification', ruling: isSo ? 'granted' : 'refused' }] })
      expect(seen.steps.at(-1)).toMatchObject({ kind: 'site_check.answered', audience: 'staff' })
      expect((await by.wang.ask('readMatter', { params: { county, id } })).steps.map(({ kind }) => kind)).toEqual(['case.received'])
    }
  })
})

describe('it is said why not', () => {
  test('askSiteCheck', async () => {
    const id = await coverReported()
    book.no('askSiteCheck', await ask(id, by.chen, urban.id), 'site_check.own_work')
    book.no('askSiteCheck', await ask(id, by.chen, uuidv7()), 'case.body_unknown')
    book.no('askSiteCheck', await ask(id, by.han), 'case.not_your_desk')
    const { version } = await caseOf(id)
    book.no('askSiteCheck', await by.chen.call('askSiteCheck', { params: { county, id }, body: { of: watch.id } }), 'version_missing')
    book.no('askSiteCheck', await by.chen.call('askSiteCheck', { params: { county, id }, version: version - 1, body: { of: watch.id } }), 'changed_meanwhile')
    await ask(id)
    book.no('askSiteCheck', await ask(id), 'request.already_asked')
    await answer(id, false)
    book.no('askSiteCheck', await ask(id), 'site_check.not_now')
  })

  test('answerSiteCheck', async () => {
    const id = await coverReported()
    await ask(id)
    const { version, requests: [one] } = await caseOf(id)
    const params = { county, id, request: one!.id }
    const body = { isSo: true, photos: [await photograph(by.lin)] }
    book.no('answerSiteCheck', await by.lin.call('answerSiteCheck', { params, body }), 'version_missing')
    book.no('answerSiteCheck', await by.lin.call('answerSiteCheck', { params, version: version - 1, body }), 'changed_meanwhile')
    book.no('answerSiteCheck', await by.chen.call('answerSiteCheck', { params, version, body }), 'request.not_yours')
    book.no('answerSiteCheck', await by.lin.call('answerSiteCheck', { params, version, body: { ...body, photos: [await photograph(by.chen)] } }), 'photo.not_yours')
    expect((await by.lin.call('answerSiteCheck', { params, version, body: { isSo: true, photos: [] } })).status).toBe(400)
    expect((await by.lin.call('answerSiteCheck', { params, version, body })).status).toBe(200)
    book.no('answerSiteCheck', await by.lin.call('answerSiteCheck', { params, version: version + 1, body: { isSo: true, photos: [await photograph(by.lin)] } }), 'request.ruled_already')
    const other = await coverReported()
    await ask(other)
    const seen = await caseOf(other)
    book.no('answerSiteCheck', await by.lin.call('answerSiteCheck', { params: { county, id: other, request: seen.requests[0]!.id }, version: seen.version, body }), 'photo.used')
  })

  test('all that is promised was shown', () => book.allShown())
})

describe.skipIf(!hasPostgres)('two at once', () => {
  test('of two answers to one check, one counts', async () => {
    const id = await coverReported()
    await ask(id)
    const { version, requests: [one] } = await caseOf(id)
    const photos = [await photograph(by.lin), await photograph(by.lin)]
    const answers = await Promise.all([true, false].map((isSo, i) => by.lin.call('answerSiteCheck', { params: { county, id, request: one!.id }, version, body: { isSo, photos: [photos[i]!] } })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
    const after = await caseOf(id)
    expect(after.requests).toHaveLength(1)
    expect(after.state).toBe(after.requests[0]!.ruling === 'granted' ? 'reported' : 'dispatched')
  })

  test('a closing and a check that is asked for: whichever came first, nothing is closed under a check', async () => {
    const id = await reported(by.wang, by.chen, wutong.id)
    const { version } = await caseOf(id)
    const [closing, asking] = await Promise.all([
      by.chen.call('closeCase', { params: { county, id }, version, body: { outcome: 'solved' } }), by.liu.call('askSiteCheck', { params: { county, id }, version, body: { of: watch.id } }),
    ])
    expect([closing.status, asking.status].toSorted()).toEqual([200, 412])
    const { state, requests } = await caseOf(id)
    expect(state).toBe(closing.status === 200 ? 'closed' : 'reported')
    expect(requests.filter((one) => one.ruling === null)).toHaveLength(asking.status === 200 ? 1 : 0)
  })

  test('a failed check and a closing by somebody who has not seen it: it goes back, and is not closed', async () => {
    const id = await coverReported()
    await ask(id)
    const { version, requests: [one] } = await caseOf(id)
    const body = { isSo: false, photos: [await photograph(by.lin)] }
    const [failed, closing] = await Promise.all([
      by.lin.call('answerSiteCheck', { params: { county, id, request: one!.id }, version, body }), by.chen.call('closeCase', { params: { county, id }, version, body: { outcome: 'solved' } }),
    ])
    expect(failed.status).toBe(200)
    expect([409, 412]).toContain(closing.status)
    expect((await caseOf(id)).state).toBe('dispatched')
  })
})
