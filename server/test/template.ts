import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#server/config.ts'
import { makeDemo } from '#server/demo/make-demo.ts'
import { openHouse } from '#server/house.ts'
import { migrateDatabase } from '#server/kernel/migrate.ts'

/** Sealed values of the template must open in every copy. */
export const secretForTests = Buffer.alloc(32, 'for tests only').toString('base64')

/** Since when the demo county has its posts and policies: a town may begin on any later day. */
export const demoSince = new Date('2026-01-05T02:00:00Z')

/** Fills an empty database with the migrations and the demo county. */
export async function fillTemplate(databaseUrl: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongzhi-template-'))
  const config = readConfig({ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, DEMO: '1', SECRET: secretForTests, LOG_LEVEL: 'silent' })
  const house = await openHouse(config, { clock: () => demoSince })
  try {
    await migrateDatabase(house.rooms.db)
    await makeDemo(house.rooms)
  } finally {
    await house.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
