import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasPostgres, testDatabase, type TestDatabase } from './postgres.ts'

describe.skipIf(!hasPostgres)('test databases', () => {
  let databases: TestDatabase[] = []
  beforeAll(async () => {
    databases = await Promise.all([testDatabase(), testDatabase()])
  })
  afterAll(() => Promise.all(databases.map((database) => database.drop())))

  async function ask(database: TestDatabase | undefined, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: database?.url })
    await client.connect()
    try {
      return (await client.query(sql)).rows
    } finally {
      await client.end()
    }
  }

  test('what is written in one copy is not in another', async () => {
    await ask(databases[0], `create table only_here as select 1 as one`)
    expect(await ask(databases[0], `select one from only_here`)).toEqual([{ one: 1 }])
    expect(await ask(databases[1], `select to_regclass('only_here') as "table"`)).toEqual([{ table: null }])
  })

  test('Han letters are letters, so that a search by trigrams finds them', async () => {
    expect(await ask(databases[0], `select '诉' ~ '\\w' as letter`)).toEqual([{ letter: true }])
  })

  test('a dropped copy is gone, and dropping it twice is harmless', async () => {
    const short = await testDatabase()
    await short.drop()
    await short.drop()
    await expect(ask(short, `select 1`)).rejects.toThrow(/does not exist/)
  })
})
