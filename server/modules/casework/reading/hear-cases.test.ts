import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { factsOf } from '#server/kernel/facts.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { findActor } from '#server/modules/identity/find-actor.ts'
import { act, actOnTask, dispatched, note, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { hearingOf } from './hear-cases.ts'

let town: Town
const callers: Record<string, Caller> = {}
beforeAll(async () => {
  town = await openTown()
  const people = {
    wang: residents.wang, li: residents.li, chen: team.secretary, sun: team.clerk, xu: team.centre, tang: team.yinxing, gao: team.wangjiang,
    wu: team.lamps, feng: team.power, zhao: team.grid, admin: team.admin,
  }
  for (const [name, one] of Object.entries(people)) callers[name] = await town.signIn(one)
})
afterAll(() => town.close())

/** Who hears which steps of a case, as they happen. */
async function heard(id: string): Promise<Record<string, string[]>> {
  const { rooms } = town.house
  const facts = await factsOf(rooms.db, county, id)
  const mayHear = await hearingOf(rooms.db)(facts)
  const entries = await Promise.all(Object.entries(callers).map(async ([name, { cookie }]) => {
    const [app, token] = cookie.replace('gongzhi_', '').split('=') as ['resident' | 'office', string]
    const actor = (await findActor(rooms, app, token)) as Actor
    return [name, facts.filter((fact) => mayHear(fact, actor)).map((fact) => fact.kind)] as const
  }))
  return Object.fromEntries(entries.filter(([, kinds]) => kinds.length > 0))
}

test('a resident hears the steps of their own matter that concern them; staff hear of cases within their reach, and of no other', async () => {
  const { wang, chen, wu } = callers as { wang: Caller; chen: Caller; wu: Caller }
  const id = await dispatched(wang, chen, bodies.lamps.id)
  await actOnTask(wu, 'takeTask', id, {})
  await note(wu, id, { words: '内部情况。' })
  const all = ['case.received', 'case.accepted', 'case.dispatched', 'task.taken', 'case.noted']
  expect(await heard(id)).toEqual({ wang: all.slice(0, 4), chen: all, sun: all, xu: all, wu: all, zhao: all })
})

test('a public matter is heard of live by nobody but its own', async () => {
  const { li, chen } = callers as { li: Caller; chen: Caller }
  const id = await report(li, { visibility: 'public', place: { village: 101 } })
  await act(chen, 'decidePublication', id, { publish: true, words: '路灯坏了。', photos: [] })
  const who = await heard(id)
  expect(who.wang).toBeUndefined()
  expect(who.li).toEqual(['case.received', 'case.published'])
})

test('clocks, sorting and the like are for staff alone', async () => {
  const { wang, chen } = callers as { wang: Caller; chen: Caller }
  const id = await report(wang)
  await act(chen, 'sortCase', id, { category: 'noise' })
  town.later({ hours: 9 })
  await town.settle()
  const who = await heard(id)
  expect(who.wang).toEqual(['case.received'])
  expect(who.chen).toEqual(['case.received', 'case.sorted', 'clock.warned'])
})
