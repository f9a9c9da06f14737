import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { holdUp } from '#server/test/hold-up.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { accepted, act, actOnTask, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

describe.skipIf(!hasPostgres)('merging, taking apart and joining at once', () => {
  let town: Town
  const by = {} as Record<'wang' | 'li' | 'zhang' | 'chen' | 'liu', Caller>
  beforeAll(async () => {
    town = await openTown()
    for (const [who, one] of Object.entries({ wang: residents.wang, li: residents.li, zhang: residents.zhang, chen: team.secretary, liu: team.member })) by[who as 'wang'] = await town.signIn(one)
  })
  afterAll(() => town.close())

  const caseOf = (id: string) => by.chen.ask('readCase', { params: { county, id } })
  const merge = async (id: string, into: string, who = by.chen) => who.call('mergeCase', { params: { county, id }, version: (await caseOf(id)).version, body: { into } })
  const withdraw = (who: Caller, id: string) => who.call('withdrawMatter', { params: { county, id }, body: {} })
  const join = (who: Caller, id: string, key = uuidv7()) => who.call('joinMatter', { params: { county, id }, key, body: {} })
  const held = (...ids: string[]) => sql`select 1 from cases where id = any(${ids}::uuid[]) order by id for update`
  const running = async (id: string) => (await caseOf(id)).clocks.filter((clock) => !clock.endedAt).map((clock) => clock.kind).toSorted()
  async function publicMatter() {
    const id = await report(by.wang, { visibility: 'public' })
    await act(by.chen, 'acceptCase', id, {})
    await act(by.chen, 'decidePublication', id, { publish: true, words: '3 幢门口路灯坏了。', photos: [] })
    return id
  }
  async function reported(id: string) {
    await act(by.chen, 'dispatchCase', id, { lead: bodies.wutong.id, assists: [] })
    await actOnTask(by.chen, 'takeTask', id, {})
    await actOnTask(by.chen, 'reportTask', id, { outcome: 'solved', words: '已换灯。', photos: [] })
    return (await caseOf(id)).version
  }
  const mattersJoined = async (person: string, master: string) =>
    (await town.house.rooms.db.query<{ n: number }>(sql`select count(*) as n from appeals a join cases c on c.county = a.county and c.id = a.case_id where a.person = ${person}::uuid and c.master = ${master}::uuid`))[0]!.n

  test('me too from two phones of one person is one matter; the other learns that they have joined', async () => {
    const id = await publicMatter()
    const answers = await holdUp(town.house.rooms.db, held(id), [() => join(by.zhang, id), () => join(by.zhang, id), () => join(by.zhang, id)])
    expect(answers.map((one) => one.problem.code ?? 'ok').toSorted()).toEqual(['case.joined_already', 'case.joined_already', 'ok'])
    expect(await mattersJoined(residents.zhang.person, id)).toBe(1)
    expect((await caseOf(id)).residents).toBe(2)
  })

  test('one me too sent three times at once is one, and each is answered with it', async () => {
    const [id, key] = [await publicMatter(), uuidv7()]
    const answers = await Promise.all([join(by.zhang, id, key), join(by.zhang, id, key), join(by.zhang, id, key)])
    expect(answers.map((one) => [one.status, one.reply.id])).toEqual(answers.map(() => [200, answers[0]!.reply.id]))
    expect(await mattersJoined(residents.zhang.person, id)).toBe(1)
  })

  test('two neighbours join while it is closed: each is joined, or told that it is over; nobody is half in', async () => {
    const id = await publicMatter()
    const version = await reported(id)
    const [zhang, li, closed] = await holdUp<{ status: number; problem: { code?: string } }>(town.house.rooms.db, held(id), [
      () => join(by.zhang, id), () => join(by.li, id), () => by.chen.call('closeCase', { params: { county, id }, version, body: { outcome: 'solved' } }),
    ])
    for (const [one, person] of [[zhang, residents.zhang.person], [li, residents.li.person]] as const) {
      expect([one!.status, one!.problem.code]).toEqual(one!.status === 200 ? [200, undefined] : [409, 'case.not_open'])
      expect(await mattersJoined(person, id)).toBe(one!.status === 200 ? 1 : 0)
    }
    expect((await caseOf(id)).state).toBe(closed!.status === 200 ? 'closed' : 'reported')
  })

  test('merged into a case that is being closed: it is merged and answered with it, or it stays by itself', async () => {
    const [master, child] = [await accepted(by.wang, by.chen), await accepted(by.li, by.chen)]
    const version = await reported(master)
    const [merging, closing] = await holdUp<{ status: number; problem: { code?: string } }>(town.house.rooms.db, held(master, child), [
      () => merge(child, master), () => by.liu.call('closeCase', { params: { county, id: master }, version, body: { outcome: 'solved' } }),
    ])
    const { state } = await caseOf(child)
    if (merging!.status === 200) expect([state, closing!.status]).toEqual(['merged', 412])
    else expect([merging!.problem.code, state, closing!.status]).toEqual(['case.merge_into_over', 'accepted', 200])
  })

  test('three in a ring: whatever is first, none is merged into one that is merged itself', async () => {
    const ids = [await report(by.wang), await report(by.li), await report(by.zhang, { place: { village: 101 } })]
    await Promise.all(ids.map((id, i) => merge(id, ids[(i + 1) % 3]!)))
    const seen = await Promise.all(ids.map(caseOf))
    for (const one of seen) if (one.master) expect(seen.find((other) => other.id === one.master!.id)!.master).toBeNull()
    expect(seen.filter((one) => one.state === 'merged').length).toBeGreaterThan(0)
  })

  test('taken apart while its master is answered: it is answered too, or it goes on with its clocks; never both, never neither', async () => {
    for (let i = 0; i < 4; i++) {
      const [master, child] = [await accepted(by.wang, by.chen), await accepted(by.li, by.chen)]
      await merge(child, master)
      await reported(master)
      await act(by.chen, 'closeCase', master, { outcome: 'solved' })
      await act(by.chen, 'answerCase', master, { words: '灯已修好。', photos: [] })
      const { version } = await caseOf(child)
      const [apart] = await Promise.all([by.liu.call('takeCaseApart', { params: { county, id: child }, version, body: {} }), town.settle()])
      await town.settle()
      const { state, master: of } = await caseOf(child)
      expect([state, of === null]).toEqual(apart.status === 200 ? ['accepted', true] : ['answered', false])
      expect(await running(child)).toEqual(apart.status === 200 ? ['resolve', 'start'] : ['rate'])
    }
  })

  test('two take it apart: one does, the other learns what changed', async () => {
    const [master, child] = [await accepted(by.wang, by.chen), await accepted(by.li, by.chen)]
    await merge(child, master)
    const { version } = await caseOf(child)
    const both = await holdUp(town.house.rooms.db, held(child), [by.chen, by.liu].map((who) => () => who.call('takeCaseApart', { params: { county, id: child }, version, body: {} })))
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 412])
    expect(await running(child)).toEqual(['resolve', 'start'])
  })

  describe('a master that is over without an answer', () => {
    test('withdrawn by its resident: those merged into it go on by themselves, as they were, and their desk is told', async () => {
      const [master, child] = [await accepted(by.wang, by.chen), await accepted(by.li, by.chen)]
      const before = await running(child)
      await merge(child, master)
      await act(by.chen, 'dispatchCase', master, { lead: bodies.lamps.id, assists: [] })
      expect((await withdraw(by.wang, master)).status).toBe(200)
      expect(await caseOf(child)).toMatchObject({ state: 'accepted', master: null })
      expect(await running(child)).toEqual(before)
      expect((await caseOf(child)).steps.at(-1)).toMatchObject({ kind: 'case.taken_apart', values: { because: 'withdrawn' } })
      await town.settle()
      expect((await by.chen.ask('listNotices', { query: { subject: child } })).items.map((one) => one.kind)).toContain('staff.taken_apart')
      expect((await by.li.ask('readMatter', { params: { county, id: child } })).state).toBe('accepted')
    })

    test('declined: a ground against it is none against the others', async () => {
      const [master, child] = [await report(by.wang), await report(by.li)]
      await merge(child, master)
      expect((await act(by.chen, 'declineCase', master, { ground: 'no_facts', words: '现场没有发现此事。' })).status).toBe(200)
      expect(await caseOf(child)).toMatchObject({ state: 'received', master: null })
      expect(await running(child)).toEqual(['reply', 'start'])
    })

    test('withdrawn while another is merged into it: the other is never left behind in it', async () => {
      for (let i = 0; i < 4; i++) {
        const [master, child] = [await accepted(by.wang, by.chen), await accepted(by.li, by.chen)]
        const [merging, withdrawing] = await holdUp<{ status: number; problem: { code?: string } }>(town.house.rooms.db, held(master, child), [() => merge(child, master), () => withdraw(by.wang, master)])
        expect(withdrawing!.status).toBe(200)
        expect([200, 409]).toContain(merging!.status)
        expect(await caseOf(child)).toMatchObject({ state: 'accepted', master: null })
        expect(await running(child)).toEqual(['resolve', 'start'])
      }
    })
  })
})
