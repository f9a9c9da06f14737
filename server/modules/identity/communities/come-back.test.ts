import { afterAll, beforeAll, expect, test } from 'vitest'
import { county, residents, team } from '#server/demo/cast.ts'
import { report } from '#server/test/steps.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

/** A phone that was silent for more than a year; whoever signs in with it is taken for somebody new. */
let town: Town
let committee: Caller
const village = residents.zhang.home!.village

beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

async function comeAfterSilence(who = residents.zhang) {
  const before = await town.signIn(who)
  const person = (await before.ask('readMe')).person
  const earlier = await report(before, { words: '去年说过的事：楼道灯不亮。' })
  town.later({ days: 400 })
  const newcomer = await town.signIn(who)
  committee = await town.signIn(team.dukou)
  const { code } = await (await town.signIn(team.admin)).ask('readCommunityCode', { params: { county, village } })
  await newcomer.ask('askMembership', { params: { code }, body: { kind: 'tenant', name: who.zh, address: who.home!.address } })
  const { items } = await committee.ask('listMemberships', { params: { county }, query: { state: 'asked' } })
  return { person, earlier, newcomer, asked: items[0]! }
}

const matters = async (who: Caller) => (await who.ask('listMyMatters')).items.map((one) => one.id)
const decide = (id: string, body: object) => committee.call('decideMembership', { params: { county, id }, body })

test('the community that verified whoever held a silent phone gives them back what was theirs, in the session that is open', async () => {
  const { person, earlier, newcomer, asked } = await comeAfterSilence()
  const meanwhile = await report(newcomer, { words: '今天的事：井盖松了。' })
  expect(await matters(newcomer)).toEqual([meanwhile])
  expect(asked.lastHolder).toMatchObject({ name: '张*', address: '渡口路****' })
  expect((await decide(asked.id, { verified: true, isLastHolder: true })).status).toBe(200)
  await town.settle()
  const me = await newcomer.ask('readMe')
  expect(me).toMatchObject({ person, name: residents.zhang.zh })
  expect(me.memberships.filter((one) => one.state === 'verified').map((one) => one.village.id)).toContain(village)
  expect((await matters(newcomer)).toSorted()).toEqual([earlier, meanwhile].toSorted())
  expect((await newcomer.ask('listNotices')).items.map((one) => one.kind)).toContain('resident.membership_verified')
  town.later({ days: 1 })
  expect((await (await town.signIn(residents.zhang)).ask('readMe')).person).toBe(person)
})

test('somebody else with the number stays somebody else, and meets nothing of the last holder’s', async () => {
  const { person, newcomer, asked } = await comeAfterSilence()
  expect((await decide(asked.id, { verified: false, isLastHolder: true, reason: '不是本人' })).problem.code).toBe('membership.no_last_holder')
  expect((await decide(asked.id, { verified: true })).status).toBe(200)
  await town.settle()
  expect((await newcomer.ask('readMe')).person).not.toBe(person)
  expect(await matters(newcomer)).toEqual([])
})

test('409 membership.no_last_holder: where the phone was nobody’s before, or nobody’s of this community', async () => {
  town.later({ minutes: 5 })
  const { code } = await (await town.signIn(team.admin)).ask('readCommunityCode', { params: { county, village: 101 } })
  const fresh = await town.signIn({ ...residents.zhang, phone: '13800007777' })
  await fresh.ask('askMembership', { params: { code }, body: { kind: 'tenant', name: '林桂芳', address: '梧桐里 9 号' } })
  committee = await town.signIn(team.secretary)
  const [asked] = (await committee.ask('listMemberships', { params: { county }, query: { state: 'asked' } })).items
  expect(asked!.lastHolder).toBeNull()
  expect((await decide(asked!.id, { verified: true, isLastHolder: true })).problem.code).toBe('membership.no_last_holder')
  expect((await decide(asked!.id, { verified: true })).status).toBe(200)
})
