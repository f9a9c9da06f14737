import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasPostgres, testDatabase } from '#server/test/postgres.ts'
import { changeOn, type Change } from './change.ts'
import { embeddedDatabase, serverDatabase, stateOf, type Database } from './database.ts'

const setUp = `
  create table written (id integer primary key, county integer);
  create sequence tries;
  create function fail_first() returns bigint language plpgsql as $$
  begin
    if nextval('tries') = 1 then raise exception using errcode = 'serialization_failure'; end if;
    return currval('tries');
  end $$;
  do $$ begin create role gongzhi_app; exception when duplicate_object then null; end $$;
  grant all on written to gongzhi_app; grant all on tries to gongzhi_app`

// One connection: whatever a transaction leaves undone, the next one meets.
describe.each(['server', 'embedded'] as const)('a transaction whose commit travels with its last statement, %s', (kind) => {
  const isThere = kind === 'embedded' || hasPostgres
  let db: Database
  let change: Change
  let drop = async () => {}
  beforeAll(async () => {
    if (!isThere) return
    if (kind === 'embedded') db = await embeddedDatabase(undefined)
    else {
      const made = await testDatabase()
      drop = () => made.drop()
      db = serverDatabase(made.url, { connectionsMax: 1, prepare: true })
    }
    await db.run(setUp)
    change = changeOn(db, () => {})
  })
  afterAll(async () => {
    if (!isThere) return
    await db.close()
    await drop()
  })

  const write = (id: number) => sql`insert into written (id, county) values (${id}, 3) returning id`
  const written = async () => (await db.query<{ id: number }>(sql`select id from written order by id`)).map((row) => row.id)
  const role = async () => (await db.query<{ role: string; county: string | null }>(sql`select current_user::text as role, nullif(current_setting('app.county', true), '') as county`))[0]!

  test.skipIf(!isThere)('what it wrote is there, and its role and fence are gone', async () => {
    const before = await role()
    expect(await change(3, async (tx) => {
      await tx.query(write(1))
      return await tx.last(write(2))
    })).toEqual([{ id: 2 }])
    expect([await written(), await role()]).toEqual([[1, 2], before])
  })

  test.skipIf(!isThere)('nothing of it is there where the last statement fails, or one before it, and the next change goes on', async () => {
    const before = await written()
    await expect(change(3, async (tx) => {
      await tx.query(write(10))
      await tx.last(write(10))
    })).rejects.toSatisfy((error) => stateOf(error) === '23505')
    await expect(change(3, async (tx) => {
      await tx.query(sql`select 1 / 0`).catch(() => {})
      await tx.last(write(11))
    })).rejects.toSatisfy((error) => stateOf(error) === '25P02')
    await expect(change(3, async (tx) => {
      await tx.query(write(12))
      throw new Error('the rule says no')
    })).rejects.toThrow('the rule says no')
    expect(await written()).toEqual(before)
    await change(3, (tx) => tx.last(write(13)))
    expect(await written()).toEqual([...before, 13])
  })

  test.skipIf(!isThere)('it is tried again where its last statement meets another change', async () => {
    const [row] = await change(3, async (tx) => {
      await tx.query(write(20))
      return await tx.last<{ fail_first: number }>(sql`select fail_first()`)
    })
    expect([row!.fail_first, await written()]).toEqual([2, expect.arrayContaining([20])])
  })

  test.skipIf(!isThere || kind === 'embedded')('a statement after the last one is refused: it would run under no fence', async () => {
    await expect(change(3, async (tx) => {
      await tx.last(write(30))
      await tx.query(write(31))
    })).rejects.toThrow('after the last one')
    expect(await written()).not.toContain(31)
  })
})
