import type { Database, Queryable } from '#server/kernel/database.ts'
import { knownMigrations, migrateDatabase } from '#server/kernel/migrate.ts'
import type { Store } from '#server/kernel/store.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { countersName, endName, manifestName, sealOf, type Copied, type End, type Manifest } from './copy-out.ts'
import {
  gatherStatistics, holdMigrations, insertRows, migrationsOf, nameOfFilled, putBackReferences, setCounter, tablesOf, takeOffReferences, type Counter, type Table,
} from './tables.sql.ts'
import type { Member } from './tar.ts'

const notWhole = 'This backup is cut off.'

/**
 * Copies an installation into an empty database and a store: all of it, or, where anything is wrong, none but pictures.
 * An archive of an older version is loaded as it was, then brought up to date.
 * @throws Error with a sentence for the operator
 */
export async function copyIn({ db, store, vault }: { db: Database; store: Store; vault: Vault }, members: AsyncIterable<Member>): Promise<Copied> {
  const rest = members[Symbol.asyncIterator]()
  const manifest = manifestOf((await rest.next()).value as Member | undefined)
  await refuseStrange(db, vault, manifest)
  await migrateDatabase(db, manifest.migrations.length)
  const copied = await db.transaction(['set local statement_timeout = 0'], async (tx) => {
    await holdMigrations(tx)
    await refuseFilled(tx)
    const references = await takeOffReferences(tx)
    const taken = await takeMembers(tx, store, manifest, rest)
    await putBackReferences(tx, references)
    return taken
  })
  await migrateDatabase(db)
  await gatherStatistics(db)
  return copied
}

function manifestOf(first: Member | undefined): Manifest {
  if (!first) throw new Error(notWhole)
  const manifest = first.name === manifestName ? (JSON.parse(first.bytes.toString()) as Manifest) : undefined
  if (manifest?.gongzhi !== 1) throw new Error('This is no backup of Gongzhi, or one of a later version.')
  return manifest
}

async function refuseStrange(db: Database, vault: Vault, { migrations, version, seal }: Manifest): Promise<void> {
  const known = knownMigrations().length
  if (migrations.length > known) {
    throw new Error(`This backup was made by version ${version}, with ${migrations.length} migrations; this program is older and knows ${known}. Restore it with that version.`)
  }
  if (seal !== sealOf(vault)) throw new Error('This backup was made under another SECRET: its personal fields could not be read. Set the SECRET that it was made under.')
  const there = await migrationsOf(db)
  if (there.length > migrations.length) throw new Error(`This database is at migration ${there.length} already, the backup at ${migrations.length}. Restore into an empty one.`)
  await refuseFilled(db)
}

async function refuseFilled(db: Queryable): Promise<void> {
  const filled = await nameOfFilled(db, await tablesOf(db))
  if (filled) throw new Error(`This database is not empty: there are rows in "${filled}". Restore into an empty one; nothing was changed.`)
}

async function takeMembers(tx: Queryable, store: Store, { tables }: Manifest, rest: AsyncIterator<Member>): Promise<Copied> {
  const taken: Record<string, number> = Object.fromEntries(tables.map(({ name }) => [name, 0]))
  let pictures = 0
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    const { name, bytes } = next.value
    const [folder, ...path] = name.split('/') as [string, ...string[]]
    if (folder === 'tables') taken[path[0]!]! += await takeRows(tx, tables, path[0]!, bytes)
    else if (folder === 'store') await store.put(path.join('/'), bytes)
    else if (name === countersName) for (const counter of JSON.parse(bytes.toString()) as Counter[]) await setCounter(tx, counter)
    else if (name === endName) return whole(JSON.parse(bytes.toString()) as End, taken, pictures)
    if (folder === 'store') pictures += 1
  }
  throw new Error(notWhole)
}

async function takeRows(tx: Queryable, tables: readonly Table[], name: string, bytes: Buffer): Promise<number> {
  const table = tables.find((one) => one.name === name)
  if (!table) throw new Error('This backup is damaged.')
  return await insertRows(tx, table, bytes.toString().trimEnd().split('\n'))
}

function whole(end: End, taken: Record<string, number>, pictures: number): Copied {
  const isWhole = pictures === end.pictures && Object.entries(end.rows).every(([table, n]) => taken[table] === n)
  if (!isWhole) throw new Error('This backup is damaged: rows are missing.')
  return { rows: Object.values(taken).reduce((sum, n) => sum + n, 0), pictures, missing: [] }
}
