import fc from 'fast-check'
import sql, { join, type Sql } from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasPostgres, testDatabase, type TestDatabase } from '#server/test/postgres.ts'
import { serverDatabase, type Database } from './database.ts'
import { bodiesFor, can, covers, holdsSomewhere, within, type Actor, type Held, type Reached, type Scope } from './reach.ts'
import { branchesOf } from './reach.sql.ts'

type Row = Reached & { id: number; bodies: readonly string[] }
type Region = Pick<Scope, 'county' | 'town' | 'village' | 'grid'>

const bodies = ['office', 'committee', 'department']
const categories = ['noise', 'waste', 'water']
const counties = [1, 2]

/** A tree of regions: each county with its towns, these with their villages, these with their grids; every region by its place. */
const tree = fc.array(fc.array(fc.array(fc.nat(2), { maxLength: 3 }), { maxLength: 3 }), { minLength: 2, maxLength: 2 }).map((shape) => {
  const regions: Region[] = []
  let next = 10
  shape.forEach((towns, i) => {
    const county = counties[i]!
    regions.push({ county })
    for (const villages of towns) {
      const town = next++
      regions.push({ county, town })
      for (const grids of villages) {
        const village = next++
        regions.push({ county, town, village })
        for (let n = 0; n < grids; n++) regions.push({ county, town, village, grid: next++ })
      }
    }
  })
  return regions
})

const oneOf = (regions: Region[]) => fc.constantFrom(...regions)
/** Two in three times left out: a condition more reaches less, and both sides of the answer must be met. */
const rarely = <T>(one: fc.Arbitrary<T>) => fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: one })
const some = (words: string[]) => fc.subarray(words, { minLength: 0 })

const rowsIn = (regions: Region[]) =>
  fc.array(fc.record({ region: oneOf(regions), category: fc.option(fc.constantFrom(...categories)), held: some(bodies) }), { minLength: 10, maxLength: 25 })
    .map((list) => list.map(({ region, category, held }, id): Row => ({ id, ...region, category, bodies: held })))

const scopeIn = (regions: Region[]): fc.Arbitrary<Scope> =>
  fc.record({ region: oneOf(regions), categories: rarely(some(categories)), body: rarely(fc.constantFrom(...bodies)) })
    .map(({ region, categories: only, body }) => ({ ...region, ...(only && { categories: only }), ...(body && { body }) }))

const grantsIn = (regions: Region[]): fc.Arbitrary<Held[]> =>
  fc.array(fc.record({ action: fc.constantFrom('case.read', 'case.read', 'case.note'), scope: scopeIn(regions) }), { maxLength: 6 })
    .map((list) => list.map((one, i) => ({ ...one, post: `post ${i}`, body: one.scope.body ?? 'home' })))

const town = tree.chain((regions) => fc.record({ rows: rowsIn(regions), holds: grantsIn(regions), scopes: fc.tuple(scopeIn(regions), scopeIn(regions)) }))

const actorOf = (holds: Held[]): Actor => ({ person: 'p', session: 's', app: 'office', language: 'zh', until: new Date(), holds })

describe.skipIf(!hasPostgres)('can() and the SQL of lists', () => {
  let database: TestDatabase
  let db: Database
  beforeAll(async () => {
    database = await testDatabase()
    db = serverDatabase(database.url, { connectionsMax: 2, prepare: false })
  })
  afterAll(async () => {
    await db.close()
    await database.drop()
  })

  /** The list as modules write it: a select per branch, joined by UNION, bodies by their own rows. */
  const listed = async (rows: Row[], actor: Actor, county: number): Promise<number[]> => {
    const branches = branchesOf(actor, 'case.read', county)
    if (branches.length === 0) return []
    const selects = branches.map(({ where, body }): Sql =>
      sql`select row.id from things as row where ${where} ${body === undefined ? sql`` : sql`and row.id in (select thing from holders where body = ${body})`}`)
    const things = rows.map((row) => sql`(${row.id}::integer, ${row.county}::integer, ${row.town ?? null}::integer, ${row.village ?? null}::integer,
      ${row.grid ?? null}::integer, ${row.category ?? null}::text)`)
    const holders = rows.flatMap((row) => row.bodies.map((body) => sql`(${row.id}::integer, ${body}::text)`))
    const found = await db.query<{ id: number }>(sql`
      with things (id, county, town, village, grid, category) as (values ${join(things)}),
        holders (thing, body) as (values ${join([...holders, sql`(-1, ''::text)`])})
      select id from (${join(selects, ' union ')}) as found order by id`)
    return found.map((row) => row.id)
  }

  test('give the same rows on any tree, with any grants', async () => {
    let reached = 0
    let unreached = 0
    await fc.assert(fc.asyncProperty(town, fc.constantFrom(...counties), async ({ rows, holds }, county) => {
      const actor = actorOf(holds)
      const expected = rows.filter((row) => row.county === county && can(actor, 'case.read', row)).map((row) => row.id)
      expect(await listed(rows, actor, county)).toEqual(expected)
      reached += expected.length
      unreached += rows.length - expected.length
    }), { numRuns: 400 })
    // An empty answer agrees with an empty answer: the runs must have met rows on both sides.
    expect(Math.min(reached, unreached)).toBeGreaterThan(400)
  })
})

describe('reach', () => {
  test('a scope within another covers nothing that the other does not', () => {
    let inner = 0
    fc.assert(fc.property(town, ({ rows, scopes: [one, other] }) => {
      if (!within(one, other)) return
      inner++
      for (const row of rows) if (covers(one, row)) expect(covers(other, row)).toBe(true)
    }), { numRuns: 2_000 })
    expect(inner).toBeGreaterThan(50)
  })

  test('a scope lies within itself', () => {
    fc.assert(fc.property(town, ({ scopes: [one] }) => within(one, one)))
  })

  test('no branch is left that another one covers', () => {
    fc.assert(fc.property(town, ({ holds }) => {
      const texts = branchesOf(actorOf(holds), 'case.read', 1).map(({ where, body }) => JSON.stringify([where.sql, where.values, body]))
      expect(new Set(texts).size).toBe(texts.length)
    }))
  })

  test('an action is held in a county where some scope of it lies there, whatever else is held', () => {
    const actor = actorOf([{ action: 'case.read', scope: { county: 1, body: 'office' }, post: 'post', body: 'office' }])
    expect([holdsSomewhere(actor, 'case.read', 1), holdsSomewhere(actor, 'case.read', 2), holdsSomewhere(actor, 'case.note')]).toEqual([true, false, false])
    expect([bodiesFor(actor, 'case.read', 1), bodiesFor(actor, 'case.read', 2)]).toEqual([['office'], []])
    expect(can(actor, 'case.read', { county: 1, bodies: ['committee'] })).toBeUndefined()
  })
})
