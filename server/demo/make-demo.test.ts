import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sql from 'sql-template-tag'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '#server/config.ts'
import { openHouse } from '#server/house.ts'
import { migrateDatabase } from '#server/kernel/migrate.ts'
import { emptyDatabase, hasPostgres } from '#server/test/postgres.ts'
import { secretForTests } from '#server/test/template.ts'
import { team } from './cast.ts'
import { insertRegions } from './demo.sql.ts'
import { makeDemo } from './make-demo.ts'

test.skipIf(!hasPostgres)('web and worker may make the demo at the same moment, also where a killed one left half of it', { timeout: 60_000 }, async () => {
  const database = await emptyDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'gongzhi-demo-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const config = readConfig({ DATABASE_URL: database.url, DATA_DIR: dataDir, DEMO: '1', SECRET: secretForTests, LOG_LEVEL: 'silent' })
  const houses = await Promise.all([openHouse(config), openHouse(config)])
  onTestFinished(async () => {
    for (const house of houses) await house.close()
    await database.drop()
  })
  const { db } = houses[0].rooms
  await Promise.all(houses.map(({ rooms }) => migrateDatabase(rooms.db)))
  await db.transaction([], insertRegions)
  await Promise.all(houses.map(({ rooms }) => makeDemo(rooms)))
  await makeDemo(houses[1].rooms)
  const [made] = await db.query<{ staff: number; regions: number }>(sql`
    select (select count(*) from persons where login is not null) as staff, (select count(*) from regions) as regions`)
  expect(made).toEqual({ staff: Object.keys(team).length, regions: expect.any(Number) })
})
