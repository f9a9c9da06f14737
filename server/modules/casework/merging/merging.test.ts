import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act, actOnTask, note, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let wang: Caller
let li: Caller
let zhang: Caller
let chen: Caller
let tang: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  li = await town.signIn(residents.li)
  zhang = await town.signIn(residents.zhang)
  chen = await town.signIn(team.secretary)
  tang = await town.signIn(team.yinxing)
})
afterAll(() => town.close())

const caseOf = (by: Caller, id: string) => by.ask('readCase', { params: { county, id } })
const matterOf = (by: Caller, id: string) => by.ask('readMatter', { params: { county, id } })
const merge = async (id: string, into: string, by = chen) => by.call('mergeCase', { params: { county, id }, version: (await caseOf(chen, id)).version, body: { into } })

async function throughToAnswer(id: string) {
  await act(chen, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [] })
  await actOnTask(chen, 'takeTask', id, {})
  await actOnTask(chen, 'reportTask', id, { outcome: 'solved', words: '已换灯。', photos: [] })
  await act(chen, 'closeCase', id, { outcome: 'solved' })
  await act(chen, 'answerCase', id, { words: '灯已修好。', photos: [] })
  await town.settle()
}

describe('merging', () => {
  test('200: both residents are answered, each judges by themselves, and distinct residents are counted', async () => {
    const [master, child] = [await accepted(wang, chen), await report(li)]
    expect((await merge(child, master)).status).toBe(200)
    expect(await caseOf(chen, child)).toMatchObject({ state: 'merged', master: { id: master }, residents: 2 })
    expect(await caseOf(chen, master)).toMatchObject({ merged: [{ id: child }], residents: 2 })
    expect([(await caseOf(chen, child)).may, (await caseOf(chen, master)).may]).toMatchObject([{ takeApart: null, merge: 'case.too_late_to_merge' }, { takeApart: 'case.not_merged', merge: null }])
    expect((await caseOf(chen, child)).clocks.every((clock) => clock.endedAt !== null)).toBe(true)
    expect(await matterOf(li, child)).toMatchObject({ state: 'merged', joinedTo: (await caseOf(chen, master)).number })
    await throughToAnswer(master)
    for (const [who, id] of [[wang, master], [li, child]] as const) {
      const matter = await matterOf(who, id)
      expect(matter.state).toBe('answered')
      expect(matter.steps.find((step) => step.kind === 'case.answered')).toMatchObject({ words: '灯已修好。', body: { zh: bodies.wutong.zh } })
    }
    await li.ask('rateMatter', { params: { county, id: child }, body: { contacted: true, solved: 'no', satisfied: 1 } })
    await wang.ask('rateMatter', { params: { county, id: master }, body: { contacted: true, solved: 'yes', satisfied: 5 } })
    expect([(await caseOf(chen, child)).rating?.solved, (await caseOf(chen, master)).rating?.solved]).toEqual(['no', 'yes'])
  })

  test('200: taken apart it is as it was: state, clocks and whose it is', async () => {
    const [master, child] = [await report(wang), await accepted(li, chen)]
    const before = await caseOf(chen, child)
    await merge(child, master)
    expect((await act(chen, 'takeCaseApart', child, {})).status).toBe(200)
    const after = await caseOf(chen, child)
    expect(after).toMatchObject({ state: 'accepted', master: null, residents: 1 })
    const running = (one: typeof before) => one.clocks.filter((clock) => !clock.endedAt).map(({ id, kind, dueAt }) => ({ id, kind, dueAt }))
    expect(running(after)).toEqual(running(before))
    expect((await caseOf(chen, master)).merged).toEqual([])
    expect((await act(chen, 'takeCaseApart', child, {})).problem.code).toBe('case.not_merged')
  })

  test('200: asked back before it was merged, it goes on once it is taken apart: nothing stands still', async () => {
    const [master, child] = [await accepted(wang, chen), await accepted(li, chen)]
    await act(chen, 'askBack', child, { words: '请问是哪一盏？', daysMax: 5 })
    await merge(child, master)
    await act(chen, 'takeCaseApart', child, {})
    const { state, clocks } = await caseOf(chen, child)
    expect(state).toBe('accepted')
    expect(clocks.filter((clock) => !clock.endedAt).map((clock) => [clock.kind, clock.dueAt !== null]).toSorted()).toEqual([['resolve', true], ['start', true]])
  })

  test('422 into itself or into a merged one · 409 into one that is over, once dispatched, with others merged into it · 404 beyond reach', async () => {
    const [one, other, third] = [await report(wang), await report(li), await report(wang)]
    expect((await merge(one, one)).problem.code).toBe('case.merge_into_itself')
    await merge(other, one)
    expect((await merge(third, other)).problem.code).toBe('case.merge_into_itself')
    expect((await merge(one, third)).problem.code).toBe('case.merge_has_others')
    const over = await accepted(wang, chen)
    await throughToAnswer(over)
    expect((await merge(third, over)).problem.code).toBe('case.merge_into_over')
    const given = await accepted(wang, chen)
    await act(chen, 'dispatchCase', given, { lead: bodies.wutong.id, assists: [] })
    expect((await merge(given, third)).problem.code).toBe('case.too_late_to_merge')
    expect((await merge(third, given, tang)).problem.code).toBe('not_found')
  })

  test('412: changed meanwhile, with what changed', async () => {
    const [master, child] = [await accepted(wang, chen), await report(li)]
    const { version } = await caseOf(chen, child)
    await note(chen, child)
    const late = await chen.call('mergeCase', { params: { county, id: child }, version, body: { into: master } })
    expect([late.status, late.problem.code, late.problem.changed]).toMatchObject([412, 'changed_meanwhile', [{ kind: 'case.noted' }]])
  })

  test('two that are merged into each other at once: one is, neither is lost', async () => {
    const [one, other] = [await report(wang), await report(li)]
    const both = await Promise.all([merge(one, other), merge(other, one)])
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1)
    const states = [(await caseOf(chen, one)).state, (await caseOf(chen, other)).state].toSorted()
    expect(states).toEqual(['merged', 'received'])
  })
})

describe('me too', () => {
  async function publicMatter() {
    const id = await report(wang, { visibility: 'public' })
    await act(chen, 'acceptCase', id, {})
    await act(chen, 'decidePublication', id, { publish: true, words: '3 幢门口路灯坏了。', photos: [] })
    return id
  }
  const join = (by: Caller, id: string, key = uuidv7()) => by.call('joinMatter', { params: { county, id }, key, body: {} })

  test('200: a matter of their own, joined to the public one; sent twice it is one', async () => {
    const id = await publicMatter()
    const key = uuidv7()
    const [first, again] = [await join(zhang, id, key), await join(zhang, id, key)]
    expect(first.reply).toEqual(again.reply)
    expect(await matterOf(zhang, first.reply.id)).toMatchObject({ mine: true, state: 'merged', residents: 2 })
    expect(await matterOf(li, id)).toMatchObject({ mine: false, residents: 2 })
    expect((await join(zhang, id)).problem.code).toBe('case.joined_already')
    expect((await join(wang, id)).problem.code).toBe('case.joined_already')
    // Whose words are whose stays apart.
    expect((await li.call('readMatter', { params: { county, id: first.reply.id } })).problem.code).toBe('not_found')
  })

  test('each case that was merged says how many have the trouble, whoever joins or goes after it was read', async () => {
    const id = await publicMatter()
    const first = (await join(zhang, id)).reply.id
    expect([(await caseOf(chen, first)).residents, (await matterOf(zhang, first)).residents]).toEqual([2, 2])
    const second = (await join(li, id)).reply.id
    for (const one of [id, first, second]) expect((await caseOf(chen, one)).residents, one).toBe(3)
    expect((await matterOf(zhang, first)).residents).toBe(3)
    await act(chen, 'takeCaseApart', second, {})
    expect([(await caseOf(chen, id)).residents, (await caseOf(chen, first)).residents, (await caseOf(chen, second)).residents]).toEqual([2, 2, 1])
    await zhang.ask('withdrawMatter', { params: { county, id: first }, body: { words: '不用了。' } as never })
    expect([(await caseOf(chen, id)).residents, (await caseOf(chen, id)).merged]).toEqual([1, []])
  })

  test('404: what is not public · 409: what is over', async () => {
    expect((await join(zhang, await report(wang))).problem.code).toBe('not_found')
    const id = await publicMatter()
    await throughToAnswer(id)
    expect((await join(zhang, id)).problem.code).toBe('case.not_open')
  })
})

test('what ran out before it was merged is a breach of whoever held it, though nobody looked', async () => {
  const [master, child] = [await accepted(wang, chen), await report(li)]
  town.later({ hours: 16 })
  const again = await town.signIn(team.secretary)
  const { version } = await caseOf(again, child)
  expect((await again.call('mergeCase', { params: { county, id: child }, version, body: { into: master } })).status).toBe(200)
  const reply = (await caseOf(again, child)).clocks.find((clock) => clock.kind === 'reply')!
  expect(reply.breachedAt).toBe(reply.dueAt)
})
