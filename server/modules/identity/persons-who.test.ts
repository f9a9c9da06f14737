import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, team } from '#server/demo/cast.ts'
import { can, type Reached } from '#server/kernel/reach.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { openTown, type Town } from '#server/test/town.ts'
import { rightsOf } from './authority.ts'
import { authorityOf } from './authority.sql.ts'
import { personsWho } from './index.ts'
import { allActions } from './role.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const staff = Object.values(team)
const who = async (action: string, row: Reached) => (await personsWho(town.house.rooms.db, action, row, town.now)).toSorted()

/** The same, asked of each by themselves. */
async function whoOneByOne(action: string, row: Reached) {
  const asked = await Promise.all(staff.map(async ({ person }) => {
    const holds = (await authorityOf(town.house.rooms.db, person, town.now)).flatMap(rightsOf)
    return can({ holds } as never, action, row) ? [person] : []
  }))
  return asked.flat().toSorted()
}

const rows: Reached[] = [
  { county },
  { county: county + 1 },
  { county, town: 11 },
  { county, town: 11, village: 101, category: 'lighting' },
  { county, town: 12, village: 111, bodies: [bodies.dukou.id, bodies.lamps.id] },
  { county, town: 11, village: 101, grid: 1011, bodies: [bodies.wutong.id] },
]

describe('personsWho', () => {
  test('names whom can() allows, for every action and place of the cast', async () => {
    for (const action of allActions) for (const row of rows) expect([action, row, await who(action, row)]).toEqual([action, row, await whoOneByOne(action, row)])
  })

  test('names those who may verify the members of a community', async () => {
    const village = { county, town: 11, village: 101 }
    expect(await who('membership.decide', village)).toEqual([team.secretary.person, team.member.person].toSorted())
    expect(await who('nothing.like.this', village)).toEqual([])
  })

  test('knows grants, as long as they last, and their withdrawal', async () => {
    const admin = await town.signIn(team.admin)
    const [inside, outside] = [{ county, town: 11, village: 102 }, { county, town: 11, village: 101 }]
    const give = async (validTo: Date) => {
      const body = {
        post: team.clerk.post, action: 'region.change', region: 102, mayDelegate: false, reportAfterwards: false,
        validTo: validTo.toISOString(), reason: '区划调整期间',
      }
      return (await admin.ask('giveGrant', { params: { county }, key: uuidv7(), body })).id
    }
    const both = [team.admin.person, team.clerk.person].toSorted()
    const tomorrow = new Date(town.now.getTime() + 86_400_000)
    expect(await who('region.change', inside)).toEqual([team.admin.person])
    const grant = await give(tomorrow)
    expect(await who('region.change', inside)).toEqual(both)
    expect(await who('region.change', outside)).toEqual([team.admin.person])
    await admin.ask('withdrawGrant', { params: { county, id: grant }, body: { reason: '已完成' } })
    expect(await who('region.change', inside)).toEqual([team.admin.person])
    await give(tomorrow)
    expect(await who('region.change', inside)).toEqual(both)
    town.later({ days: 2 })
    expect(await who('region.change', inside)).toEqual([team.admin.person])
  })
})
