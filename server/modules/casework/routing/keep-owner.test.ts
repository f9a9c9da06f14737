import { afterAll, beforeAll, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { factsOf } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { accepted, act, report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { loadCase } from '../cases/case.sql.ts'
import { rebuild, type CaseEvent } from '../cases/event.ts'
import { whyNotOwner } from './owner.ts'

let town: Town
let wang: Caller
let chen: Caller
let zhao: Caller
beforeAll(async () => {
  town = await openTown()
  wang = await town.signIn(residents.wang)
  chen = await town.signIn(team.secretary)
  zhao = await town.signIn(team.grid)
})
afterAll(() => town.close())

const caseOf = (id: string) => chen.ask('readCase', { params: { county, id } })
const routeOf = (id: string, owner?: string) => chen.ask('readRoute', { params: { county, id }, query: owner ? { owner } : {} })
const enter = (body: object, key = uuidv7()) => zhao.call('enterAppeal', {
  params: { county }, key, body: { channel: 'grid', words: '楼道口的灯坏了。', category: 'lighting', place: { region: 101 }, photos: [], ...body },
})

test.each([[undefined, undefined], [null, undefined], ['property', undefined], ['moon', 'case.owner_unknown']] as const)('%s as an owner: %s', (owner, no) =>
  expect(whyNotOwner({ owners: [{ key: 'property', name: { zh: '物业' } }] }, owner)).toBe(no))

test('200: whose the asset is is said at intake, kept, and routed by; it can be unsaid; the trail alone rebuilds it', async () => {
  const id = await report(wang)
  expect(await caseOf(id)).toMatchObject({ owner: null })
  expect((await routeOf(id)).lead?.id).not.toBe(bodies.housing.id)
  expect((await act(chen, 'acceptCase', id, { owner: 'moon' })).problem.code).toBe('case.owner_unknown')
  expect((await act(chen, 'acceptCase', id, { owner: 'property' })).status).toBe(200)
  expect(await caseOf(id)).toMatchObject({ owner: { key: 'property' } })
  expect((await routeOf(id)).lead?.id).toBe(bodies.housing.id)
  // What is asked beside it counts for the question alone.
  expect((await routeOf(id, 'power')).lead?.id).toBe(bodies.power.id)

  expect((await act(chen, 'sortCase', id, { category: 'lighting', owner: 'moon' })).problem.code).toBe('case.owner_unknown')
  await act(chen, 'sortCase', id, { category: 'lighting', owner: 'power' })
  await act(chen, 'sortCase', id, { category: 'lighting' })
  expect(await caseOf(id)).toMatchObject({ owner: { key: 'power' } })
  const { db } = town.house.rooms
  const trail = await factsOf(db, county, id)
  expect(rebuild(county, id, trail.map(({ detail }) => ({ detail }) as Pick<CaseEvent, 'detail'>)).owner).toBe((await loadCase(db, county, id, 'look'))!.file.owner)
  await act(chen, 'sortCase', id, { category: 'lighting', owner: null })
  expect(await caseOf(id)).toMatchObject({ owner: null })
})

test('200: a report on patrol goes to whom the catalogue names for that owner, with no call to the desk', async () => {
  expect((await enter({ owner: 'moon' })).problem.code).toBe('case.owner_unknown')
  const { reply } = await enter({ owner: 'property', byPolicy: true })
  expect(reply).toMatchObject({ state: 'dispatched', lead: { zh: bodies.housing.zh } })
  const trail = await factsOf(town.house.rooms.db, county, reply.id)
  expect(trail[0]!.detail).toMatchObject({ to: { owner: 'property' } })
})

test('a repeat caller is marked; staff who report what they see are none', async () => {
  await accepted(wang, chen)
  const again = await report(wang)
  expect((await caseOf(again)).repeats.person).toBeGreaterThan(0)
  await enter({})
  expect((await caseOf((await enter({})).reply.id)).repeats.person).toBe(0)
})
