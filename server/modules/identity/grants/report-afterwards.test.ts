import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

/** 先办后报: what a deputy does under a grant that asks for a report is listed to whoever gave it. */
let town: Town
let [wang, chen, liu, tang]: Caller[] = []
let grant: string
beforeAll(async () => {
  town = await openTown()
  ;[wang, chen, liu, tang] = await Promise.all([residents.wang, team.secretary, team.member, team.yinxing].map((one) => town.signIn(one)))
  grant = await give(chen!, team.member.post, 101)
})
afterAll(() => town.close())

async function give(by: Caller, post: string, region: number, reportAfterwards = true): Promise<string> {
  const validTo = new Date(town.now.getTime() + 3 * 86_400_000).toISOString()
  return (await by.ask('giveGrant', {
    params: { county }, key: uuidv7(), body: { post, action: 'role:committee_secretary', region, mayDelegate: false, reportAfterwards, validTo, reason: '书记外出学习' },
  })).id
}
const reported = (by: Caller, query = {}) => by.ask('listReportedActs', { params: { county }, query })
const note = (by: Caller, acts: string[]) => by.ask('noteReportsSeen', { params: { county }, body: { acts } })

let id: string
test('what is done under the grant is reported with its case; what the deputy may do anyhow is not', async () => {
  id = await accepted(wang!, liu!)
  await act(liu!, 'markPetition', id, {})
  expect((await reported(chen!)).items).toEqual([])
  // A petition matter waits for the leader: the deputy decides by dispatching.
  expect((await act(liu!, 'dispatchCase', id, { lead: bodies.lamps.id, assists: [] })).status).toBe(200)
  const { number } = await chen!.ask('readCase', { params: { county, id } })
  const { items, unseen } = await reported(chen!)
  expect(items).toMatchObject([{
    kind: 'case.dispatched', person: team.member.zh, case: { id, number }, seenAt: null, grant: { id: grant, action: 'role:committee_secretary', withdrawnAt: null, to: { zh: '梧桐社区居委会居委会委员' } },
  }])
  expect(unseen).toBe(1)
})

test('each act that only the grant allows: an instruction, a roster, a grant passed on', async () => {
  expect((await act(liu!, 'instructCase', id, { words: '请今天到场。' })).status).toBe(200)
  const from = new Date(town.now.getTime() + 3_600_000)
  await liu!.ask('putOnDuty', { params: { county }, key: uuidv7(), body: { body: bodies.wutong.id, post: team.member.post, person: team.member.person, from: from.toISOString(), to: new Date(from.getTime() + 3_600_000).toISOString() } })
  expect((await reported(chen!)).items.map(({ kind, case: about }) => [kind, about?.id ?? null])).toEqual([['duty.set', null], ['case.instructed', id], ['case.dispatched', id]])
})

test('whoever gave it notes it seen, once; nobody else sees or notes it', async () => {
  const { items } = await reported(chen!)
  const ids = items.map((one) => one.id)
  expect([(await reported(tang!)).items, (await note(tang!, ids)).seen]).toEqual([[], 0])
  const both = await Promise.all([note(chen!, ids.slice(0, 2)), note(chen!, ids.slice(0, 2))])
  expect(both.reduce((sum, { seen }) => sum + seen, 0)).toBe(2)
  expect(await reported(chen!)).toMatchObject({ unseen: 1, items: [{ kind: 'case.dispatched' }] })
  const all = (await reported(chen!, { seen: true })).items
  expect(all.map(({ seenAt }) => seenAt)).toEqual([town.now.toISOString(), town.now.toISOString(), null])
})

test('page by page, the newest first', async () => {
  const first = await reported(chen!, { seen: true, limit: 2 })
  const second = await reported(chen!, { seen: true, limit: 2, after: first.next! })
  expect([...first.items, ...second.items].map(({ id: one }) => one)).toEqual((await reported(chen!, { seen: true })).items.map(({ id: one }) => one))
  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null])
  expect((await chen!.call('listReportedActs', { params: { county }, query: { after: 'x' } })).problem.code).toBe('bad_input')
})

test('taken back, the grant reports what had been done still, and nothing more is done under it', async () => {
  await chen!.ask('withdrawGrant', { params: { county, id: grant }, body: { reason: '书记已回' } })
  expect((await act(liu!, 'instructCase', id, { words: '请今天到场。' })).problem.code).toBe('not_allowed')
  expect((await reported(chen!)).items).toMatchObject([{ kind: 'case.dispatched', grant: { withdrawnAt: town.now.toISOString() } }])
})

test('a grant that asks for none reports nothing', async () => {
  const plain = await give(chen!, team.member.post, 101, false)
  const other = await accepted(wang!, liu!)
  expect((await act(liu!, 'instructCase', other, { words: '请今天到场。' })).status).toBe(200)
  expect((await reported(chen!, { seen: true })).items).toHaveLength(3)
  await chen!.ask('withdrawGrant', { params: { county, id: plain }, body: { reason: '不再需要' } })
})
