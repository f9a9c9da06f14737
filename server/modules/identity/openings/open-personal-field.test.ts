import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import type { Fact } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { openNeighbour, type Neighbour } from '#server/test/newcomers.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let secretary: Caller
let neighbour: Neighbour
let membership: string
beforeAll(async () => {
  town = await openTown()
  secretary = await town.signIn(team.secretary)
  neighbour = await openNeighbour(town)
  const { items } = await secretary.ask('listMemberships', { params: { county } })
  membership = items.find((one) => one.person === residents.wang.person)!.id
})
afterAll(() => town.close())

const open = (by: Caller, over: object = {}) =>
  by.call('openPersonalField', { params: { county }, body: { field: 'person.phone', row: residents.wang.person, purpose: 'contact', ...over } })
const recorded = () => town.house.rooms.db.query<{ field: string }>(sql`select field from openings`)

describe('POST /counties/:county/openings', () => {
  test.each([
    ['person.phone', () => residents.wang.person, '13900000001'], ['person.name', () => residents.wang.person, '王秀英'],
    ['membership.address', () => membership, '梧桐里 12 号 3 幢 501'],
  ])('200: %s, and the opening stands on the record before the value is out', async (field, row, value) => {
    const before = (await recorded()).length
    expect((await open(secretary, { field, row: row() })).reply).toEqual({ value })
    expect((await recorded()).length).toBe(before + 1)
    const [fact] = await town.house.rooms.db.query<Fact>(sql`select * from facts where kind = 'personal.opened' order by seq desc limit 1`)
    expect(fact).toMatchObject({ subject: residents.wang.person, person: team.secretary.person, body: bodies.wutong.id, detail: { field, heldIn: row(), purpose: 'contact' } })
  })

  test('200: a colleague’s phone, within one’s own area', async () => {
    const { person } = await (await town.signIn(team.admin)).ask('inviteStaff', {
      params: { county }, key: uuidv7(), body: { name: '孔明', login: 'kongming', phone: '13700004321', post: team.member.post },
    })
    expect((await open(secretary, { row: person })).reply).toEqual({ value: '13700004321' })
  })

  test('422 opening.purpose_needed: “other” is said in words', async () => {
    expect((await open(secretary, { purpose: 'other' })).problem.code).toBe('opening.purpose_needed')
    expect((await open(secretary, { purpose: 'other', words: '送达通知书' })).status).toBe(200)
  })

  test('404: no such field or row, a resident of another community, somebody who joined nowhere, another county', async () => {
    const before = (await recorded()).length
    const others = [
      { field: 'person.password' }, { row: uuidv7() }, { row: residents.zhang.person }, { row: residents.guest.person },
      { field: 'membership.address', row: residents.wang.person }, { row: neighbour.secretary.person },
    ]
    for (const over of others) expect((await open(secretary, over)).status, JSON.stringify(over)).toBe(404)
    expect((await open(await town.signIn(team.clerk))).status).toBe(404)
    expect((await neighbour.secretary.caller.call('openPersonalField', { params: { county: neighbour.county }, body: { field: 'person.phone', row: residents.wang.person, purpose: 'contact' } })).status).toBe(404)
    expect((await open(neighbour.secretary.caller)).status).toBe(403)
    expect((await recorded()).length).toBe(before)
  })

  test('an administrator handles no residents, and opens none of their data', async () => {
    expect((await open(neighbour.admin)).status).toBe(403)
    town.later({ minutes: 1 })
    expect((await open(await town.signIn(team.admin))).status).toBe(404)
  })

  test('429: nobody carries a register away, one value at a time', async () => {
    const member = await town.signIn(team.member)
    for (let i = 0; i < 120; i++) await open(member, { field: 'membership.address', row: membership })
    expect((await open(member)).problem.code).toBe('too_many_requests')
    expect((await open(secretary)).status).toBe(200)
  })

  test('the record can’t be changed or removed by the daily role', async () => {
    for (const statement of [sql`delete from openings`, sql`update openings set purpose = 'verify'`]) {
      await expect(town.house.rooms.change(county, (tx) => tx.query(statement))).rejects.toThrow('permission denied')
    }
  })
})
