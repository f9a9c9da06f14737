import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { factsOf } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { promised } from '#server/test/promised.ts'
import { accepted, act, actOnTask, dispatched, photograph, sentDown } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { loadCase } from '../cases/case.sql.ts'
import { rebuild, type CaseEvent } from '../cases/event.ts'

const book = promised('formGroup', 'dissolveGroup', 'addGroupItem', 'tickGroupItem')
const { wutong, lamps, power, urban } = bodies
let town: Town
let wang: Caller
let chen: Caller
let wu: Caller
let feng: Caller
let han: Caller
let xu: Caller
let sun: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  wu = await town.signIn(team.lamps)
  feng = await town.signIn(team.power)
  han = await town.signIn(team.urban)
  xu = await town.signIn(team.centre)
  sun = await town.signIn(team.clerk)
})
afterAll(() => town.close())

const read = (id: string, by = chen) => by.ask('readCase', { params: { county, id } })
const grouped = async (assists = [power.id]) => {
  const id = await accepted(wang, chen)
  expect((await act(chen, 'dispatchCase', id, { lead: lamps.id, assists, mode: 'group' })).status).toBe(200)
  return id
}
const add = (by: Caller, id: string, words = '断电后再登杆', body?: string, key = uuidv7()) =>
  by.call('addGroupItem', { params: { county, id }, key, body: { words, ...(body && { body }) } })
const tick = (by: Caller, id: string, item: string, done = true) => by.call('tickGroupItem', { params: { county, id, item }, body: { done } })
const itemsOf = async (id: string) => (await read(id)).group!.items
const throughToClosed = async (id: string) => {
  for (const by of [wu, feng]) {
    await actOnTask(by, 'takeTask', id, {})
    await actOnTask(by, 'reportTask', id, { outcome: 'solved', words: '已办好。', photos: [] })
  }
  expect((await act(chen, 'closeCase', id, { outcome: 'solved' })).status).toBe(200)
}

describe('a task group', () => {
  test('from forming to dissolving, and again: who is in it, what each may do, checklist, notes, files, who contributed; the trail alone rebuilds it', async () => {
    const remit = (body: string, words: string, category?: string) => xu.ask('addRemit', { params: { county }, key: uuidv7(), body: { body, words, ground: '城市照明管理规定第二十条', ...(category && { category }) } })
    await remit(lamps.id, '维修城市道路照明设施', 'lighting')
    await remit(lamps.id, '维修排水管网', 'water')
    const id = await grouped()
    const formed = (await read(id)).group
    expect(formed).toMatchObject({ by: { zh: wutong.zh }, dissolvedAt: null, times: 1, items: [], members: [
      { body: { id: lamps.id }, role: 'lead', remits: [{ words: '维修城市道路照明设施', ground: '城市照明管理规定第二十条' }] }, { body: { id: power.id }, role: 'assist', remits: [] },
    ] })

    expect((await add(chen, id, '断电', power.id)).status).toBe(200)
    expect((await add(wu, id, '换灯')).status).toBe(200)
    const [off, lamp] = await itemsOf(id)
    expect([off, lamp]).toMatchObject([{ words: '断电', body: { id: power.id }, ticked: null }, { words: '换灯', body: null, ticked: null }])
    expect((await tick(feng, id, off!.id)).status).toBe(200)
    const photo = await photograph(wu)
    expect((await wu.call('noteCase', { params: { county, id }, key: uuidv7(), body: { words: '已到现场，灯头烧坏。', photos: [photo], audience: 'staff', group: true } })).status).toBe(200)
    expect((await read(id)).steps.at(-1)).toMatchObject({ kind: 'case.noted', words: '已到现场，灯头烧坏。', values: { group: 'note' }, audience: 'staff', photos: [{ id: photo }] })
    expect((await read(id)).group!.items[0]!.ticked).toMatchObject({ name: '冯涛', body: { zh: power.zh } })

    await act(chen, 'callAssist', id, { body: urban.id, instruction: '请维持现场秩序。' })
    expect((await read(id)).group!.members.map((one) => one.body.id)).toEqual([lamps.id, power.id, urban.id])
    await actOnTask(han, 'returnTask', id, { ground: 'not_our_duty', words: '由交警负责。' })
    expect((await read(id)).group!.members.map((one) => one.body.id)).toEqual([lamps.id, power.id])

    await throughToClosed(id)
    const over = (await read(id)).group!
    expect(over).toMatchObject({ dissolvedAt: town.now.toISOString(), members: [{ body: { id: lamps.id } }, { body: { id: power.id } }] })
    expect(over.contributions).toMatchObject([
      { body: { zh: lamps.zh }, names: ['吴刚'], notes: 1, photos: 1, ticked: 0, reported: true }, { body: { zh: power.zh }, names: ['冯涛'], ticked: 1, reported: true },
      { body: { zh: urban.zh }, names: ['韩梅'], notes: 0, reported: false },
    ])
    expect((await read(id)).steps.findLast((step) => step.kind === 'case.closed')).toMatchObject({ values: { group: 'dissolved' } })
    book.no('tickGroupItem', await tick(wu, id, lamp!.id), 'group.dissolved')
    book.no('addGroupItem', await add(wu, id), 'group.dissolved')

    await act(chen, 'answerCase', id, { words: '灯已修好。', photos: [] })
    await wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 1 } })
    await wang.ask('reopenMatter', { params: { county, id }, body: { words: '又不亮了。' } })
    const [lead, ...others] = over.members.map((one) => one.body.id)
    expect((await act(chen, 'dispatchCase', id, { lead: lead!, assists: others, mode: 'group' })).status).toBe(200)
    expect((await read(id)).group).toMatchObject({ times: 2, dissolvedAt: null, items: [{ id: lamp!.id, ticked: null }], members: [{ body: { id: lamps.id }, role: 'lead' }, { body: { id: power.id } }] })

    const { db } = town.house.rooms
    const stored = (await loadCase(db, county, id, 'look'))!.file
    const trail = await factsOf(db, county, id)
    const again = rebuild(county, id, trail.map(({ detail }) => ({ detail }) as Pick<CaseEvent, 'detail'>))
    expect(again.group).toEqual(stored.group)
    expect([again.state, again.version]).toEqual([stored.state, stored.version])
  })

  test('200: those at work on a case that was given already go on as one; 409, 422: twice, alone, not dispatched', async () => {
    const id = await dispatched(wang, chen, lamps.id)
    book.no('formGroup', await act(chen, 'formGroup', id, { bodies: [] }), 'group.alone')
    book.no('formGroup', await act(chen, 'formGroup', id, { bodies: [lamps.id] }), 'case.body_twice')
    book.no('formGroup', await act(chen, 'formGroup', id, { bodies: [uuidv7()] }), 'case.body_unknown')
    expect((await act(chen, 'formGroup', id, { bodies: [power.id], instruction: '一起到场。' })).status).toBe(200)
    expect((await read(id)).group).toMatchObject({ members: [{ body: { id: lamps.id }, role: 'lead' }, { body: { id: power.id }, role: 'assist' }] })
    await town.settle()
    expect((await feng.ask('listNotices', { query: { subject: id } })).items.map((one) => one.kind)).toEqual(['staff.task_assigned'])
    book.no('formGroup', await act(chen, 'formGroup', id, { bodies: [urban.id] }), 'group.formed_already')
    book.no('formGroup', await act(chen, 'formGroup', await accepted(wang, chen), { bodies: [power.id] }), 'case.not_dispatched')
    expect((await act(chen, 'dispatchCase', await accepted(wang, chen), { lead: lamps.id, assists: [], mode: 'group' })).problem.code).toBe('group.alone')
  })

  test('428, 412, 403: formed on the version that was seen, by the desk that has the case', async () => {
    const on = await sentDown(wang, xu, sun)
    await act(chen, 'acceptCase', on, {})
    await act(chen, 'dispatchCase', on, { lead: lamps.id, assists: [] })
    await book.asEveryAct('formGroup', on, { bodies: [power.id] }, { by: chen, other: sun })
  })

  test('200: dissolved by hand, with a reason: the case goes on, each keeps its task and is told; formed again it takes over what was left undone', async () => {
    const id = await grouped()
    await add(wu, id, '换灯')
    const before = await read(id)
    town.later({ minutes: 1 })
    expect((await act(chen, 'dissolveGroup', id, { words: '只剩换灯一项，不必再合在一起。' })).status).toBe(200)
    const after = await read(id)
    expect([after.state, after.tasks]).toEqual([before.state, before.tasks])
    expect(after.clocks.filter((clock) => !clock.endedAt)).toEqual(before.clocks.filter((clock) => !clock.endedAt))
    expect(after.group).toMatchObject({ dissolvedAt: town.now.toISOString(), members: [{ body: { id: lamps.id } }, { body: { id: power.id } }] })
    expect(after.steps.at(-1)).toMatchObject({ kind: 'group.dissolved', words: '只剩换灯一项，不必再合在一起。', audience: 'staff', body: { zh: wutong.zh } })
    await town.settle()
    expect((await feng.ask('listNotices', { query: { subject: id } })).items.map((one) => one.kind)).toContain('staff.group_dissolved')
    book.no('dissolveGroup', await act(chen, 'dissolveGroup', id, { words: '再来一次。' }), 'group.dissolved')
    book.no('dissolveGroup', await act(chen, 'dissolveGroup', await dispatched(wang, chen, lamps.id), { words: '没有专班。' }), 'group.none')
    expect((await act(chen, 'formGroup', id, { bodies: [] })).status).toBe(200)
    expect((await read(id)).group).toMatchObject({ times: 2, dissolvedAt: null, items: [{ words: '换灯', ticked: null }] })
    await throughToClosed(id)
    const { db } = town.house.rooms
    const trail = await factsOf(db, county, id)
    expect(rebuild(county, id, trail.map(({ detail }) => ({ detail }) as Pick<CaseEvent, 'detail'>)).group).toEqual((await loadCase(db, county, id, 'look'))!.file.group)
  })

  test('428, 412, 403: dissolved on the version that was seen, by the desk that has the case', async () => {
    const on = await sentDown(wang, xu, sun)
    await act(chen, 'acceptCase', on, {})
    await act(chen, 'dispatchCase', on, { lead: lamps.id, assists: [power.id], mode: 'group' })
    await book.asEveryAct('dissolveGroup', on, { words: '不必再合在一起。' }, { by: chen, other: sun })
  })

  test('only its members and its desk take part; not twice; not where there is none', async () => {
    const id = await grouped()
    const plain = await dispatched(wang, chen, lamps.id)
    book.no('addGroupItem', await add(chen, plain), 'group.none')
    book.no('tickGroupItem', await tick(chen, plain, uuidv7()), 'group.none')
    book.no('addGroupItem', await add(chen, id, '清障', urban.id), 'group.not_in_it')
    const key = uuidv7()
    expect([(await add(chen, id, '断电', undefined, key)).reply, (await add(chen, id, '断电', undefined, key)).reply]).toEqual([{ version: 4 }, { version: 4 }])
    book.no('addGroupItem', await add(chen, id, '换灯', undefined, key), 'key_used_otherwise')
    book.no('addGroupItem', await chen.call('addGroupItem', { params: { county, id }, body: { words: '换灯' } }), 'key_missing')
    book.no('tickGroupItem', await tick(wu, id, key, false), 'group.not_ticked')
    await tick(wu, id, key)
    book.no('tickGroupItem', await tick(feng, id, key), 'group.ticked_already')
    expect((await tick(feng, id, key, false)).status).toBe(200)
    expect((await tick(feng, id, uuidv7())).status).toBe(404)
    await act(chen, 'callAssist', id, { body: urban.id })
    await actOnTask(han, 'returnTask', id, { ground: 'not_our_duty', words: '不归我们。' })
    book.no('tickGroupItem', await tick(han, id, key), 'group.not_in_it')
  })

  test('fifty lines and no more', async () => {
    const id = await grouped()
    for (let i = 0; i < 50; i++) await add(chen, id, `第 ${i + 1} 项`)
    book.no('addGroupItem', await add(chen, id), 'group.too_many_items')
  })
})

describe('two at once', () => {
  test('tick different lines: both count; tick one line: one does, the other learns that it is done', async () => {
    const id = await grouped()
    await add(chen, id, '断电')
    await add(chen, id, '换灯')
    const [one, other] = (await itemsOf(id)).map((item) => item.id)
    expect((await Promise.all([tick(wu, id, one!), tick(feng, id, other!)])).map(({ status }) => status)).toEqual([200, 200])
    expect((await itemsOf(id)).map((item) => item.ticked?.name)).toEqual(['吴刚', '冯涛'])
    await tick(wu, id, one!, false)
    const both = await Promise.all([tick(wu, id, one!), tick(feng, id, one!)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  test('call two bodies in on one version: one joins, the other caller learns what changed', async () => {
    const id = await grouped()
    const { version } = await read(id)
    const join = (body: string) => chen.call('callAssist', { params: { county, id }, version, body: { body } })
    expect((await Promise.all([join(urban.id), join(bodies.water.id)])).map(({ status }) => status).toSorted()).toEqual([200, 412])
    expect((await read(id)).group!.members).toHaveLength(3)
  })

  test('tick while it dissolves: either the tick stands in what remains, or it comes too late; never half', async () => {
    const id = await grouped()
    await add(chen, id, '断电')
    const [item] = await itemsOf(id)
    for (const by of [wu, feng]) {
      await actOnTask(by, 'takeTask', id, {})
      await actOnTask(by, 'reportTask', id, { outcome: 'solved', words: '已办好。', photos: [] })
    }
    const { version } = await read(id)
    const [ticked, closed] = await Promise.all([tick(feng, id, item!.id), chen.call('closeCase', { params: { county, id }, version, body: { outcome: 'solved' } })])
    if (closed.status === 412) await act(chen, 'closeCase', id, { outcome: 'solved' })
    const { group } = await read(id)
    expect(group!.dissolvedAt).not.toBeNull()
    expect(group!.items[0]!.ticked !== null).toBe(ticked.status === 200)
    if (ticked.status !== 200) expect(ticked.problem.code).toBe('group.dissolved')
  })

  test('dissolve it by hand and close the case: one does, the other learns what changed; it is dissolved once', async () => {
    for (let i = 0; i < 3; i++) {
      const id = await grouped()
      for (const by of [wu, feng]) {
        await actOnTask(by, 'takeTask', id, {})
        await actOnTask(by, 'reportTask', id, { outcome: 'solved', words: '已办好。', photos: [] })
      }
      const { version } = await read(id)
      const [byHand, byClosing] = await Promise.all([
        chen.call('dissolveGroup', { params: { county, id }, version, body: { words: '不必再合在一起。' } }),
        chen.call('closeCase', { params: { county, id }, version, body: { outcome: 'solved' } }),
      ])
      expect([byHand.status, byClosing.status].toSorted()).toEqual([200, 412])
      const { state, group, steps } = await read(id)
      expect([state, group!.dissolvedAt !== null]).toEqual([byClosing.status === 200 ? 'closed' : 'reported', true])
      expect(steps.filter((step) => step.kind === 'group.dissolved' || step.values.group === 'dissolved')).toHaveLength(1)
    }
  })

  test('a member ticks while the desk dissolves it: either the tick stands in what remains, or it comes too late', async () => {
    const id = await grouped()
    await add(chen, id, '断电')
    const [item] = await itemsOf(id)
    const { version } = await read(id)
    const [ticked, over] = await Promise.all([tick(feng, id, item!.id), chen.call('dissolveGroup', { params: { county, id }, version, body: { words: '不必再合在一起。' } })])
    // The tick went first: the desk learns of it, and dissolves what it sees then.
    if (over.status === 412) await act(chen, 'dissolveGroup', id, { words: '不必再合在一起。' })
    const { group } = await read(id)
    expect([group!.dissolvedAt !== null, group!.items[0]!.ticked !== null]).toEqual([true, ticked.status === 200])
  })
})

test('lists of duties: the county keeps them; every member of staff reads them', async () => {
  const key = uuidv7()
  const line = (over: object = {}) => ({ params: { county }, key, body: { body: urban.id, words: '查处占道经营', ground: '城市管理条例', ...over } })
  expect([(await xu.call('addRemit', line())).reply, (await xu.call('addRemit', line())).reply]).toEqual([{ id: key }, { id: key }])
  expect((await xu.call('addRemit', line({ words: '别的' }))).problem.code).toBe('key_used_otherwise')
  expect((await xu.call('addRemit', { ...line({ body: uuidv7() }), key: uuidv7() })).problem.code).toBe('case.body_unknown')
  expect((await xu.call('addRemit', { ...line({ category: 'no-such' }), key: uuidv7() })).problem.code).toBe('category.not_found')
  expect((await chen.call('addRemit', line())).status).toBe(403)
  expect((await han.ask('listRemits', { params: { county }, query: { body: urban.id } })).items).toEqual([{ id: key, category: null, categoryName: null, words: '查处占道经营', ground: '城市管理条例' }])
  expect((await xu.call('endRemit', { params: { county, id: key } })).status).toBe(200)
  expect((await xu.call('endRemit', { params: { county, id: key } })).status).toBe(404)
  expect((await han.ask('listRemits', { params: { county }, query: { body: urban.id } })).items).toEqual([])
})
