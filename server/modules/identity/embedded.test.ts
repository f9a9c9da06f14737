import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { bodies, county, demoPassword, residents, team } from '#server/demo/cast.ts'
import { makeDemo } from '#server/demo/make-demo.ts'
import { openHouse, type House } from '#server/house.ts'
import { embeddedDatabase } from '#server/kernel/database.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { migrateDatabase } from '#server/kernel/migrate.ts'
import { tokenIn } from '#server/test/newcomers.ts'
import { callerOn, type Caller } from '#server/test/town.ts'
import { codeAt } from './second-factor.ts'

/** One story through every part of identity on the embedded database, which plans statements and types values in its own way. */
let house: House
let app: FastifyInstance
const dataDir = mkdtempSync(join(tmpdir(), 'gongzhi-embedded-'))
beforeAll(async () => {
  const db = await embeddedDatabase(undefined)
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' })
  house = await openHouse(config, { db, clock: () => new Date('2026-11-16T02:00:00Z') })
  await migrateDatabase(db)
  await makeDemo(house.rooms)
  app = await house.http()
})
afterAll(async () => {
  await app.close()
  await house.close()
  rmSync(dataDir, { recursive: true })
})

const params = { county }
const nobody = () => callerOn(app, 'resident', '')
const sessionIn = (set: unknown, kind: 'resident' | 'office') => callerOn(app, kind, String([set].flat()[0]).split(';')[0]!)

async function enter(login: string, secret: string): Promise<Caller> {
  const { headers, status } = await nobody().call('signInStaff', { body: { login, password: demoPassword, secondFactor: codeAt(secret, house.rooms.clock()) } })
  expect(status).toBe(200)
  return sessionIn(headers['set-cookie'], 'office')
}

async function arrive(phone: string): Promise<Caller> {
  const { demoCode } = await nobody().ask('requestPhoneCode', { body: { phone } })
  const { headers } = await nobody().call('signInByPhone', { body: { phone, code: demoCode, consent: '2026-11' } })
  return sessionIn(headers['set-cookie'], 'resident')
}

test('a body is made, staffed, given rights, put on duty, and closed again', async () => {
  const admin = await enter(team.admin.login, team.admin.secret)
  const body = await admin.ask('createBody', { params, key: uuidv7(), body: { name: { zh: '春晖社工站' }, kind: 'station', region: 11, parent: bodies.chunhui.id, isDesk: false } })
  await admin.ask('changeBody', { params: { county, id: body.id }, body: { name: { zh: '春晖站' }, parent: bodies.centre.id } })
  const post = await admin.ask('createPost', { params, key: uuidv7(), body: { body: body.id, role: 'department_head', title: { zh: '站长' } } })
  await admin.ask('changePost', { params: { county, id: post.id }, body: { categories: ['care'], stationedAt: bodies.centre.id } })
  const { person, link } = await admin.ask('inviteStaff', { params, key: uuidv7(), body: { name: '钱多', login: 'qianduo', phone: '13700001234', post: post.id } })
  const token = tokenIn(link.url)
  const { secret } = await nobody().ask('readLink', { body: { token } })
  await nobody().ask('useLink', { body: { token, password: demoPassword, code: codeAt(secret, house.rooms.clock()) } })
  const head = await enter('qianduo', secret)
  const grant = await admin.ask('giveGrant', { params, key: uuidv7(), body: { post: post.id, action: 'roster.change', region: 11, mayDelegate: true, reportAfterwards: false, reason: '轮值' } })
  expect((await head.ask('readMe')).actions).toContain('roster.change')
  const duty = { body: body.id, post: post.id, person, from: '2026-11-16T02:00:00Z', to: '2026-11-16T10:00:00Z' }
  const { id: dutyId } = await admin.ask('putOnDuty', { params, key: uuidv7(), body: duty })
  expect((await head.ask('listDuties', { params, query: { body: body.id, from: duty.from, to: duty.to } })).items).toMatchObject([{ id: dutyId, name: '钱多' }])
  await admin.ask('takeOffDuty', { params: { county, id: dutyId } })
  expect((await admin.ask('listGrants', { params, query: { post: post.id } })).items.map((one) => one.id)).toEqual([grant.id])
  expect(await admin.ask('withdrawGrant', { params: { county, id: grant.id }, body: { reason: '期满' } })).toEqual({ withdrawn: 1 })
  await admin.ask('holdPost', { params: { county, id: team.clerk.post }, body: { person } })
  await admin.ask('leavePost', { params: { county, id: team.clerk.post, person } })
  expect((await admin.ask('listStaff', { params, query: { words: '钱' } })).items).toMatchObject([{ login: 'qianduo', posts: [{ id: post.id }] }])
  expect((await admin.ask('resetStaff', { params: { county, id: person }, body: { reason: '遗忘' } })).link.url).toContain('/office/link/')
  await nobody().ask('askReset', { body: { login: 'qianduo' } })
  await admin.ask('dismissStaff', { params: { county, id: person }, body: { reason: '离职' } })
  await admin.ask('endPost', { params: { county, id: post.id }, body: { reason: '撤销' } })
  await admin.ask('closeBody', { params: { county, id: body.id }, body: { reason: '撤并' } })
  expect((await admin.ask('listPosts', { params, query: { body: body.id, ended: true } })).items).toHaveLength(1)
  expect((await admin.ask('listBodies', { params, query: { words: '春晖站', closed: true } })).items).toMatchObject([{ id: body.id, closedAt: expect.any(String) }])
})

test('a resident joins, is verified, and sees who looked', async () => {
  const secretary = await enter(team.secretary.login, team.secretary.secret)
  const guest = await arrive(residents.guest.phone)
  const { code } = await secretary.ask('readCommunityCode', { params: { county, village: 101 } })
  expect((await nobody().ask('readCommunity', { params: { code } })).above.map((one) => one.level)).toEqual([1, 2, 3, 4])
  const { id } = await guest.ask('askMembership', { params: { code }, body: { kind: 'owner', name: '马超群', address: '梧桐里 3 号' } })
  const { items } = await secretary.ask('listMemberships', { params, query: { state: 'asked', village: 101, limit: 1 } })
  expect(items.map((one) => one.id)).toEqual([id])
  await secretary.ask('decideMembership', { params: { county, id }, body: { verified: true } })
  expect(await secretary.ask('openPersonalField', { params, body: { field: 'membership.address', row: id, purpose: 'visit' } })).toEqual({ value: '梧桐里 3 号' })
  await guest.ask('changeMe', { body: { name: '马超', language: 'en' } })
  expect(await guest.ask('readMe')).toMatchObject({ name: '马超', language: 'en', memberships: [{ state: 'verified' }] })
  const { held, openings } = await guest.ask('readMyRecord')
  expect(held.map((one) => one.field)).toEqual(['person.name', 'person.phone', 'membership.address'])
  expect(openings).toMatchObject([{ field: 'membership.address', purpose: 'visit' }])
  expect((await nobody().ask('listDemoAccounts')).items.length).toBeGreaterThan(10)
})
