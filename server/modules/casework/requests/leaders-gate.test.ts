import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act, decide, reported } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let chen: Caller
let liu: Caller
let zhao: Caller
let tang: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  liu = await town.signIn(team.member)
  zhao = await town.signIn(team.grid)
  tang = await town.signIn(team.yinxing)
})
afterAll(() => town.close())

const caseOf = (by: Caller, id: string) => by.ask('readCase', { params: { county, id } })

/** A petition matter that a member proposes to give to the lamp office: it waits for the secretary. */
async function proposed(): Promise<string> {
  const id = await accepted(wang, liu)
  expect((await act(liu, 'markPetition', id, {})).status).toBe(200)
  expect((await act(liu, 'dispatchCase', id, { lead: bodies.lamps.id, assists: [bodies.power.id], instruction: '请今天到场。', workingDays: 3 })).status).toBe(200)
  return id
}

describe('the leader’s gate', () => {
  test('200: a dispatch waits for the leader; approved, it happens a minute later as it was proposed', async () => {
    const id = await proposed()
    const before = await caseOf(liu, id)
    expect(before).toMatchObject({ state: 'accepted', petition: true, tasks: [], may: { dispatch: 'case.waits_for_leader' } })
    expect(before.requests).toMatchObject([{ kind: 'dispatch', lead: { id: bodies.lamps.id }, words: '请今天到场。', ruling: null, mine: false }])
    expect(before.clocks.some((clock) => clock.kind === 'gate' && !clock.endedAt)).toBe(true)

    const asResident = await wang.ask('readMatter', { params: { county, id } })
    expect(['start', 'resolve']).toContain(asResident.nextDue?.kind)
    expect(asResident.steps.map((step) => step.kind)).toEqual(['case.received', 'case.accepted', 'case.petition_marked'])
    expect((await wang.ask('listMyMatters')).items.find((one) => one.id === id)).toMatchObject({ dueAt: null })

    const { items, waiting } = await chen.ask('listRequests', { query: { side: 'mine' } })
    expect(waiting).toBeGreaterThan(0)
    expect(items.find((one) => one.case.id === id)).toMatchObject({ kind: 'dispatch', mine: true, words: '请今天到场。', assists: [{ id: bodies.power.id }], case: { petition: true } })

    expect((await decide(chen, 'decideGate', id, 'dispatch', { decision: 'approve' })).status).toBe(200)
    expect(await caseOf(liu, id)).toMatchObject({ state: 'accepted', requests: [{ ruling: 'granted', effectiveAt: expect.any(String) }] })
    town.later({ minutes: 2 })
    await town.settle()
    const after = await caseOf(liu, id)
    expect(after).toMatchObject({ state: 'dispatched', requests: [{ ruling: 'granted', effectiveAt: null }] })
    expect(after.tasks.map((task) => [task.body.id, task.role, task.instruction])).toEqual([[bodies.lamps.id, 'lead', '请今天到场。'], [bodies.power.id, 'assist', '请今天到场。']])
    expect(after.steps.findLast((step) => step.kind === 'case.dispatched')).toMatchObject({ body: { zh: bodies.wutong.zh } })
    expect(after.clocks.filter((clock) => clock.kind === 'gate' && !clock.endedAt)).toEqual([])
  })

  test('200: undone within the minute, it waits as before; then another lead is named', async () => {
    const id = await proposed()
    await decide(chen, 'decideGate', id, 'dispatch', { decision: 'send_back', words: '请先核实。' })
    expect((await decide(chen, 'undoGate', id, 'dispatch', {})).status).toBe(200)
    town.later({ minutes: 2 })
    await town.settle()
    expect(await caseOf(liu, id)).toMatchObject({ state: 'accepted', requests: [{ ruling: null }] })
    expect((await decide(chen, 'decideGate', id, 'dispatch', { decision: 'change', lead: bodies.urban.id })).status).toBe(200)
    town.later({ minutes: 2 })
    await town.settle()
    expect((await caseOf(liu, id)).tasks.map((task) => task.body.id)).toEqual([bodies.urban.id])
    expect((await decide(chen, 'undoGate', id, 'dispatch', {})).problem.code).toBe('request.in_effect')
  })

  test('200: what is sent back can be proposed anew', async () => {
    const id = await proposed()
    await decide(chen, 'decideGate', id, 'dispatch', { decision: 'send_back', words: '先由社区处置。' })
    town.later({ minutes: 2 })
    await town.settle()
    expect(await caseOf(liu, id)).toMatchObject({ state: 'accepted', requests: [{ ruling: 'refused', ruledWords: '先由社区处置。' }], may: { dispatch: null } })
    expect((await act(liu, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [] })).status).toBe(200)
    expect((await caseOf(liu, id)).requests).toHaveLength(2)
  })

  test('200: a leader who dispatches and closes has decided', async () => {
    const id = await reported(wang, chen, bodies.wutong.id)
    await act(chen, 'markPetition', id, {})
    expect((await act(chen, 'closeCase', id, { outcome: 'solved' })).status).toBe(200)
    expect((await caseOf(chen, id)).state).toBe('closed')
  })

  test('200: closing waits too; reworked meanwhile is refused; approved it closes', async () => {
    const id = await reported(wang, chen, bodies.wutong.id)
    await act(liu, 'markPetition', id, {})
    await act(liu, 'closeCase', id, { outcome: 'explained', words: '已当面解释。' })
    expect((await act(liu, 'reworkCase', id, { words: '再查。' })).problem.code).toBe('case.waits_for_leader')
    const { version, requests: [request] } = await caseOf(chen, id)
    const { results } = await chen.ask('decideMany', { params: { county }, body: { requests: [{ case: id, request: request!.id, version }, { case: id, request: request!.id, version }] } })
    expect(results.map((one) => one.refused)).toEqual([null, 'changed_meanwhile'])
    town.later({ minutes: 2 })
    await town.settle()
    expect(await caseOf(chen, id)).toMatchObject({ state: 'closed', clocks: expect.arrayContaining([expect.objectContaining({ kind: 'answer', endedAt: null })]) })
  })

  test('200: several approved at once are taken back at once, each by itself: what is in effect says so', async () => {
    const ids = [await proposed(), await proposed()]
    const rows = async () => await Promise.all(ids.map(async (id) => {
      const { version, requests } = await caseOf(chen, id)
      return { case: id, request: requests.findLast((one) => one.kind === 'dispatch')!.id, version }
    }))
    const many = async (undo?: true) => (await chen.ask('decideMany', { params: { county }, body: { requests: await rows(), ...(undo && { undo }) } })).results.map((one) => one.refused)
    expect(await many()).toEqual([null, null])
    expect(await many(true)).toEqual([null, null])
    expect(await many(true)).toEqual(['request.in_effect', 'request.in_effect'])
    town.later({ minutes: 2 })
    await town.settle()
    for (const id of ids) expect((await caseOf(chen, id)).state).toBe('accepted')
    expect(await many()).toEqual([null, null])
    town.later({ minutes: 2 })
    await town.settle()
    expect(await many(true)).toEqual(['request.in_effect', 'request.in_effect'])
    for (const id of ids) expect((await caseOf(chen, id)).state).toBe('dispatched')
  })

  test('withdrawn while it waits, nothing is dispatched', async () => {
    const id = await proposed()
    await decide(chen, 'decideGate', id, 'dispatch', { decision: 'approve' })
    await wang.ask('withdrawMatter', { params: { county, id }, body: {} })
    town.later({ minutes: 2 })
    await town.settle()
    expect(await caseOf(liu, id)).toMatchObject({ state: 'withdrawn', tasks: [], requests: [{ ruling: 'lapsed', effectiveAt: null }] })
  })

  test('409 decided already · 403 by a member, or by a grid worker · 404 by another committee · 422 a change without a lead, a body twice', async () => {
    const id = await proposed()
    expect((await decide(chen, 'decideGate', id, 'dispatch', { decision: 'change' })).problem.code).toBe('request.no_change')
    expect((await decide(chen, 'decideGate', id, 'dispatch', { decision: 'change', lead: bodies.power.id, assists: [bodies.power.id] })).problem.code).toBe('case.body_twice')
    expect((await decide(liu, 'decideGate', id, 'dispatch', { decision: 'approve' })).problem.code).toBe('not_allowed')
    expect((await decide(zhao, 'decideGate', id, 'dispatch', { decision: 'approve' })).problem.code).toBe('not_allowed')
    const { version, requests } = await caseOf(chen, id)
    const far = await tang.call('decideGate', { params: { county, id, request: requests[0]!.id }, version, body: { decision: 'approve' } })
    expect(far.problem.code).toBe('not_found')
    await decide(chen, 'decideGate', id, 'dispatch', { decision: 'approve' })
    expect((await decide(chen, 'decideGate', id, 'dispatch', { decision: 'approve' })).problem.code).toBe('request.ruled_already')
  })

  test('a deputy decides while the leader is away, by a grant with a last day; the trail names who it was', async () => {
    const id = await proposed()
    expect((await decide(liu, 'decideGate', id, 'dispatch', { decision: 'approve' })).problem.code).toBe('not_allowed')
    const validTo = new Date(town.now.getTime() + 3 * 86_400_000).toISOString()
    const grant = { post: team.member.post, action: 'role:committee_secretary', region: 101, mayDelegate: false, reportAfterwards: true, validTo, reason: '书记外出学习三天' }
    const { id: given } = await chen.ask('giveGrant', { key: uuidv7(), params: { county }, body: grant })
    expect((await liu.ask('listRequests', { query: { side: 'mine' } })).items.find((one) => one.case.id === id)).toMatchObject({ mine: true })
    expect((await decide(liu, 'decideGate', id, 'dispatch', { decision: 'approve' })).status).toBe(200)
    expect((await caseOf(chen, id)).steps.at(-1)).toMatchObject({ kind: 'request.ruled', person: team.member.zh })
    await chen.ask('withdrawGrant', { params: { county, id: given }, body: { reason: '书记已回' } })
    expect((await decide(liu, 'undoGate', id, 'dispatch', {})).problem.code).toBe('not_allowed')
  })

  test('two leaders at once: one decides, the other learns of it; it takes effect once, however many look', async () => {
    const id = await proposed()
    const { version, requests: [request] } = await caseOf(chen, id)
    const both = await Promise.all((['approve', 'send_back'] as const).map((decision) =>
      chen.call('decideGate', { params: { county, id, request: request!.id }, version, body: { decision } })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412])
    town.later({ minutes: 2 })
    await Promise.all([town.settle(), town.settle(), caseOf(liu, id)])
    const after = await caseOf(liu, id)
    expect(after.steps.filter((step) => step.kind === 'case.dispatched' || step.kind === 'request.sent_back')).toHaveLength(1)
  })
})

test('what my bodies asked for stands in its own list, newest first', async () => {
  const id = await proposed()
  const { items } = await liu.ask('listRequests', { query: { side: 'made' } })
  expect(items[0]).toMatchObject({ kind: 'dispatch', by: { id: bodies.wutong.id }, case: { id } })
  expect((await zhao.ask('listRequests', { query: { side: 'mine' } })).items).toEqual([])
})
