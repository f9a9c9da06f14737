import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { openHouse } from '#server/house.ts'
import { factsOf } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { holdUp } from '#server/test/hold-up.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { accepted, answered, dispatched, note, photograph, report } from '#server/test/steps.ts'
import { openTown, type Answer, type Caller, type Town } from '#server/test/town.ts'
import { loadCase } from './case.sql.ts'
import lookAtClocks from '../clocks/each-second-look-at-clocks.ts'
import { rebuild, type CaseEvent } from './event.ts'

describe.skipIf(!hasPostgres)('two people at once', () => {
  let town: Town
  let wang: Caller
  let chen: Caller
  let liu: Caller
  beforeAll(async () => {
    town = await openTown()
    wang = await town.signIn(residents.wang)
    chen = await town.signIn(team.secretary)
    liu = await town.signIn(team.member)
  })
  afterAll(() => town.close())

  const read = (id: string) => chen.ask('readCase', { params: { county, id } })
  const byStatus = (answers: readonly Pick<Answer<'acceptCase'>, 'status'>[]) => answers.map((one) => one.status).toSorted()
  const count = async (table: 'appeals' | 'entries' | 'ratings' | 'cases', id: string) => {
    const tables = { appeals: sql`appeals where case_id`, entries: sql`entries where case_id`, ratings: sql`ratings where case_id`, cases: sql`cases where id` }
    return (await town.house.rooms.db.query<{ n: number }>(sql`select count(*) as n from ${tables[table]} = ${id}::uuid`))[0]!.n
  }

  /** The trail alone rebuilds the case, so nobody's act was lost under another's. */
  async function expectTrailTells(id: string) {
    const inOrder = (file: ReturnType<typeof rebuild>) => JSON.parse(JSON.stringify({
      ...file, tasks: file.tasks.toSorted((a, b) => (a.id < b.id ? -1 : 1)), clocks: file.clocks.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    }))
    const { db } = town.house.rooms
    const trail = await factsOf(db, county, id)
    expect(trail.map((fact) => fact.version)).toEqual(trail.map((_, i) => i + 1))
    expect(inOrder((await loadCase(db, county, id, 'look'))!.file)).toEqual(inOrder(rebuild(county, id, trail as unknown as CaseEvent[])))
  }

  test('accept: one does, the other learns what changed and which version stands now', async () => {
    for (const [language, body] of [['zh', '梧桐社区居委会'], ['en', 'Wutong Residents’ Committee'], ['zh', '梧桐社区居委会']] as const) {
      const id = await report(wang)
      const sent = { params: { county, id }, version: 1, body: {}, headers: { 'accept-language': language } }
      const answers = await Promise.all([chen, liu].map((by) => by.call('acceptCase', sent)))
      expect(byStatus(answers)).toEqual([200, 412])
      expect(answers.find((one) => one.status === 412)!.problem).toMatchObject({
        code: 'changed_meanwhile', version: 2, changed: [{ kind: 'case.accepted', at: town.now.toISOString(), body }],
      })
      await expectTrailTells(id)
    }
  })

  test('take a task: one is its handler', async () => {
    const id = await dispatched(wang, chen, bodies.wutong.id)
    const task = (await read(id)).tasks[0]!.id
    const answers = await Promise.all([chen, liu].map((by) => by.call('takeTask', { params: { county, id, task }, version: 3 })))
    expect(byStatus(answers)).toEqual([200, 412])
    expect((await read(id)).tasks[0]!.handler?.name).toBe(answers[0]!.status === 200 ? '陈静' : '刘洋')
    await expectTrailTells(id)
  })

  test('dispatch and send up: one happens, and the case is whole', async () => {
    for (let i = 0; i < 5; i++) {
      const id = await accepted(wang, chen)
      const answers = await Promise.all([
        chen.call('dispatchCase', { params: { county, id }, version: 2, body: { lead: bodies.lamps.id, assists: [bodies.power.id] } }),
        liu.call('escalateCase', { params: { county, id }, version: 2, body: { type: 'urgent', cause: '线路老化', tried: '换过灯泡' } }),
      ])
      expect(byStatus(answers)).toEqual([200, 412])
      const { state, desk, tasks } = await read(id)
      expect([state, desk.id, tasks.length]).toEqual(answers[0].status === 200 ? ['dispatched', bodies.wutong.id, 2] : ['accepted', bodies.chunhui.id, 0])
      await expectTrailTells(id)
    }
  })

  test('twenty notes: all are there, each with a version of its own', async () => {
    const id = await accepted(wang, chen)
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => note(i % 2 ? chen : liu, id, { words: `第 ${i + 1} 条` })))
    expect(answers.map((one) => one.reply.version).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 3))
    const { steps } = await read(id)
    expect(new Set(steps.filter((step) => step.kind === 'case.noted').map((step) => step.words)).size).toBe(20)
    await expectTrailTells(id)
  })

  test('one appeal sent eight times makes one, with one receipt; so does one note', async () => {
    const [key, photo] = [uuidv7(), await photograph(wang)]
    const body = { words: '路灯坏了。', place: { village: 101 }, visibility: 'private', photos: [photo] }
    const answers = await Promise.all(Array.from({ length: 8 }, () => wang.call('submitAppeal', { key, body })))
    expect(answers.map((one) => [one.status, one.reply])).toEqual(answers.map(() => [200, answers[0]!.reply]))
    const { id } = answers[0]!.reply
    expect([await count('appeals', id), await count('cases', id)]).toEqual([1, 1])
    const said = uuidv7()
    expect(byStatus(await Promise.all(Array.from({ length: 8 }, () => note(chen, id, {}, said))))).toEqual(Array.from({ length: 8 }, () => 200))
    const added = uuidv7()
    const adding = () => wang.call('addToMatter', { params: { county, id }, key: added, body: { words: '还有一盏。', photos: [photo] } })
    expect(byStatus(await Promise.all(Array.from({ length: 8 }, adding)))).toEqual(Array.from({ length: 8 }, () => 200))
    expect(await count('entries', id)).toBe(2)
    await expectTrailTells(id)
  })

  test('who waited for another sees all that the other did, also where no version is asked for', async () => {
    const withdraw = (id: string) => wang.call('withdrawMatter', { params: { county, id }, body: {} })
    const dispatch = (id: string) => chen.call('dispatchCase', { params: { county, id }, version: 2, body: { lead: bodies.wutong.id, assists: [bodies.power.id] } })
    for (const [first, second] of [[dispatch, withdraw], [withdraw, dispatch], [dispatch, withdraw]] as const) {
      const id = await accepted(wang, chen)
      const row = sql`select 1 from cases where id = ${id}::uuid for update`
      const answers = await holdUp<{ status: number }>(town.house.rooms.db, row, [() => first(id), () => second(id)])
      expect(answers.map((one) => one.status)).toContain(200)
      const { state, tasks, clocks } = await read(id)
      expect([state, tasks.filter((task) => task.state !== 'ended'), clocks.filter((clock) => clock.endedAt === null)]).toEqual(['withdrawn', [], []])
      await expectTrailTells(id)
    }
  })

  test('a rating given twice counts once', async () => {
    const id = await answered(wang, chen, bodies.wutong.id)
    const rate = (satisfied: number) => wang.call('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'yes', satisfied } })
    const answers = await Promise.all([rate(5), rate(1), rate(3)])
    expect(answers.map((one) => one.problem.code ?? 'ok').toSorted()).toEqual(['case.already_rated', 'case.already_rated', 'ok'])
    expect(await count('ratings', id)).toBe(1)
    expect((await read(id)).rating?.satisfied).toBe([5, 1, 3][answers.findIndex((one) => one.status === 200)])
  })

  test('the resident withdraws while the desk accepts: whoever is second finds what the first did', async () => {
    for (let i = 0; i < 6; i++) {
      const id = await report(wang)
      const [withdrawal, acceptance] = await Promise.all([
        wang.call('withdrawMatter', { params: { county, id }, body: {} }),
        chen.call('acceptCase', { params: { county, id }, version: 1, body: {} }),
      ])
      expect([withdrawal.status, acceptance.status]).toEqual([200, acceptance.status === 200 ? 200 : 412])
      const { state, clocks } = await read(id)
      expect([state, clocks.filter((clock) => clock.endedAt === null)]).toEqual(['withdrawn', []])
      await expectTrailTells(id)
    }
  })

  test('two houses look at the clocks: each warning and each breach is said once', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, () => report(wang)))
    const second = await openHouse(town.house.rooms.config, { clock: () => town.now })
    try {
      town.later({ days: 3 })
      const houses = [town.house.rooms, second.rooms, town.house.rooms, second.rooms]
      await Promise.all(houses.map((rooms) => lookAtClocks.run(rooms, town.now)))
      await Promise.all([town.settle(), second.work().settle()])
    } finally {
      await second.close()
    }
    const said = await town.house.rooms.db.query<{ kind: string; clock: string; n: number }>(sql`
      select kind, detail->'values'->>'clock' as clock, count(*) as n from facts where subject = any(${ids}::uuid[]) and kind like 'clock.%' group by 1, 2 order by 1, 2`)
    expect(said).toEqual([{ kind: 'clock.breached', clock: 'reply', n: 12 }, { kind: 'clock.breached', clock: 'start', n: 12 }])
    for (const id of ids) await expectTrailTells(id)
    const notices = await town.house.rooms.db.query<{ person: string; n: number }>(sql`
      select person, count(*) as n from notices where kind = 'staff.clock_breached' and subject = ${ids[0]!}::uuid group by person order by person`)
    expect(notices).toEqual([{ person: team.secretary.person, n: 2 }, { person: team.leader.person, n: 2 }])
  })
})
