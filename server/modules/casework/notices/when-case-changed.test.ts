import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act, actOnTask, answered, decide, dispatched, note, report, sentDown } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const { wutong, lamps, power } = bodies
const result = { outcome: 'solved', words: '已修。', photos: [] } as const

let town: Town
let wang: Caller
let chen: Caller
let wu: Caller
let feng: Caller
let sun: Caller
let xu: Caller
let admin: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  wu = await town.signIn(team.lamps)
  feng = await town.signIn(team.power)
  sun = await town.signIn(team.clerk)
  xu = await town.signIn(team.centre)
  admin = await town.signIn(team.admin)
})
afterAll(() => town.close())

/** Who was told of a case, in the order of the notices: name and kind. */
async function told(id: string): Promise<string[]> {
  await town.settle()
  const names = new Map([...Object.values(team), ...Object.values(residents)].map((one) => [one.person, one.zh]))
  const rows = await town.house.rooms.db.query<{ person: string; kind: string }>(sql`select person, kind from notices where subject = ${id}::uuid order by at, id`)
  return rows.map((row) => `${names.get(row.person)} ${row.kind}`)
}
async function news(id: string, of: () => Promise<unknown>): Promise<string[]> {
  const before = await told(id)
  town.later({ minutes: 1 })
  await of()
  return (await told(id)).slice(before.length).toSorted()
}

describe('whom a body’s news reach', () => {
  test('the first responsible person, where nobody is on duty', async () => {
    expect(await told(await report(wang))).toEqual(['陈静 staff.new_case'])
  })

  test('whoever is on duty then, and nobody else', async () => {
    const { secretary, member } = team
    const from = town.now.toISOString()
    const to = new Date(town.now.getTime() + 3_600_000).toISOString()
    await admin.ask('putOnDuty', { key: uuidv7(), body: { body: wutong.id, post: member.post, person: member.person, from, to } })
    expect(await told(await report(wang))).toEqual(['刘洋 staff.new_case'])
    town.later({ hours: 1 })
    const after = await told(await report(wang))
    expect(after).toEqual(['陈静 staff.new_case'])
    expect(secretary.zh).toBe('陈静')
  })

  test('everybody of a body that has no such post', async () => {
    const id = await dispatched(wang, chen, power.id)
    expect(await told(id)).toContain('冯涛 staff.task_assigned')
  })

  test('never whoever did it themselves', async () => {
    const id = await dispatched(wang, chen, wutong.id)
    expect((await told(id)).filter((one) => one.startsWith('陈静'))).toEqual(['陈静 staff.new_case'])
  })
})

describe('requests reach whoever decides, and the decision whoever asked', () => {
  const minutePasses = async () => {
    town.later({ minutes: 2 })
    await town.settle()
  }

  test('a leader’s gate: the leaders of the body, whoever is on duty; the member who proposed, once it is in effect or sent back', async () => {
    const { member } = team
    const liu = await town.signIn(member)
    const on = { body: wutong.id, post: member.post, person: member.person, from: town.now.toISOString(), to: new Date(town.now.getTime() + 1_800_000).toISOString() }
    const id = await accepted(wang, liu)
    await act(liu, 'markPetition', id, {})
    await admin.ask('putOnDuty', { key: uuidv7(), body: on })
    expect(await news(id, () => act(liu, 'dispatchCase', id, { lead: lamps.id, assists: [] }))).toEqual(['陈静 staff.request_made'])
    expect(await news(id, () => decide(chen, 'decideGate', id, 'dispatch', { decision: 'send_back', words: '先核实。' }))).toEqual([])
    expect(await news(id, minutePasses)).toEqual(['刘洋 staff.request_sent_back'])
    await act(liu, 'dispatchCase', id, { lead: lamps.id, assists: [] })
    await told(id)
    expect(await news(id, async () => {
      await decide(chen, 'decideGate', id, 'dispatch', { decision: 'approve' })
      await minutePasses()
    })).toEqual(['刘洋 staff.request_ruled', '王秀英 resident.dispatched', '郑华 staff.task_assigned'])
    town.later({ hours: 1 })
  })

  test('more time: the desk, then the handler who asked, and the resident', async () => {
    const id = await dispatched(wang, chen, lamps.id)
    expect(await news(id, () => actOnTask(wu, 'askExtension', id, { workingDays: 2, words: '配件未到。' }))).toEqual(['陈静 staff.request_made'])
    expect(await news(id, () => decide(chen, 'ruleOnRequest', id, 'extension', { granted: true }))).toEqual(['吴刚 staff.request_ruled', '王秀英 resident.extended'])
    expect(await news(id, () => actOnTask(wu, 'askExtension', id, { workingDays: 2, words: '还差一天。' }))).toEqual(['陈静 staff.request_made'])
    expect(await news(id, () => decide(chen, 'ruleOnRequest', id, 'extension', { granted: false }))).toEqual(['吴刚 staff.request_ruled'])
  })

  test('supervision and exclusion: the body that is urged, the county’s centre, and back', async () => {
    const id = await dispatched(wang, chen, lamps.id)
    expect(await news(id, () => act(sun, 'superviseCase', id, { of: lamps.id, words: '请抓紧。' }))).toEqual(['郑华 staff.supervised'])
    const until = new Date(town.now.getTime() + 86_400_000).toISOString()
    expect(await news(id, () => decide(wu, 'answerSupervision', id, 'supervision', { words: '明天修好。', until }))).toEqual(['孙悦 staff.supervision_answered'])
    expect(await news(id, () => act(chen, 'askExclusion', id, { ground: 'unreasonable', words: '不合理。' }))).toEqual(['许晴 staff.request_made'])
    expect(await news(id, () => decide(xu, 'ruleOnRequest', id, 'exclusion', { granted: true }))).toEqual(['陈静 staff.request_ruled'])
  })

  test('a matter that is opened again: its desk', async () => {
    const id = await answered(wang, chen, wutong.id)
    await wang.ask('rateMatter', { params: { county, id }, body: { contacted: true, solved: 'no', satisfied: 1 } })
    expect(await news(id, () => wang.ask('reopenMatter', { params: { county, id }, body: { words: '还是黑的。' } }))).toEqual(['陈静 staff.reopened'])
  })
})

describe('each step reaches those whom it concerns', () => {
  test('from intake to the rating', async () => {
    const id = await report(wang, { visibility: 'public' })
    const after = (of: () => Promise<unknown>) => news(id, of)
    const adding = (words: string) => () => wang.ask('addToMatter', { params: { county, id }, key: uuidv7(), body: { words, photos: [] } })
    expect(await told(id)).toEqual(['陈静 staff.new_case'])
    expect(await after(() => act(chen, 'decidePublication', id, { publish: true, words: '路灯坏了。', photos: [] }))).toEqual(['王秀英 resident.published'])
    expect(await after(() => act(chen, 'askBack', id, { words: '请问是哪一盏？', daysMax: 3 }))).toEqual(['王秀英 resident.asked_back'])
    expect(await after(adding('第一盏。'))).toEqual(['陈静 staff.added_to'])
    expect(await after(() => act(chen, 'acceptCase', id, {}))).toEqual(['王秀英 resident.accepted'])
    expect(await after(() => act(chen, 'dispatchCase', id, { lead: lamps.id, assists: [power.id] })))
      .toEqual(['冯涛 staff.task_assigned', '王秀英 resident.dispatched', '郑华 staff.task_assigned'])
    expect(await after(() => actOnTask(wu, 'takeTask', id, {}))).toEqual([])
    expect(await after(adding('还有一盏。'))).toEqual(['冯涛 staff.added_to', '吴刚 staff.added_to', '陈静 staff.added_to'])
    expect(await after(() => note(chen, id, { audience: 'resident' }))).toEqual(['王秀英 resident.told'])
    expect(await after(() => note(chen, id))).toEqual([])
    expect(await after(() => actOnTask(feng, 'returnTask', id, { ground: 'not_our_duty', words: '无关。' }))).toEqual(['陈静 staff.task_returned'])
    expect(await after(() => actOnTask(wu, 'reportTask', id, result))).toEqual(['陈静 staff.task_reported'])
    expect(await after(() => act(chen, 'reworkCase', id, { words: '请附照片。' }))).toEqual(['吴刚 staff.reworked'])
    expect(await after(() => actOnTask(wu, 'reportTask', id, result))).toEqual(['陈静 staff.task_reported'])
    expect(await after(() => act(chen, 'closeCase', id, { outcome: 'solved' }))).toEqual(['王秀英 resident.closed'])
    expect(await after(() => act(chen, 'answerCase', id, { words: '已修好。', photos: [] }))).toEqual(['王秀英 resident.answered'])
    const rating = { contacted: true, solved: 'yes', satisfied: 5 } as const
    expect(await after(() => wang.ask('rateMatter', { params: { county, id }, body: rating }))).toEqual(['陈静 staff.rated'])
  })

  test('down and up: each desk is told, though the case has gone on before anybody was', async () => {
    const down = await sentDown(wang, xu, sun)
    expect((await told(down)).toSorted()).toEqual([
      '何志远 staff.sent_down', '王秀英 resident.sent_down', '王秀英 resident.sent_down', '许晴 staff.new_case', '陈静 staff.sent_down',
    ].toSorted())
    await act(chen, 'acceptCase', down, {})
    expect(await news(down, () => act(chen, 'escalateCase', down, { type: 'urgent', cause: '线路老化', tried: '换过灯泡' })))
      .toEqual(['何志远 staff.escalated', '王秀英 resident.escalated'])
  })

  test('declined, kept private, withdrawn: whoever was at work on it need not go out', async () => {
    const withdraw = (id: string) => () => wang.ask('withdrawMatter', { params: { county, id }, body: {} })
    const kept = await report(wang, { visibility: 'public' })
    expect(await news(kept, () => act(chen, 'decidePublication', kept, { publish: false, photos: [] }))).toEqual(['王秀英 resident.kept_private'])
    expect(await news(kept, withdraw(kept))).toEqual(['陈静 staff.withdrawn'])
    const atWork = await dispatched(wang, chen, lamps.id, [power.id])
    await actOnTask(wu, 'takeTask', atWork, {})
    expect(await news(atWork, withdraw(atWork))).toEqual(['冯涛 staff.withdrawn', '吴刚 staff.withdrawn', '陈静 staff.withdrawn'])
    const declined = await report(wang)
    expect(await news(declined, () => act(chen, 'declineCase', declined, { ground: 'no_facts', words: '无此事。' }))).toEqual(['王秀英 resident.declined'])
  })

  test('a handler who leaves their post gives the task back to the body, which is told', async () => {
    const id = await dispatched(wang, chen, lamps.id)
    await actOnTask(wu, 'takeTask', id, {})
    expect(await news(id, () => admin.ask('leavePost', { params: { county, id: team.lamps.post, person: team.lamps.person } }))).toEqual(['郑华 staff.task_rehomed'])
    expect((await chen.ask('readCase', { params: { county, id } })).tasks[0]).toMatchObject({ state: 'assigned', handler: null })
  })
})

test('a notice carries the number and what its sentence needs, and nothing personal; it is read by its matter', async () => {
  const id = await report(wang)
  await act(chen, 'declineCase', id, { ground: 'no_facts', words: '无此事。' })
  await town.settle()
  const { number } = await wang.ask('readMatter', { params: { county, id } })
  const { items: [notice] } = await wang.ask('listNotices', { query: { subject: id } })
  expect(notice).toMatchObject({ kind: 'resident.declined', subject: { kind: 'case', id, number }, values: { number, ground: 'no_facts' }, readAt: null })
  const before = await wang.ask('countUnread')
  await wang.ask('readNotices', { body: { subject: id } })
  expect((await wang.ask('countUnread')).unread).toBe(before.unread - 1)
  const all = JSON.stringify(await town.house.rooms.db.query(sql`select detail from notices`))
  expect(all).not.toMatch(/王秀英|13900000001|路灯|无此事/)
})
