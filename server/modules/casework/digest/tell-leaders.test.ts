import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, team } from '#server/demo/cast.ts'
import { openHouse } from '#server/house.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { openTown, type Town } from '#server/test/town.ts'
import tellLeaders from './each-minute-tell-leaders.ts'

let town: Town
// 07:30 where the county is.
beforeAll(async () => {
  town = await openTown(new Date('2026-11-15T23:30:00Z'))
})
afterAll(() => town.close())

/** How often each person was told. */
async function told(): Promise<Record<string, number>> {
  const names = new Map(Object.values(team).map((one) => [one.person, one.zh]))
  const rows = await town.house.rooms.db.query<{ person: string; n: number }>(sql`select person, count(*) as n from notices where kind = 'staff.digest_ready' group by person`)
  return Object.fromEntries(rows.map(({ person, n }) => [names.get(person) ?? person, n]))
}
const timesTold = async (name: string) => (await told())[name] ?? 0

test('nobody before its hour; then every leader once, who finds it in the bell; whoever decides nothing is not told', async () => {
  await town.settle()
  expect(await told()).toEqual({})
  town.later({ minutes: 30 })
  await town.settle()
  const names = await told()
  expect(Object.values(names).every((n) => n === 1)).toBe(true)
  expect(Object.keys(names)).toEqual(expect.arrayContaining([team.secretary.zh, team.leader.zh, team.lampsHead.zh, team.centre.zh]))
  for (const one of [team.member, team.clerk, team.lamps, team.grid, team.admin]) expect(names[one.zh]).toBeUndefined()
  const chen = await town.signIn(team.secretary)
  expect((await chen.ask('listNotices', { query: { unread: true } })).items).toMatchObject([{ kind: 'staff.digest_ready', subject: { kind: 'digest' }, county }])
})

test('once a day, also after a restart, and however often workers look; again the next day', async () => {
  for (let n = 0; n < 3; n++) {
    town.later({ minutes: 10 })
    await town.settle()
  }
  const again = await openHouse(town.house.rooms.config, { clock: () => town.now })
  try {
    await again.work().settle()
    await tellLeaders.run(again.rooms, town.now)
  } finally {
    await again.close()
  }
  expect(await timesTold(team.secretary.zh)).toBe(1)
  town.later({ days: 1 })
  await town.settle()
  expect(await timesTold(team.secretary.zh)).toBe(2)
})

test('a worker that comes late tells it then, and not of the days that it missed', async () => {
  town.later({ days: 3, hours: 6 })
  await town.settle()
  expect(await timesTold(team.secretary.zh)).toBe(3)
})

test('a deputy, from the day on which they decide', async () => {
  const chen = await town.signIn(team.secretary)
  const validTo = new Date(town.now.getTime() + 2 * 86_400_000).toISOString()
  await chen.ask('giveGrant', { key: uuidv7(), params: { county }, body: { post: team.member.post, action: 'role:committee_secretary', region: 101, mayDelegate: false, reportAfterwards: true, validTo, reason: '书记外出学习' } })
  town.later({ minutes: 1 })
  await town.settle()
  expect(await timesTold(team.member.zh)).toBe(1)
})

test('at the hour that the rules of the town name', async () => {
  const admin = await town.signIn(team.admin)
  const draft = await admin.ask('readPolicyDraft')
  const layers = [...draft.layers.map(({ townName: _, categoryName: __, ...one }) => one), { town: 11, category: null, set: { digestHour: 17 }, locked: [] }]
  const { version } = await admin.ask('savePolicyDraft', { version: draft.version, body: { layers } })
  await admin.ask('publishPolicies', { key: uuidv7(), version, body: { note: '下班前看。' } })
  // The next day at noon.
  town.now = new Date(`${new Date(town.now.getTime() + 86_400_000).toISOString().slice(0, 10)}T04:00:00Z`)
  const [before, centre] = [await timesTold(team.secretary.zh), await timesTold(team.centre.zh)]
  await town.settle()
  expect([await timesTold(team.secretary.zh), await timesTold(team.centre.zh)]).toEqual([before, centre + 1])
  town.later({ hours: 5 })
  await town.settle()
  expect(await timesTold(team.secretary.zh)).toBe(before + 1)
})

describe.skipIf(!hasPostgres)('at once', () => {
  test('of several processes that look in the same moment each leader is told once', async () => {
    town.now = new Date(`${new Date(town.now.getTime() + 86_400_000).toISOString().slice(0, 10)}T12:00:00Z`)
    const before = await told()
    const second = await openHouse(town.house.rooms.config, { clock: () => town.now })
    try {
      await Promise.all([town.house.rooms, second.rooms, town.house.rooms, second.rooms].map((rooms) => tellLeaders.run(rooms, town.now)))
    } finally {
      await second.close()
    }
    const after = await told()
    for (const name of [team.secretary.zh, team.leader.zh, team.centre.zh]) expect(after[name]).toBe((before[name] ?? 0) + 1)
  })
})
