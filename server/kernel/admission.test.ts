import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { residents } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { openTown, type Town } from '#server/test/town.ts'
import { admissionOf } from './admission.ts'

const silent = pino({ level: 'silent' })

test('so many are at work at once, the next is asked to come again, and whoever leaves makes room', () => {
  const admission = admissionOf(2, silent)
  const leave = [admission.enter('readMe'), admission.enter('submitAppeal')]
  const no = admission.refusalAt('GET', '/api/v1/me')
  expect(no?.code).toBe('busy')
  expect(no?.detail.retryAfterSeconds).toBeGreaterThanOrEqual(2)
  expect(() => admission.enter('readMe')).toThrow('busy')
  leave[0]!()
  leave[0]!() // twice is once
  expect(admission.refusalAt('GET', '/api/v1/me')).toBeUndefined()
  admission.enter('readMe')
  expect(() => admission.enter('readMe')).toThrow('busy')
})

test('health is told always, and slow uploads keep nobody else out', () => {
  const admission = admissionOf(1, silent)
  admission.enter('uploadPhoto')
  expect(() => admission.enter('uploadPhoto')).toThrow('busy')
  admission.enter('readMe')
  expect(() => admission.enter('readMe')).toThrow('busy')
  admission.enter('readHealth')()
  admission.enter('readReadiness')()
  const isTurnedAway = (method: string, url: string) => admission.refusalAt(method, url) !== undefined
  expect([
    isTurnedAway('GET', '/api/v1/health/ready'), isTurnedAway('POST', '/api/v1/counties/3/photos'), isTurnedAway('GET', '/office/'), isTurnedAway('GET', '/'),
    isTurnedAway('GET', '/api/v1/counties/3/photos/1/thumb'), isTurnedAway('POST', '/api/v1/counties/3/appeals'),
  ]).toEqual([false, false, false, false, true, true])
})

let town: Town
beforeAll(async () => {
  town = await openTown(undefined, { env: { DATABASE_CONNECTIONS: '1' } })
})
afterAll(() => town.close())

test('of a crowd that comes at once some are served, all others hear in words when to come again, and then are served', async () => {
  const wang = await town.signIn(residents.wang)
  const keys = Array.from({ length: 150 }, () => uuidv7())
  const send = (key: string) => wang.call('submitAppeal', { key, body: { words: '路灯坏了。', place: { village: 101 }, visibility: 'private', photos: [] } })
  const crowd = await Promise.all(keys.map(send))
  const served = crowd.filter(({ status }) => status === 200)
  const refused = crowd.filter(({ status }) => status !== 200)
  expect([served.length > 0, refused.length > 0]).toEqual([true, true])
  for (const { status, problem, headers } of refused) {
    expect([status, problem.code, problem.title]).toEqual([503, 'busy', '系统繁忙，请稍后再试。您填写的内容没有丢失。'])
    expect(Number(headers['retry-after'])).toBeGreaterThanOrEqual(2)
  }
  for (const key of keys) expect((await send(key)).status).toBe(200)
  await town.settle()
  expect((await wang.ask('listMyMatters')).items.length).toBeGreaterThan(0)
})
