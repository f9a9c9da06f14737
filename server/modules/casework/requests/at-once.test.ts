import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { openHouse } from '#server/house.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { holdUp } from '#server/test/hold-up.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { accepted, act, actOnTask, answered, dispatched, report, reported } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import lookAtClocks from '../clocks/each-second-look-at-clocks.ts'

describe.skipIf(!hasPostgres)('what is asked and ruled on, at once', () => {
  let town: Town
  const by = {} as Record<'wang' | 'li' | 'chen' | 'liu' | 'wu' | 'zheng' | 'sun' | 'he' | 'admin' | 'centre', Caller>
  const signIn = async () => {
    const cast = { wang: residents.wang, li: residents.li, chen: team.secretary, liu: team.member, wu: team.lamps, zheng: team.lampsHead, sun: team.clerk, he: team.leader, admin: team.admin, centre: team.centre }
    for (const [who, one] of Object.entries(cast)) by[who as 'wang'] = await town.signIn(one)
  }
  beforeAll(async () => {
    town = await openTown()
    await signIn()
  })
  afterAll(() => town.close())

  type Told = { status: number; problem: { code?: string } }
  const caseOf = (id: string, who = by.chen) => who.ask('readCase', { params: { county, id } })
  const held = (...ids: string[]) => sql`select 1 from cases where id = any(${ids}::uuid[]) order by id for update`
  const meet = (id: string, ...acts: (() => Promise<Told>)[]) => holdUp<Told>(town.house.rooms.db, held(id), acts)
  const statuses = (answers: readonly Told[]) => answers.map((one) => one.status).toSorted()
  const requestOf = async (id: string, kind: string) => {
    const { version, requests } = await caseOf(id)
    return { version, params: { county, id, request: requests.findLast((one) => one.kind === kind)!.id } }
  }
  const until = () => new Date(town.now.getTime() + 60 * 86_400_000).toISOString()

  describe('supervision', () => {
    test('two urge one body: it is urged once, and the other learns what changed', async () => {
      const id = await dispatched(by.wang, by.chen, bodies.lamps.id)
      const { version } = await caseOf(id)
      const urge = (who: Caller) => () => who.call('superviseCase', { params: { county, id }, version, body: { of: bodies.lamps.id, words: '请抓紧。' } })
      expect(statuses(await meet(id, urge(by.sun), urge(by.he)))).toEqual([200, 412])
      expect((await caseOf(id)).requests.filter((one) => one.kind === 'supervision')).toHaveLength(1)
    })

    test('two of the body answer: one plan stands', async () => {
      const id = await dispatched(by.wang, by.chen, bodies.lamps.id)
      await act(by.sun, 'superviseCase', id, { of: bodies.lamps.id, words: '请抓紧。' })
      const on = await requestOf(id, 'supervision')
      const answer = (who: Caller, words: string) => () => who.call('answerSupervision', { ...on, body: { words, until: until() } })
      const both = await meet(id, answer(by.wu, '明天修好。'), answer(by.zheng, '后天修好。'))
      expect(statuses(both)).toEqual([200, 412])
      expect((await caseOf(id)).requests.at(-1)).toMatchObject({ ruling: 'answered', ruledWords: both[0]!.status === 200 ? '明天修好。' : '后天修好。' })
    })

    test('urged while the body reports: it is urged, or it holds nothing any more', async () => {
      const id = await dispatched(by.wang, by.chen, bodies.lamps.id)
      await actOnTask(by.wu, 'takeTask', id, {})
      const { version, tasks } = await caseOf(id, by.wu)
      const both = await meet(id,
        () => by.wu.call('reportTask', { params: { county, id, task: tasks[0]!.id }, version, body: { outcome: 'solved', words: '已修。', photos: [] } }),
        () => by.sun.call('superviseCase', { params: { county, id }, version, body: { of: bodies.lamps.id, words: '请抓紧。' } }))
      expect(statuses(both)).toEqual([200, 412])
      const { state, requests } = await caseOf(id)
      expect([state, requests.filter((one) => one.kind === 'supervision').length]).toEqual(both[0]!.status === 200 ? ['reported', 0] : ['dispatched', 1])
    })

    test('by rule: of two houses that see the breach one urges', async () => {
      const draft = await by.admin.ask('readPolicyDraft')
      const { version } = await by.admin.ask('savePolicyDraft', { version: draft.version, body: { layers: [{ town: null, category: null, set: { 'supervision.breach': 'on' }, locked: [] }] } })
      await by.admin.ask('publishPolicies', { key: uuidv7(), version, body: { note: '自动督办' } })
      const ids = await Promise.all(Array.from({ length: 6 }, () => dispatched(by.wang, by.chen, bodies.lamps.id)))
      town.later({ days: 8 })
      const second = await openHouse(town.house.rooms.config, { clock: () => town.now })
      try {
        await Promise.all([town.house.rooms, second.rooms, town.house.rooms, second.rooms].map((rooms) => lookAtClocks.run(rooms, town.now)))
      } finally {
        await second.close()
      }
      await signIn()
      for (const id of ids) expect((await caseOf(id)).requests.filter((one) => one.kind === 'supervision' && one.of.id === bodies.lamps.id)).toHaveLength(1)
    })
  })

  describe('more time', () => {
    test('asked for by two of the body: one is asked, the other learns what changed', async () => {
      const id = await dispatched(by.wang, by.chen, bodies.lamps.id)
      const { version, tasks } = await caseOf(id)
      const ask = (who: Caller) => () => who.call('askExtension', { params: { county, id, task: tasks[0]!.id }, version, body: { workingDays: 2, words: '配件未到。' } })
      expect(statuses(await meet(id, ask(by.wu), ask(by.zheng)))).toEqual([200, 412])
      expect((await caseOf(id)).requests).toHaveLength(1)
    })

    test('granted and refused: one ruling stands, and the time moves with it or not at all', async () => {
      const id = await dispatched(by.wang, by.chen, bodies.lamps.id)
      const due = async () => (await caseOf(id)).clocks.find((clock) => clock.kind === 'task' && !clock.endedAt)!.dueAt!
      const before = await due()
      await actOnTask(by.wu, 'askExtension', id, { workingDays: 2, words: '配件未到。' })
      const on = await requestOf(id, 'extension')
      const [granting, refusing] = await meet(id, () => by.chen.call('ruleOnRequest', { ...on, body: { granted: true } }), () => by.liu.call('ruleOnRequest', { ...on, body: { granted: false, words: '请克服困难。' } }))
      expect(statuses([granting!, refusing!])).toEqual([200, 412])
      expect((await caseOf(id)).requests[0]!.ruling).toBe(granting!.status === 200 ? 'granted' : 'refused')
      expect((await due()) > before).toBe(granting!.status === 200)
    })

    test('granted while the body reports: the task is over once, and no clock of it runs on', async () => {
      const id = await dispatched(by.wang, by.chen, bodies.lamps.id)
      await actOnTask(by.wu, 'takeTask', id, {})
      await actOnTask(by.wu, 'askExtension', id, { workingDays: 2, words: '配件未到。' })
      const on = await requestOf(id, 'extension')
      const { tasks } = await caseOf(id)
      const [granting, reporting] = await meet(id,
        () => by.chen.call('ruleOnRequest', { ...on, body: { granted: true } }),
        () => by.wu.call('reportTask', { params: { county, id, task: tasks[0]!.id }, version: on.version, body: { outcome: 'solved', words: '已修。', photos: [] } }))
      expect(statuses([granting!, reporting!])).toEqual([200, 412])
      const { clocks, requests } = await caseOf(id)
      expect(clocks.filter((clock) => clock.kind === 'task' && !clock.endedAt)).toHaveLength(reporting!.status === 200 ? 0 : 1)
      expect(requests[0]!.ruling).toBe(reporting!.status === 200 ? 'lapsed' : 'granted')
    })
  })

  describe('planned until a date', () => {
    const planned = async () => {
      const id = await reported(by.wang, by.chen, bodies.wutong.id)
      await act(by.chen, 'closeCase', id, { outcome: 'planned', plannedUntil: until(), words: '列入明年改造计划。' })
      return id
    }
    test('asked for twice: one is asked', async () => {
      const id = await reported(by.wang, by.chen, bodies.wutong.id)
      const { version } = await caseOf(id)
      const ask = (who: Caller) => () => who.call('closeCase', { params: { county, id }, version, body: { outcome: 'planned', plannedUntil: until(), words: '列入计划。' } })
      expect(statuses(await meet(id, ask(by.chen), ask(by.liu)))).toEqual([200, 412])
      expect((await caseOf(id)).requests.filter((one) => one.kind === 'plan')).toHaveLength(1)
    })

    test('granted and refused: it is closed with one review clock, or open as before', async () => {
      const id = await planned()
      const on = await requestOf(id, 'plan')
      const [granting, refusing] = await meet(id, () => by.sun.call('ruleOnRequest', { ...on, body: { granted: true } }), () => by.he.call('ruleOnRequest', { ...on, body: { granted: false, words: '今年就办。' } }))
      expect(statuses([granting!, refusing!])).toEqual([200, 412])
      const { state, clocks, plannedUntil } = await caseOf(id)
      expect([state, plannedUntil !== null, clocks.filter((clock) => clock.kind === 'review' && !clock.endedAt).length]).toEqual(granting!.status === 200 ? ['closed', true, 1] : ['reported', false, 0])
    })

    test('granted while its resident withdraws: it ends withdrawn or closed, and nothing waits', async () => {
      const id = await planned()
      const on = await requestOf(id, 'plan')
      const [granting, withdrawing] = await meet(id, () => by.sun.call('ruleOnRequest', { ...on, body: { granted: true } }), () => by.wang.call('withdrawMatter', { params: { county, id }, body: {} }))
      const { state, requests } = await caseOf(id)
      expect(state).toBe(withdrawing!.status === 200 ? 'withdrawn' : 'closed')
      expect([granting!.status === 200, withdrawing!.status === 200].filter(Boolean)).toHaveLength(1)
      expect(requests.filter((one) => one.ruling === null)).toEqual([])
    })
  })

  describe('opened again', () => {
    const unsolved = async () => {
      const id = await answered(by.wang, by.chen, bodies.wutong.id)
      await by.wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 1 } })
      return id
    }
    test('sent three times at once: it is opened again once, as of right', async () => {
      const id = await unsolved()
      const again = () => by.wang.call('reopenMatter', { params: { county, id }, body: { words: '还是不亮。' } })
      const answers = await meet(id, again, again, again)
      expect(statuses(answers).filter((status) => status === 200)).toHaveLength(1)
      const { state, reopened, clocks } = await caseOf(id)
      expect([state, reopened]).toEqual(['accepted', 1])
      expect(clocks.filter((clock) => !clock.endedAt).map((clock) => clock.kind).toSorted().filter((kind) => kind === 'resolve' || kind === 'start')).toEqual(['resolve', 'start'])
    })

    test('opened again while it is judged: the verdict counts for what was answered, and it is handled again', async () => {
      const id = await answered(by.wang, by.chen, bodies.wutong.id)
      const [rating, again] = await meet(id,
        () => by.wang.call('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 1 } }),
        () => by.wang.call('reopenMatter', { params: { county, id }, body: { words: '还是不亮。' } }))
      expect(again!.status).toBe(200)
      expect((await caseOf(id)).state).toBe('accepted')
      // Whoever was second with the verdict finds nothing that is answered.
      expect(rating!.status === 200 || rating!.problem.code === 'case.not_answered').toBe(true)
    })

    test('opened again while the desk answers an exclusion’s ruling: both stand', async () => {
      const id = await unsolved()
      await act(by.chen, 'askExclusion', id, { ground: 'out_of_scope', words: '不属职责。' })
      const on = await requestOf(id, 'exclusion')
      const [ruling, again] = await meet(id, () => by.centre.call('ruleOnRequest', { ...on, body: { granted: true } }), () => by.wang.call('reopenMatter', { params: { county, id }, body: { words: '还是不亮。' } }))
      expect(again!.status).toBe(200)
      expect((await caseOf(id)).excluded).toBe(ruling!.status === 200)
    })
  })

  describe('one key up', () => {
    test('pressed by two, to two desks: it goes to one, with one start clock', async () => {
      const id = await accepted(by.wang, by.chen)
      const { version } = await caseOf(id)
      const up = (who: Caller, to: string) => () => who.call('escalateCase', { params: { county, id }, version, body: { to, type: 'urgent', cause: '线路老化', tried: '换过灯泡' } })
      const both = await meet(id, up(by.chen, bodies.chunhui.id), up(by.liu, bodies.centre.id))
      expect(statuses(both)).toEqual([200, 412])
      const { desk, clocks } = await caseOf(id)
      expect(desk.id).toBe(both[0]!.status === 200 ? bodies.chunhui.id : bodies.centre.id)
      expect(clocks.filter((clock) => clock.kind === 'start' && !clock.endedAt)).toHaveLength(1)
    })

    test('a department called in while the case is sent up: no task is left at work for a desk that no longer has it', async () => {
      const id = await dispatched(by.wang, by.chen, bodies.wutong.id)
      const { version } = await caseOf(id)
      const both = await meet(id,
        () => by.chen.call('callAssist', { params: { county, id }, version, body: { body: bodies.power.id } }),
        () => by.liu.call('escalateCase', { params: { county, id }, version, body: { type: 'urgent', cause: '线路老化', tried: '换过灯泡' } }))
      expect(statuses(both)).toEqual([200, 412])
      const { state, tasks } = await caseOf(id)
      const open = tasks.filter((task) => task.state === 'assigned' || task.state === 'taken').length
      expect([state, open]).toEqual(both[0]!.status === 200 ? ['dispatched', 2] : ['accepted', 0])
    })
  })

  test('a repeat caller who sends three at once: each is marked with the others that came before it, none with itself', async () => {
    const ids = await Promise.all(Array.from({ length: 3 }, (_, i) => report(by.li, { category: 'noise', words: `第 ${i + 1} 次说：楼下夜里太吵。` })))
    const marks = await Promise.all(ids.map(async (id) => (await caseOf(id)).repeats))
    const before = (await Promise.all(ids.map(async (id) => (await caseOf(id)).receivedAt)))
    // Received in the same instant they are repeats of each other; none misses one that came before.
    for (const [i, mark] of marks.entries()) expect(mark.person).toBe(before.filter((at, j) => j !== i && at <= before[i]!).length)
    for (const [i, mark] of marks.entries()) expect(mark.place).toBe(before.filter((at, j) => j !== i && at <= before[i]!).length)
  })

  test('accepted at once, repeats are urged by rule once each, as many as the county says', async () => {
    const draft = await by.admin.ask('readPolicyDraft')
    const { version } = await by.admin.ask('savePolicyDraft', { version: draft.version, body: { layers: [{ town: null, category: null, set: { 'supervision.repeats': 2, 'supervision.repeatDays': 3 }, locked: [] }] } })
    await by.admin.ask('publishPolicies', { key: uuidv7(), version, body: { note: '重复督办' } })
    town.later({ days: 4 })
    await signIn()
    const ids: string[] = []
    for (let i = 0; i < 3; i++) {
      ids.push(await report(by.li, { category: 'parking', words: `第 ${i + 1} 次说：消防通道被占。` }))
      town.later({ minutes: 1 })
    }
    await Promise.all(ids.map((id, at) => act(at % 2 ? by.liu : by.chen, 'acceptCase', id, {})))
    const urged = await Promise.all(ids.map(async (id) => (await caseOf(id)).requests.filter((one) => one.kind === 'supervision').length))
    expect(urged).toEqual([0, 0, 1])
  })
})
