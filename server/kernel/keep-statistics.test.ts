import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '#server/test/town.ts'
import { keepStatistics } from './keep-statistics.ts'

describe.each(['server', 'embedded'] as const)('what the database knows of its tables, %s', (on) => {
  let town: Town
  beforeAll(async () => {
    town = await openTown(undefined, { on })
  })
  afterAll(() => town.close())

  const fill = async (rows: number) => {
    const { db } = town.house.rooms
    await db.query(sql`insert into limits (key, since, tries) select decode(md5(random()::text), 'hex'), now(), 1 from generate_series(1, ${rows}::integer)`)
    await db.query(sql`select pg_stat_force_next_flush()`)
    await keepStatistics.run(town.house.rooms, town.now)
  }
  const known = async () => (await town.house.rooms.db.query<{ rows: number }>(sql`select reltuples::integer as rows from pg_class where relname = 'limits'`))[0]!.rows

  test('it looks at a table soon after its first rows, and again each time it has grown by half', async () => {
    await fill(50)
    expect(await known()).toBe(50)
    await fill(10)
    expect(await known()).toBe(50)
    // Another connection's rows are counted when it reports them, a moment later.
    await expect.poll(async () => (await fill(200), await known()), { timeout: 15_000, interval: 500 }).toBeGreaterThan(200)
  })
})
