import sql from 'sql-template-tag'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { county, team } from '#server/demo/cast.ts'
import { factsOf } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { csvOf, row, upload } from '#server/test/import-file.ts'
import { work } from '#server/test/imports.ts'
import { openTown, type Caller, type Town } from '#server/test/town.ts'
import { hasPostgres } from '#server/test/postgres.ts'
import { loadCase } from '../cases/case.sql.ts'
import { rebuild } from '../cases/event.ts'
import { advanceImport } from './advance-import.ts'
import { importOf } from './import.sql.ts'

/** Two workers at once, and workers that are killed: each row takes effect once. */
let town: Town
let centre: Caller
beforeAll(async () => {
  town = await openTown()
  centre = await town.signIn(team.centre)
})
afterAll(() => town.close())

let run = 0
beforeEach(() => void (run += 1))
/** More rows than one change takes; every one of this test alone. */
const file = (rows = 1_200) => csvOf(Array.from({ length: rows }, (_, i) => row(`${run}-${i}`, i % 3 ? {} : { district: '梧桐', reply: '已修好', replied: '2026-11-05 10:00' })))
const cases = async () => (await town.house.rooms.db.query<{ n: number }>(sql`select count(*) as n from imported where source_id like ${`${run}-%`}`))[0]!.n
const each = async () => (await town.house.rooms.db.query<{ n: number; different: number }>(sql`
  select count(*) as n, count(distinct i.source_id) as different from imported i join cases c on c.county = i.case_county and c.id = i.case_id where i.source_id like ${`${run}-%`}`))[0]!

async function running(bytes = file()): Promise<string> {
  const id = await upload(centre, bytes)
  await centre.ask('checkImport', { params: { county, id } })
  await work(town, id)
  await centre.ask('runImport', { params: { county, id } })
  return id
}

/** Another process: it knows nothing of what the first has read, and its lease is over. */
const elsewhere = (): Rooms => ({ ...town.house.rooms, db: { ...town.house.rooms.db } })
const free = (id: string) => town.house.rooms.db.query(sql`update imports set worker = null where id = ${id}::uuid`)

test('a worker that is killed in the middle of a stretch leaves nothing of it; another goes on, and each comes in once', async () => {
  const id = await running()
  const { change } = town.house.rooms
  // The third change is killed after it has written: as with the power, nothing of it stays.
  let changes = 0
  const killed: Rooms = { ...elsewhere(), change: (where, writing) => change(where, async (tx) => {
    const result = await writing(tx)
    if ((changes += 1) === 4) throw new Error('killed')
    return result
  }) }
  await expect(advanceImport(killed, county, id, 60_000)).rejects.toThrow('killed')
  const left = (await importOf(town.house.rooms.db, county, id))!
  expect([left.state, left.taken_rows, left.in_rows]).toEqual(['running', 500, 500])
  expect(await cases()).toBe(500)
  await free(id)
  await work(town, id)
  expect(await importOf(town.house.rooms.db, county, id)).toMatchObject({ state: 'done', taken_rows: 1_200, in_rows: 1_200, before_rows: 0, bad_rows: 0 })
  expect(await each()).toEqual({ n: 1_200, different: 1_200 })
})

test('a check that is killed begins anew and finds the same', async () => {
  const rows = Array.from({ length: 700 }, (_, i) => row(`${run}-${i % 650}`))
  const id = await upload(centre, csvOf(rows))
  await centre.ask('checkImport', { params: { county, id } })
  await advanceImport(elsewhere(), county, id, 0)
  expect(await importOf(town.house.rooms.db, county, id)).toMatchObject({ state: 'checking', taken_rows: 500 })
  await free(id)
  await work(town, id)
  expect(await importOf(town.house.rooms.db, county, id)).toMatchObject({ state: 'checked', taken_rows: 700, in_rows: 650, bad_rows: 50 })
})

test('while one process holds an import, another leaves it alone, until the time is up', async () => {
  const id = await running()
  await advanceImport(town.house.rooms, county, id, 0)
  await town.house.rooms.db.query(sql`update imports set worker = ${uuidv7()}::uuid where id = ${id}::uuid`)
  expect(await advanceImport(town.house.rooms, county, id, 60_000)).toBeUndefined()
  town.later({ minutes: 1 })
  expect(await advanceImport(town.house.rooms, county, id, 60_000)).toMatchObject({ state: 'done' })
  expect(await each()).toEqual({ n: 1_200, different: 1_200 })
})

test('the worker and the operator’s command in one process read a file once', async () => {
  const id = await running()
  const [one, other] = await Promise.all([advanceImport(town.house.rooms, county, id, 60_000), advanceImport(town.house.rooms, county, id, 60_000)])
  expect([one?.state, other?.state].toSorted()).toEqual(['done', undefined])
  expect(await each()).toEqual({ n: 1_200, different: 1_200 })
})

test('one that was stopped brings no more; what came in stays', async () => {
  const id = await running()
  await advanceImport(town.house.rooms, county, id, 0)
  await centre.ask('stopImport', { params: { county, id } })
  await work(town, id)
  expect(await importOf(town.house.rooms.db, county, id)).toMatchObject({ state: 'stopped', taken_rows: 500 })
  expect(await cases()).toBe(500)
})

test('a row that the database won’t have is named, and the others come in', async () => {
  const { change } = town.house.rooms
  const id = await running(file(20))
  const picky: Rooms = { ...elsewhere(), change: (where, writing) => change(where, (tx) => writing({
    ...tx,
    query: (statement) => tx.query(statement.sql.includes('insert into appeals') && statement.values.some((value) => String(value).includes(`第 ${run}-13 件`)) ? sql`select 1 / 0` : statement),
  })) }
  expect(await advanceImport(picky, county, id, 60_000)).toMatchObject({ state: 'done', in_rows: 19, bad_rows: 1 })
  expect((await centre.ask('readImport', { params: { county, id } })).badRows).toEqual([{ line: 15, sourceId: `${run}-13`, faults: [{ code: 'fault', column: null }] }])
  expect(await each()).toEqual({ n: 19, different: 19 })
})

test('the trail alone rebuilds each case', async () => {
  const { db } = town.house.rooms
  const ids = await db.query<{ case_id: string }>(sql`select case_id from imported where case_county = ${county} order by case_id limit 60`)
  for (const { case_id: id } of ids) {
    const trail = await factsOf(db, county, id)
    expect(trail.map(({ version }) => version)).toEqual(trail.map((_, i) => i + 1))
    const byKind = (one: { kind: string }, other: { kind: string }) => (one.kind < other.kind ? -1 : 1)
    const [told, kept] = [rebuild(county, id, trail), (await loadCase(db, county, id, 'look'))!.file]
    expect({ ...told, clocks: told.clocks.toSorted(byKind) }).toEqual({ ...kept, clocks: kept.clocks.toSorted(byKind) })
  }
  expect(ids).toHaveLength(60)
})

test('the same pseudonym of a source is one person, who can’t sign in', async () => {
  const { db } = town.house.rooms
  const id = await running(csvOf([row(`${run}-0`, { who: 'U7777' }), row(`${run}-1`, { who: 'U7777' }), row(`${run}-2`, { who: '' }), row(`${run}-3`, { who: '' })]))
  await work(town, id)
  const persons = await db.query<{ person: string; phone: null; login: null; named: boolean }>(sql`
    select distinct p.id as person, p.phone, p.login, p.name is not null as named from imported i join appeals a on a.county = i.case_county and a.case_id = i.case_id
    join persons p on p.id = a.person where i.source_id like ${`${run}-%`}`)
  expect(persons.map(({ phone, login, named }) => [phone, login, named]).toSorted()).toEqual([[null, null, false], [null, null, false], [null, null, true]])
})

describe.skipIf(!hasPostgres)('on a server', () => {
  test('of two imports of the same file at once each case comes in once, and each import says which', async () => {
    const bytes = file()
    const ids = [await running(bytes), await running(bytes)]
    await Promise.all(ids.map((id) => work(town, id)))
    const sums = await Promise.all(ids.map((id) => importOf(town.house.rooms.db, county, id)))
    expect(sums.map((one) => [one!.state, one!.in_rows + one!.before_rows, one!.bad_rows])).toEqual([['done', 1_200, 0], ['done', 1_200, 0]])
    expect(sums[0]!.in_rows + sums[1]!.in_rows).toBe(1_200)
    expect(await each()).toEqual({ n: 1_200, different: 1_200 })
  })

  test('two workers on one import move it on once', async () => {
    const id = await running()
    const both = async (rooms: Rooms) => {
      for (let i = 0; i < 40 && (await importOf(rooms.db, county, id))!.state === 'running'; i++) {
        await free(id)
        await advanceImport(rooms, county, id, 0)
      }
    }
    await Promise.all([both(elsewhere()), both(elsewhere())])
    expect(await importOf(town.house.rooms.db, county, id)).toMatchObject({ state: 'done', taken_rows: 1_200, in_rows: 1_200, before_rows: 0, bad_rows: 0 })
    expect(await each()).toEqual({ n: 1_200, different: 1_200 })
  })
})
