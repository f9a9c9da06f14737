import { setTimeout as sleep } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { residents } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { startPostgres, type PostgresServer } from '#server/test/start-postgres.ts'
import { fillTemplate } from '#server/test/template.ts'
import { openTown, type Town } from '#server/test/town.ts'
import { serverDatabase } from './database.ts'

/** On a server of its own, which can be killed. */
describe.skipIf(!hasPostgres)('when the database is killed', { timeout: 120_000 }, () => {
  const connectionsMax = 4
  let postgres: PostgresServer
  let town: Town
  beforeAll(async () => {
    postgres = await startPostgres({ durable: true })
    await fillTemplate(postgres.url)
    const db = serverDatabase(postgres.url, { connectionsMax, prepare: true })
    town = await openTown(undefined, { standing: { db, dataDir: postgres.dataDir.replace(/data$/, 'ours') } })
  }, 120_000)
  afterAll(async () => {
    await town.close()
    await postgres.stop()
  })

  test('requests in its midst and after are asked to come again, all lines are found again, and what memory held is forgotten', async () => {
    const { db, memory } = town.house.rooms
    const wang = await town.signIn(residents.wang)
    const keys = Array.from({ length: 30 }, () => uuidv7())
    const send = (key: string) => wang.call('submitAppeal', { key, body: { words: '路灯坏了。', place: { village: 101 }, visibility: 'private', photos: [] } })
    const underWay = keys.map(send)
    await postgres.kill()
    const answers = [...(await Promise.all(underWay)), await send(uuidv7())]
    for (const { status, problem, headers } of answers.filter((one) => one.status !== 200)) {
      expect([status, problem.code]).toEqual([503, 'busy'])
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
    }
    expect(answers.at(-1)!.status).toBe(503)
    await sleep(3_000) // several tries to find the line of notices again
    await postgres.restart()
    await expect.poll(async () => (await send(keys[0]!)).status, { timeout: 30_000 }).toBe(200)
    for (const key of keys) expect((await send(key)).status).toBe(200)
    expect((await db.query(sql`select 1 from cases`)).length).toBeLessThanOrEqual(keys.length + 1)

    await expect.poll(async () => {
      const loads: number[] = []
      const load = async () => loads.push(1)
      await memory.recall('a topic', 'key', load)
      await memory.recall('a topic', 'key', load)
      await db.query(sql`select pg_notify('gongzhi_forget', 'a topic key')`)
      return loads.length
    }, { timeout: 30_000 }).toBe(1)
    const [lines] = await db.query<{ n: number }>(sql`select count(*) as n from pg_stat_activity where application_name = 'gongzhi'`)
    expect(lines!.n).toBeLessThanOrEqual(connectionsMax + 1)
  })
})
