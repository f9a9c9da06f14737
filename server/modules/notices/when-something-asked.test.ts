import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { county, residents, team, type CastStaff } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { findActor } from '#server/modules/identity/find-actor.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
const staff: Partial<Record<keyof typeof team, Caller>> = {}
beforeAll(async () => {
  town = await openTown()
  for (const name of ['admin', 'secretary', 'member', 'grid', 'clerk', 'yinxing', 'lamps'] as const) staff[name] = await town.signIn(team[name])
})
afterAll(() => town.close())

/** Who of the cast was told, and what. */
async function toldOf(kind: string) {
  const found = await Promise.all(Object.entries(staff).map(async ([name, caller]) => {
    const { items } = await caller.ask('listNotices', { query: { unread: true } })
    await caller.ask('readNotices', { body: { all: true } })
    return items.filter((notice) => notice.kind === kind).map((notice) => ({ name, notice }))
  }))
  return found.flat()
}

/** What a caller hears live, of the house as it is. */
async function listenAs(caller: Caller, app: 'resident' | 'office') {
  const { rooms } = town.house
  const actor = (await findActor(rooms, app, caller.cookie.split('=')[1]!))!
  const heard: string[] = []
  const { stop } = await rooms.live.listen({ actor, hear: ({ kind }) => heard.push(kind), reset: () => {}, end: () => {} })
  onTestFinished(stop)
  return heard
}

const codeOf = async (who: Caller) => (await who.ask('readCommunityCode', { params: { county, village: 101 } })).code
const askToJoin = async (who: Caller) =>
  (await who.ask('askMembership', { params: { code: await codeOf(staff.secretary!) }, key: uuidv7(), body: { kind: 'resident', name: '马超群', address: '梧桐里 3 号' } as never })).id

describe('a resident who asks to join a community', () => {
  test('whoever may verify them there is told, once, and nobody elsewhere', async () => {
    const guest = await town.signIn(residents.guest)
    const id = await askToJoin(guest)
    await town.settle()
    await town.settle()
    const told = await toldOf('staff.membership_asked')
    expect(told.map(({ name }) => name).toSorted()).toEqual(['member', 'secretary'])
    expect(told[0]!.notice).toMatchObject({ county, subject: { kind: 'membership', id, number: null }, values: { community: '梧桐社区' } })
  })

  test.each([[false, 'resident.membership_refused'], [true, 'resident.membership_verified']])('is told what became of it: verified %s', async (verified, kind) => {
    const guest = await town.signIn(residents.guest)
    const pending = await staff.secretary!.ask('listMemberships', { params: { county }, query: { state: 'asked' } as never })
    const id = pending.items[0]?.id ?? (await askToJoin(guest))
    await staff.secretary!.ask('decideMembership', { params: { county, id }, body: { verified, ...(!verified && { reason: '住址不符' }) } })
    await town.settle()
    const [notice] = (await guest.ask('listNotices')).items
    expect(notice).toMatchObject({ kind, subject: { kind: 'membership', id }, values: { community: '梧桐社区' }, readAt: null })
  })

  test('is heard live by themselves and by those who may read that, and by nobody else', { timeout: 60_000 }, async () => {
    const [guest, stranger] = [await town.signIn(residents.zhang), await town.signIn(residents.li)]
    const own = await listenAs(guest, 'resident')
    const strangers = await listenAs(stranger, 'resident')
    const [member, elsewhere] = [await listenAs(staff.member!, 'office'), await listenAs(staff.yinxing!, 'office')]
    const id = await askToJoin(guest)
    await staff.secretary!.ask('decideMembership', { params: { county, id }, body: { verified: true } })
    await expect.poll(() => own, { timeout: 30_000 }).toEqual(['membership.asked', 'membership.verified'])
    expect([member, strangers, elsewhere]).toEqual([own, [], []])
  })
})

describe('a staff member who can not sign in', () => {
  const reset = async (one: CastStaff) => {
    await town.nobody.ask('askReset', { body: { login: one.login } })
    await town.settle()
    return await toldOf('staff.asked_reset')
  }

  test('the administrators are told, and nobody else', async () => {
    const told = await reset(team.lamps)
    expect(told.map(({ name, notice }) => [name, notice.subject.kind, notice.subject.id])).toEqual([['admin', 'person', team.lamps.person]])
  })

  test('an administrator is not told of themselves', async () => {
    expect(await reset(team.admin)).toEqual([])
  })
})
