import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, residents, team, type CastStaff } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
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
