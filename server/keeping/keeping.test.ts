import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gunzipSync, gzipSync } from 'node:zlib'
import sql, { raw, type Sql } from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodies, county, residents, team } from '#server/demo/cast.ts'
import { storeKeys } from '#server/house.ts'
import { embeddedDatabase, serverDatabase, type Database } from '#server/kernel/database.ts'
import { knownMigrations, migrateDatabase } from '#server/kernel/migrate.ts'
import { folderStore } from '#server/kernel/store.ts'
import { vaultOf } from '#server/kernel/vault.ts'
import { emptyDatabase, hasPostgres, type TestDatabase } from '#server/test/postgres.ts'
import { accepted, act, answered, photograph, report } from '#server/test/steps.ts'
import { callerOn, openTown, type Town } from '#server/test/town.ts'
import { along, readArchive, writeArchive } from './archive.ts'
import { copyIn } from './copy-in.ts'
import { copyOut } from './copy-out.ts'
import { packed, unpacked, type Member } from './tar.ts'

type Kind = Database['kind']
const folder = mkdtempSync(join(tmpdir(), 'gongzhi-keeping-'))
const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  for (const close of closing.toReversed()) await close()
  rmSync(folder, { recursive: true, force: true })
})

/** A place where nothing is yet. */
async function emptyPlace(kind: Kind): Promise<{ db: Database; dataDir: string }> {
  const dataDir = mkdtempSync(join(folder, 'place-'))
  const database: TestDatabase | undefined = kind === 'server' ? await emptyDatabase() : undefined
  const db = database ? serverDatabase(database.url, { connectionsMax: 8, prepare: true }) : await embeddedDatabase(join(dataDir, 'database'))
  closing.push(async () => {
    await db.close().catch(() => {}) // its town may have closed it
    await database?.drop()
  })
  return { db, dataDir }
}

/** Every row of every table, as one number of each. */
async function sumsOf(db: Database): Promise<Record<string, string>> {
  const tables = await db.query<{ name: string }>(sql`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'migrations' order by 1`)
  const sums: Record<string, string> = {}
  for (const { name } of tables) {
    sums[name] = await db.transaction([`set local timezone to 'UTC'`], async (tx) => {
      const [sum] = await tx.query<{ sum: string }>(sql`
        select count(*) || ' ' || coalesce(md5(string_agg(row_to_json(t)::text, ',' order by row_to_json(t)::text collate "C")), '') as sum from ${raw(name)} t`)
      return sum!.sum
    })
  }
  return sums
}

async function backedUp({ house: { rooms } }: Town, file: string) {
  return (await along((put) => copyOut({ ...rooms, storeKeys }, put), (members) => writeArchive(file, members)))[0]
}

async function restored({ house: { rooms } }: Town, file: string, kind: Kind) {
  const place = await emptyPlace(kind)
  const copied = await copyIn({ db: place.db, store: folderStore(join(place.dataDir, 'store')), vault: rooms.vault }, readArchive(file))
  return { ...place, copied }
}

/** Cases in all states, with pictures and words that are personal. */
async function live(town: Town) {
  const [wang, chen] = [await town.signIn(residents.wang), await town.signIn(team.secretary)]
  const photo = await photograph(wang)
  const pictured = await report(wang, { photos: [photo], place: { village: 101, address: '梧桐里 12 号 3 幢 501' } })
  const taken = await accepted(wang, chen)
  await answered(wang, chen, bodies.wutong.id)
  await town.settle()
  return { photo, pictured, taken, cookie: wang.cookie }
}

const kinds: Kind[] = hasPostgres ? ['server', 'embedded'] : ['embedded']
const ways = kinds.flatMap((from) => kinds.map((to) => [from, to] as const))

describe.each(ways)('a backup from the %s database restored into the %s one', (from, to) => {
  const file = join(folder, `${from}-${to}.tar.gz`)
  let town: Town
  let there: Awaited<ReturnType<typeof restored>>
  let copied: Awaited<ReturnType<typeof backedUp>>
  let lived: Awaited<ReturnType<typeof live>>
  beforeAll(async () => {
    town = await openTown(undefined, { on: from })
    closing.push(town.close)
    lived = await live(town)
    copied = await backedUp(town, file)
    there = await restored(town, file, to)
  }, 120_000)

  test('holds the same rows in every table and the same pictures, and nobody but its owner may read the file', async () => {
    const sums = await sumsOf(town.house.rooms.db)
    expect(await sumsOf(there.db)).toEqual(sums)
    expect(Object.keys(sums).length).toBeGreaterThan(25)
    expect(there.copied).toEqual(copied)
    expect(copied).toMatchObject({ pictures: 2, missing: [] })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(gunzipSync(readFileSync(file)).includes(town.house.rooms.config.secret)).toBe(false)
  })

  test('goes on: sessions and sign-in, personal fields, pictures, numbers, reactions and due clocks', async () => {
    const again = await openTown(new Date(town.now.getTime() + 60_000), { standing: there })
    closing.push(again.close)
    const [wang, chen] = [await again.signIn(residents.wang), await again.signIn(team.secretary)]
    const params = { county, id: lived.pictured }
    const seen = await wang.ask('readMatter', { params })
    expect(seen.photos.map(({ id }) => id)).toEqual([lived.photo])
    const picture = await wang.call('readMatterPhoto', { params: { ...params, photo: lived.photo } as never })
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/jpeg'])
    expect(JSON.stringify(await wang.ask('readMe'))).toContain('王秀英')

    expect((await callerOn(again.app, 'resident', lived.cookie).call('readMe')).status).toBe(200)
    const numbers = async () => (await there.db.query<{ number: number }>(sql`select number from cases order by number`)).map(({ number }) => number)
    const before = await numbers()
    const fresh = await report(wang)
    expect((await numbers()).at(-1)).toBe(before.at(-1)! + 1)
    expect((await act(chen, 'acceptCase', fresh, {})).status).toBe(200)
    await again.settle()
    const told = (await wang.ask('listNotices')).items.filter((one) => one.subject.id === fresh)
    expect(told.map(({ kind }) => kind)).toEqual(['resident.accepted'])
    const counted = await there.db.query<{ n: number; told: number }>(sql`
      select (select count(*) from cases) as n, (select sum(n)::bigint from tallies) as told`)
    expect(counted).toEqual([{ n: before.length + 1, told: before.length + 1 }])

    again.later({ days: 30 })
    await again.settle()
    const [breaches] = await there.db.query<{ n: number }>(sql`select count(*) as n from facts where kind = 'clock.breached' and subject = ${lived.taken}::uuid`)
    expect(breaches!.n).toBeGreaterThan(0)
    await expect(there.db.query(sql`insert into regions (parent, level, code, name_zh) values (999999, 2, '9999', '无')`)).rejects.toThrow(/foreign key/)
    await expect(again.house.rooms.change(county, (tx) => tx.query(sql`delete from facts`))).rejects.toThrow(/permission denied/)
    expect(await again.house.rooms.change(4, (tx) => tx.query(sql`select 1 from cases`))).toEqual([])
  }, 60_000)
})

describe('a backup', () => {
  const file = join(folder, 'whole.tar.gz')
  let town: Town
  beforeAll(async () => {
    town = await openTown()
    closing.push(town.close)
    await live(town)
    await backedUp(town, file)
  }, 60_000)
  const into = async (place: { db: Database }, from = file, vault = town.house.rooms.vault) =>
    await copyIn({ db: place.db, store: folderStore(join(folder, 'store')), vault }, readArchive(from))

  test('is not restored over anything, nor under another SECRET; nothing is changed then', async () => {
    const before = await sumsOf(town.house.rooms.db)
    await expect(into(town.house.rooms)).rejects.toThrow(/not empty/)
    expect(await sumsOf(town.house.rooms.db)).toEqual(before)
    await expect(into(await emptyPlace(kinds[0]!), file, vaultOf(Buffer.alloc(32, 'x')))).rejects.toThrow(/another SECRET/)
  })

  test('that is cut off, damaged, something else or of a later version is refused, and leaves an empty database', async () => {
    const whole = readFileSync(file)
    const members: Member[] = []
    for await (const member of unpacked(Readable.from([gunzipSync(whole)]))) members.push(member)
    const without = (left: (member: Member) => boolean) => gzipSync(Buffer.concat([...members.filter(left).map((one) => packed(one, new Date())), Buffer.alloc(1024)]))
    const manifest = JSON.parse(members[0]!.bytes.toString()) as { migrations: number[] }
    const later = { ...manifest, migrations: [...manifest.migrations, manifest.migrations.length + 1] }
    const place = await emptyPlace(kinds[0]!)
    for (const [bytes, words] of [
      [whole.subarray(0, whole.length / 2), /cut off/],
      [without(({ name }) => name !== 'end.json'), /cut off/],
      [without(({ name }) => !name.startsWith('tables/persons/')), /rows are missing|foreign key/],
      [Buffer.from('a letter'), /no backup of Gongzhi/],
      [gzipSync(Buffer.alloc(2048, 'x')), /no backup of Gongzhi/],
      [gzipSync(Buffer.concat([packed({ name: 'gongzhi.json', bytes: Buffer.from(JSON.stringify(later)) }, new Date()), Buffer.alloc(1024)])), /this program is older/],
    ] as const) {
      writeFileSync(join(folder, 'bad.tar.gz'), bytes)
      await expect(into(place, join(folder, 'bad.tar.gz'))).rejects.toThrow(words)
    }
    expect((await into(place)).rows).toBeGreaterThan(100)
  }, 60_000)

  test('can be looked into by any tar', () => {
    const listed = spawnSync('tar', ['tzf', file], { encoding: 'utf8' })
    expect([listed.status, listed.stdout.split('\n')[0]]).toEqual([0, 'gongzhi.json'])
    expect(listed.stdout).toContain('tables/cases/0000001.jsonl')
  })

  test('tells which pictures the store has lost', async () => {
    const { rooms } = town.house
    const missing: string[] = []
    for await (const key of storeKeys(rooms.db)) missing.push(key)
    await rooms.store.remove(missing[0]!)
    expect(await backedUp(town, join(folder, 'lost.tar.gz'))).toMatchObject({ pictures: 1, missing: [missing[0]] })
  })
})

describe.each(kinds)('an upgrade of the %s database', (kind) => {
  let db: Database
  beforeAll(async () => {
    db = (await emptyPlace(kind)).db
  })

  test('runs the migrations that are missing, whoever starts at the same time, and keeps what is there', async () => {
    expect(await migrateDatabase(db, 2)).toBe(2)
    await db.query(sql`insert into regions (level, code, name_zh) values (1, '98', '试验省')`)
    await Promise.all([migrateDatabase(db), ...(kind === 'server' ? [migrateDatabase(db), migrateDatabase(db)] : [])])
    const numbers = await db.query<{ number: number }>(sql`select number from migrations order by number`)
    expect(numbers.map(({ number }) => number)).toEqual(knownMigrations().map((_, i) => i + 1))
    expect(await db.query(sql`select name_zh from regions`)).toEqual([{ name_zh: '试验省' }])
    expect(await migrateDatabase(db)).toBe(0)
  })

  test('in a cluster that has counted fewer transactions than the one before, new facts still come after the old', async () => {
    const tell = (moment: Sql) => db.query(sql`
      insert into facts (county, subject, kind, at, moment) values (3, '00000000-0000-7000-8000-000000000001', 'case.noted', now(), ${moment})`)
    await tell(sql`5000000000`)
    await db.query(sql`insert into listeners (name, moment, seq) values ('one', 6000000000, 1)`)
    await migrateDatabase(db)
    await tell(sql`default`)
    const [fresh] = await db.query<{ moment: number; horizon: number }>(sql`select max(moment) as moment, fact_horizon() as horizon from facts`)
    expect(fresh!.moment).toBeGreaterThan(6_000_000_000)
    expect(fresh!.horizon).toBeGreaterThan(fresh!.moment)
    const made = async () => (await db.query<{ text: string }>(sql`select pg_get_functiondef('fact_moment'::regproc) as text`))[0]!.text
    const once = await made()
    await migrateDatabase(db)
    expect(await made()).toBe(once)
  })

  test('refuses a database that a newer version has used, in a sentence, and changes nothing in it', async () => {
    await db.query(sql`insert into migrations (number, name) values (9000, '9000_from-the-future.sql')`)
    await expect(migrateDatabase(db)).rejects.toThrow(/^The database is at migration 9000, this program knows \d+: it is an older version than the one that last ran here/)
    expect((await db.query(sql`select 1 from regions`)).length).toBe(1)
  })
})
