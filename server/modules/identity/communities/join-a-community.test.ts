import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { county, residents, team } from '#server/demo/cast.ts'
import type { Fact } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { holdUp } from '#server/test/hold-up.ts'
import { openNeighbour, type Neighbour } from '#server/test/newcomers.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'

let town: Town
let secretary: Caller
let guest: Caller
let neighbour: Neighbour
let code: string
beforeAll(async () => {
  town = await openTown()
  ;[secretary, guest] = [await town.signIn(team.secretary), await town.signIn(residents.guest)]
  neighbour = await openNeighbour(town)
  code = (await secretary.ask('readCommunityCode', { params: { county, village: 101 } })).code
})
afterAll(() => town.close())

const params = { county }
const request = (over: object = {}) => ({ kind: 'tenant', name: '马超群', address: '梧桐里 3 号 2 幢 203', ...over })
const asks = (by: Caller, over: object = {}, with_ = code) => by.call('askMembership', { params: { code: with_ }, body: request(over) })
const decide = (by: Caller, id: string, body: object) => by.call('decideMembership', { params: { county, id }, body })
let phones = 0
const newResident = () => town.signIn({ ...residents.guest, phone: `1370000${String(1000 + ++phones)}` })

describe('GET /counties/:county/villages/:village/code', () => {
  test('200: one code for ever, as an address and a picture of it', async () => {
    const [one, again] = [await secretary.ask('readCommunityCode', { params: { county, village: 101 } }), await secretary.ask('readCommunityCode', { params: { county, village: 101 } })]
    expect(one.code).toMatch(/^[a-z0-9]{12}$/)
    expect(one.url).toBe(`${town.house.rooms.config.publicUrl}/join/${one.code}`)
    expect(one.qr).toMatch(/^<svg .*<\/svg>$/s)
    expect(again).toEqual(one)
  })

  test('asked for the first time by two at once, it is one code', async () => {
    const admin = await town.signIn(team.admin)
    const codes = await Promise.all([1, 2, 3].map(() => admin.ask('readCommunityCode', { params: { county, village: 123 } })))
    expect(new Set(codes.map((one) => one.code)).size).toBe(1)
  })

  test('404: another community, no community, another county; 403 without the right', async () => {
    for (const village of [102, 11, 401]) expect((await secretary.call('readCommunityCode', { params: { county, village } })).status).toBe(404)
    expect((await (await town.signIn(team.grid)).call('readCommunityCode', { params: { county, village: 101 } })).status).toBe(403)
  })
})

describe('GET /communities/:code', () => {
  test('200: for anybody who scanned it', async () => {
    expect(await town.nobody.ask('readCommunity', { params: { code } })).toMatchObject({
      county, village: { id: 101, name: { zh: '梧桐社区', en: 'Wutong Community' } }, above: [{ level: 1 }, { level: 2 }, { id: 3 }, { id: 11 }],
    })
  })

  test('404 community.not_found', async () => {
    expect((await town.nobody.call('readCommunity', { params: { code: 'nosuchcode12' } })).problem.code).toBe('community.not_found')
  })
})

describe('POST /communities/:code/memberships', () => {
  test('200: the committee hears of it and sees it, masked', async () => {
    const { id } = (await asks(guest)).reply
    const row = (await secretary.ask('listMemberships', { params, query: { state: 'asked' } })).items.find((one) => one.id === id)
    expect(row).toMatchObject({ person: residents.guest.person, kind: 'tenant', state: 'asked', village: { id: 101 }, name: '马**', phone: '139****0004', address: '梧桐里****' })
    const [fact] = await town.house.rooms.db.query<Fact>(sql`select * from facts where kind = 'membership.asked' and subject = ${id}::uuid`)
    expect(fact?.detail).toEqual({ person: residents.guest.person, village: 101 })
  })

  test('a name said by somebody without one is theirs; once it was verified, asking elsewhere doesn’t change it', async () => {
    const someone = await newResident()
    expect((await someone.ask('readMe')).name).toBeNull()
    const { id } = (await asks(someone, { name: '高兴' })).reply
    expect((await someone.ask('readMe')).name).toBe('高兴')
    await decide(secretary, id, { verified: true })
    await asks(someone, { name: '高大全', kind: 'owner' })
    expect((await someone.ask('readMe')).name).toBe('高兴')
  })

  test('409 membership.already: one for each community and kind, as many kinds as are true', async () => {
    expect((await asks(guest)).problem.code).toBe('membership.already')
    expect((await asks(guest, { kind: 'worker' })).status).toBe(200)
    expect((await (await town.signIn(residents.wang)).call('askMembership', { params: { code }, body: request({ kind: 'resident', name: '王秀英' }) })).problem.code).toBe('membership.already')
  })

  test('asked twice at once, it is one request', async () => {
    const someone = await newResident()
    expect((await Promise.all([asks(someone), asks(someone)])).map((one) => one.status).toSorted()).toEqual([200, 409])
  })

  test('422 masked_value, 404 community.not_found, 401 nobody and staff, 429 more than a committee can bear', async () => {
    expect((await asks(guest, { name: '马**' })).problem.code).toBe('masked_value')
    expect((await asks(guest, { address: '梧桐里****' })).problem.code).toBe('masked_value')
    expect((await asks(guest, {}, 'nosuchcode12')).problem.code).toBe('community.not_found')
    expect((await asks(town.nobody)).status).toBe(401)
    expect((await asks(secretary)).status).toBe(401)
    const someone = await newResident()
    for (let i = 0; i < 10; i++) await asks(someone)
    expect((await asks(someone)).status).toBe(429)
  })
})

describe('POST /counties/:county/memberships/:id/decision', () => {
  const asked = async (over: object = {}) => (await asks(await newResident(), over)).reply.id

  test('200: verified, or refused with a reason that the resident reads', async () => {
    const someone = await newResident()
    const id = (await asks(someone)).reply.id
    expect((await decide(secretary, id, { verified: false })).problem.code).toBe('membership.reason_needed')
    await decide(secretary, id, { verified: false, reason: '楼栋号不在本社区' })
    expect((await someone.ask('readMe')).memberships).toMatchObject([{ state: 'refused', reason: '楼栋号不在本社区', kind: 'tenant' }])
    const again = (await asks(someone)).reply.id
    await secretary.ask('decideMembership', { params: { county, id: again }, body: { verified: true } })
    expect((await someone.ask('readMe')).memberships.map((one) => one.state)).toEqual(['verified', 'refused'])
  })

  test('409 membership.decided: by two at once, once', async () => {
    const id = await asked()
    const member = await town.signIn(team.member)
    const answers = await holdUp(town.house.rooms.db, sql`select id from memberships where id = ${id}::uuid for update`, [
      () => decide(secretary, id, { verified: true }), () => decide(member, id, { verified: false, reason: '不符' }),
    ])
    expect(answers.map((one) => one.problem.code ?? 'decided').toSorted()).toEqual(['decided', 'membership.decided'])
  })

  test('404: of another community or county; 403: without the right', async () => {
    const id = await asked()
    expect((await decide(await town.signIn(team.dukou), id, { verified: true })).status).toBe(404)
    expect((await neighbour.secretary.caller.call('decideMembership', { params: { county: neighbour.county, id }, body: { verified: true } })).status).toBe(404)
    expect((await decide(neighbour.secretary.caller, id, { verified: true })).status).toBe(403)
    expect((await decide(await town.signIn(team.clerk), id, { verified: true })).status).toBe(403)
  })
})

describe('GET /counties/:county/memberships', () => {
  test('200: the newest first, page after page, none twice, only of one’s own community', async () => {
    town.later({ minutes: 1 })
    for (let i = 0; i < 5; i++) await asks(await newResident())
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const page = await secretary.ask('listMemberships', { params, query: { limit: 3, ...(after && { after }) } })
      expect(page.items.every((one) => one.village.id === 101)).toBe(true)
      seen.push(...page.items.map((one) => one.id))
      if (page.next === null) break
      after = page.next
    }
    const all = await town.house.rooms.db.query<{ id: string }>(sql`select id from memberships where village = 101 order by asked_at desc, id desc`)
    expect(seen).toEqual(all.map((row) => row.id))
    expect((await (await town.signIn(team.dukou)).ask('listMemberships', { params })).items.map((one) => one.village.id)).toEqual([111])
  })

  test('400: a place in the list that is none', async () => {
    expect((await secretary.call('listMemberships', { params, query: { after: uuidv7() } })).status).toBe(400)
  })
})
