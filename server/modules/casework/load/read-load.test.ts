import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { actOnTask, dispatched } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

const { wutong, lamps, power, dukou } = bodies

let town: Town
const by = {} as Record<'wang' | 'chen' | 'wu' | 'zheng' | 'zhao', Caller>
const signIn = async () => {
  for (const [who, one] of Object.entries({ wang: residents.wang, chen: team.secretary, wu: team.lamps, zheng: team.lampsHead, zhao: team.grid })) by[who as 'wang'] = await town.signIn(one)
}
beforeAll(async () => {
  town = await openTown()
  await signIn()
})
afterAll(() => town.close())

const load = async (body: string) => (await by.chen.ask('readLoad')).items.find((one) => one.body === body)

test('200: whoever dispatches sees what each open body holds, how much of it is late, and how that stands beside the others', async () => {
  expect(await load(lamps.id)).toEqual({ body: lamps.id, open: 0, late: 0, others: null })
  const [old, ended] = [await dispatched(by.wang, by.chen, lamps.id, [power.id]), await dispatched(by.wang, by.chen, lamps.id)]
  await actOnTask(by.wu, 'takeTask', ended, {})
  await actOnTask(by.wu, 'reportTask', ended, { outcome: 'solved', words: '已修。', photos: [] })
  town.later({ days: 20 })
  await signIn()
  await dispatched(by.wang, by.chen, lamps.id)
  await dispatched(by.wang, by.chen, wutong.id)
  // What is remembered is a minute old at most.
  town.later({ minutes: 2 })
  expect(await load(lamps.id)).toEqual({ body: lamps.id, open: 2, late: 1, others: 0.5 })
  expect(await load(power.id)).toEqual({ body: power.id, open: 1, late: 1, others: 1 / 3 })
  expect(await load(wutong.id)).toMatchObject({ open: 1, late: 0, others: 2 / 3 })
  await actOnTask(by.wu, 'takeTask', old, {})
})

test('200: whoever names handlers sees what each of their people has', async () => {
  expect((await by.zheng.ask('readPeoplesLoad', { params: { county, id: lamps.id } })).items).toEqual([{ person: team.lamps.person, open: 1, late: 1 }])
  expect((await by.chen.ask('readPeoplesLoad', { params: { county, id: wutong.id } })).items).toEqual([])
})

test('200: an officer to whom it may go straight, too', async () => {
  const id = await dispatched(by.wang, by.chen, power.id)
  const { officers } = await by.chen.ask('findOfficers', { params: { county, id }, query: { body: lamps.id } })
  expect(officers).toMatchObject([{ person: team.lampsHead.person, open: 0, late: 0 }])
})

test('404: the people of another body · 403: who dispatches nothing, who names nobody', async () => {
  expect((await by.chen.call('readPeoplesLoad', { params: { county, id: dukou.id } })).status).toBe(404)
  expect((await by.zhao.call('readLoad')).status).toBe(403)
  expect((await by.wu.call('readPeoplesLoad', { params: { county, id: lamps.id } })).status).toBe(403)
})
