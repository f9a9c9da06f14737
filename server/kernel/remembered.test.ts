import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasPostgres, testDatabase, type TestDatabase } from '#server/test/postgres.ts'
import { serverDatabase, type Database } from './database.ts'
import { memoryOf, type Memory } from './remembered.ts'

describe.skipIf(!hasPostgres)('what processes remember', () => {
  let database: TestDatabase
  let [here, there]: Database[] = []
  let mine: Memory
  let others: Memory
  beforeAll(async () => {
    database = await testDatabase()
    const open = () => serverDatabase(database.url, { connectionsMax: 2, prepare: false })
    ;[here, there] = [open(), open()]
    ;[mine, others] = [await memoryOf(here), await memoryOf(there)]
  })
  afterAll(async () => {
    await Promise.all([here!.close(), there!.close()])
    await database.drop()
  })

  let loads = 0
  const load = async () => ++loads

  test('is loaded once, also by two who ask at once', async () => {
    const [one, other] = await Promise.all([mine.recall('shared', 'a', load), mine.recall('shared', 'a', load)])
    expect(one).toBe(other)
    expect(await mine.recall('shared', 'a', load)).toBe(one)
  })

  test('is loaded anew by one of many when it counts no longer, and by all of them only once', async () => {
    const first = await mine.recall('aging', 'a', load)
    const again = await Promise.all([1, 2, 3].map(() => mine.recall('aging', 'a', load, (kept) => kept > first)))
    expect(again).toEqual([first + 1, first + 1, first + 1])
    expect(await mine.recall('aging', 'a', load, (kept) => kept > first)).toBe(first + 1)
  })

  test('a load that failed is not remembered', async () => {
    await expect(mine.recall('failing', 'a', async () => { throw new Error('broken') })).rejects.toThrow('broken')
    expect(await mine.recall('failing', 'a', async () => 'whole')).toBe('whole')
  })

  test('is forgotten at once by whoever changed it, and by every other process when the change commits', async () => {
    const before = [await mine.recall('changing', 'a', load), await others.recall('changing', 'a', load)]
    await here!.transaction([], async (tx) => await mine.forget(tx, 'changing', 'a'))
    expect(await mine.recall('changing', 'a', load)).toBeGreaterThan(before[1]!)
    await vi.waitFor(async () => expect(await others.recall('changing', 'a', load)).toBeGreaterThan(before[1]!), { timeout: 5_000, interval: 5 })
  })

  test('a change that was taken back makes nobody else forget', async () => {
    const before = await others.recall('kept', 'a', load)
    await expect(here!.transaction([], async (tx) => {
      await mine.forget(tx, 'kept', 'a')
      throw new Error('taken back')
    })).rejects.toThrow('taken back')
    await here!.transaction([], async (tx) => await mine.forget(tx, 'another topic'))
    expect(await others.recall('kept', 'a', load)).toBe(before)
  })

  test('a topic is forgotten whole where no key is named, and no other topic with it', async () => {
    const before = [await mine.recall('whole', 'a', load), await mine.recall('whole', 'b', load), await mine.recall('other', 'a', load)]
    await here!.transaction([], async (tx) => await mine.forget(tx, 'whole'))
    const after = [await mine.recall('whole', 'a', load), await mine.recall('whole', 'b', load), await mine.recall('other', 'a', load)]
    expect(after.map((value, i) => value === before[i])).toEqual([false, false, true])
  })
})
