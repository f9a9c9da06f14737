import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { act, decide, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const { centre, lamps, power } = bodies
let town: Town
let wang: Caller
let xu: Caller
let admin: Caller
let zheng: Caller
let wu: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  xu = await town.signIn(team.centre)
  admin = await town.signIn(team.admin)
  zheng = await town.signIn(team.lampsHead)
  wu = await town.signIn(team.lamps)
})
afterAll(() => town.close())

const params = { county }
const hours = (n: number) => new Date(town.now.getTime() + n * 3_600_000).toISOString()
const station = (body: object) => admin.call('changePost', { params: { county, id: team.lamps.post }, body })
const onDuty = async (from = -1, to = 8) =>
  (await xu.ask('putOnDuty', { params, key: uuidv7(), body: { body: centre.id, post: team.lamps.post, person: team.lamps.person, from: hours(from), to: hours(to) } })).id
const bind = (categories?: string[]) => zheng.call('giveGrant', {
  params, key: uuidv7(),
  body: { post: team.lamps.post, action: 'body.bind', region: county, mayDelegate: false, reportAfterwards: false, reason: '派驻指挥中心，代表单位接单', ...(categories && { categories }) },
})
/** Reported somewhere in the county: the centre has it. */
async function atCentre(category = 'lighting') {
  const id = await report(wang, { place: { address: '人民路一带' }, category })
  await act(xu, 'acceptCase', id, {})
  return id
}
const officers = (id: string, body = lamps.id) => xu.ask('findOfficers', { params: { county, id }, query: { body } })
const give = (id: string, handler: string) => act(xu, 'dispatchCase', id, { lead: lamps.id, assists: [], handler })
const caseOf = (id: string, by = xu) => by.ask('readCase', { params: { county, id } })

describe('stationed staff and point dispatch', () => {
  test('the whole way: stationed, put on duty, empowered within limits, given straight to, bound', async () => {
    const id = await atCentre()
    expect(await officers(id)).toMatchObject({ how: 'first', officers: [{ person: team.lampsHead.person, until: null }], unable: [] })
    expect(await officers(id, power.id)).toEqual({ how: 'nobody', officers: [], unable: [] })

    expect((await station({ stationedAt: centre.id, stationedFrom: hours(-1), stationedTo: hours(24 * 5) })).status).toBe(200)
    await onDuty()
    expect(await officers(id)).toMatchObject({ how: 'first', officers: [{ person: team.lampsHead.person }], unable: [{ person: team.lamps.person }] })
    expect((await give(id, team.lamps.person)).problem.code).toBe('task.officer_not_on_duty')

    expect((await bind(['lighting'])).status).toBe(200)
    expect(await officers(id)).toMatchObject({ how: 'stationed', officers: [{ person: team.lamps.person, name: '吴刚', title: { zh: '维修班长' }, until: hours(8) }], unable: [] })
    expect((await give(id, team.lampsHead.person)).problem.code).toBe('task.officer_not_on_duty')
    expect((await give(id, team.lamps.person)).status).toBe(200)

    const { tasks, steps } = await caseOf(id)
    expect(tasks).toMatchObject([{ body: { id: lamps.id }, role: 'lead', state: 'taken', handler: { person: team.lamps.person } }])
    expect(steps.at(-1)).toMatchObject({ kind: 'case.dispatched', other: { zh: lamps.zh }, values: { binds: 'stationed', handler: '吴刚' } })
    await town.settle()
    expect((await wu.ask('listNotices', { query: { subject: id } })).items.map((one) => one.kind)).toContain('staff.task_assigned')
    const told = (await wang.ask('readMatter', { params: { county, id } })).steps.at(-1)!
    expect(told.values).not.toHaveProperty('handler')

    const other = await atCentre('water')
    expect(await officers(other)).toMatchObject({ how: 'first', unable: [{ person: team.lamps.person }] })
    expect((await give(other, team.lampsHead.person)).status).toBe(200)
    expect((await caseOf(other)).steps.at(-1)).toMatchObject({ values: { binds: 'first', handler: '郑华' } })
  })

  test('the centre sees who of the stationed is on duty, and what they bind; the office is told nothing of what goes to the centre', async () => {
    const { items } = await xu.ask('listStationed', { params: { county, id: centre.id } })
    expect(items).toMatchObject([{ body: { id: lamps.id }, to: hours(24 * 5), holders: [{ name: '吴刚', duty: { to: hours(8) }, binds: true, categories: ['lighting'] }] }])
    const id = await report(wang, { place: { address: '人民路一带' } })
    await town.settle()
    expect((await wu.ask('listNotices', { query: { subject: id } })).items).toEqual([])
    expect((await xu.ask('listNotices', { query: { subject: id } })).items.map((one) => one.kind)).toEqual(['staff.new_case'])
  })

  test('an officer whose duty ends before the leader approves: it goes to the body', async () => {
    const id = await atCentre()
    await act(xu, 'markPetition', id, {})
    const clerk = (await admin.ask('createPost', { params, key: uuidv7(), body: { body: centre.id, role: 'subdistrict_clerk', title: { zh: '值班员' } } })).id
    await admin.ask('holdPost', { params: { county, id: clerk }, body: { person: team.urban.person } })
    const han = await town.signIn(team.urban)
    expect((await act(han, 'dispatchCase', id, { lead: lamps.id, assists: [], handler: team.lamps.person })).status).toBe(200)
    town.later({ hours: 9 })
    expect((await decide(xu, 'decideGate', id, 'dispatch', { decision: 'approve' })).status).toBe(200)
    town.later({ minutes: 2 })
    await town.settle()
    expect((await caseOf(id)).tasks).toMatchObject([{ body: { id: lamps.id }, state: 'assigned', handler: null }])
  })

  test('of two who give one case at once to the officer one does, the other learns what changed', async () => {
    await onDuty(0, 2)
    const id = await atCentre()
    const { version } = await caseOf(id)
    const send = () => xu.call('dispatchCase', { params: { county, id }, version, body: { lead: lamps.id, assists: [], handler: team.lamps.person } })
    const answers = await Promise.all([send(), send()])
    expect(answers.map((one) => one.status).toSorted()).toEqual([200, 412])
    expect((await caseOf(id)).tasks).toHaveLength(1)
  })

  test('the stationing ends: off that roster at once, and nothing goes straight to them any more', async () => {
    const id = await atCentre()
    expect((await officers(id)).how).toBe('stationed')
    expect((await station({ stationedAt: null })).status).toBe(200)
    expect((await officers(id)).how).toBe('first')
    expect((await xu.ask('listStationed', { params: { county, id: centre.id } })).items).toEqual([])
    expect((await xu.ask('listDuties', { params, query: { body: centre.id, from: hours(0), to: hours(48) } })).items).toEqual([])
  })

  test('403: whoever dispatches nowhere asks in vain', async () => {
    const id = await atCentre()
    expect((await (await town.signIn(team.grid)).call('findOfficers', { params: { county, id }, query: { body: lamps.id } })).status).toBe(403)
  })
})
