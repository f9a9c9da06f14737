import type { Database, Queryable } from '#server/kernel/database.ts'
import type { Store } from '#server/kernel/store.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { version } from '#server/kernel/version.ts'
import { countersOf, migrationsOf, rowsOf, tablesOf, type Table } from './tables.sql.ts'
import type { Member } from './tar.ts'

/** What an installation consists of, beside its SECRET and its settings. */
export interface Installation {
  db: Database
  store: Store
  vault: Vault
  /** Every key under which something lies in the store. */
  storeKeys: (db: Queryable) => AsyncIterable<string>
}

/** What stands first in an archive. */
export interface Manifest {
  gongzhi: 1
  version: string
  madeAt: string
  migrations: number[]
  tables: Table[]
  /** Tells another SECRET from the one whose values these are, and nothing about it. */
  seal: string
}

/** What stands last: an archive without it is cut off. */
export interface End {
  rows: Record<string, number>
  pictures: number
}

export interface Copied {
  rows: number
  pictures: number
  /** Pictures that the database names and the store does not have. */
  missing: string[]
}

export const manifestName = 'gongzhi.json'
export const countersName = 'counters.json'
export const endName = 'end.json'
export const sealOf = (vault: Vault) => vault.hash('backup', 'seal').toString('hex')

const partBytesAim = 4 * 1024 * 1024
const rowsMax = 2_000

/**
 * Copies an installation out, as it is at one moment: all tables from one snapshot, a few megabytes at a time, then the
 * pictures. On a server, others go on meanwhile; the embedded database has one connection, so there they wait for the tables.
 */
export async function copyOut({ db, store, vault, storeKeys }: Installation, put: (member: Member) => Promise<void>): Promise<Copied> {
  const putJson = (name: string, value: Manifest | End | object) => put({ name, bytes: Buffer.from(JSON.stringify(value)) })
  const rows: Record<string, number> = {}
  // Read only, so that it takes no number of its own, and the feed of facts does not wait for it.
  await db.transaction(['set transaction isolation level repeatable read, read only', 'set local statement_timeout = 0'], async (tx) => {
    const tables = await tablesOf(tx)
    const manifest: Manifest = { gongzhi: 1, version, madeAt: new Date().toISOString(), migrations: await migrationsOf(tx), tables, seal: sealOf(vault) }
    await putJson(manifestName, manifest)
    for (const table of tables) rows[table.name] = await copyTable(tx, table, put)
    await putJson(countersName, await countersOf(tx))
  })
  const pictures = await copyPictures(storeKeys(db), store, put)
  const end: End = { rows, pictures: pictures.copied }
  await putJson(endName, end)
  return { rows: Object.values(rows).reduce((sum, n) => sum + n, 0), pictures: pictures.copied, missing: pictures.missing }
}

async function copyTable(tx: Queryable, table: Table, put: (member: Member) => Promise<void>): Promise<number> {
  const rows = await rowsOf(tx, table)
  let copied = 0
  let howMany = 100
  for (let part = 1; ; part++) {
    const next = await rows.next(howMany)
    if (next.length === 0) break
    const bytes = Buffer.from(`${next.join('\n')}\n`)
    await put({ name: `tables/${table.name}/${String(part).padStart(7, '0')}.jsonl`, bytes })
    copied += next.length
    howMany = Math.max(1, Math.min(rowsMax, Math.round(partBytesAim / (bytes.length / next.length))))
  }
  await rows.end()
  return copied
}

async function copyPictures(keys: AsyncIterable<string>, store: Store, put: (member: Member) => Promise<void>) {
  const missing: string[] = []
  let copied = 0
  for await (const key of keys) {
    const bytes = await store.get(key)
    if (!bytes) missing.push(key)
    else await put({ name: `store/${key}`, bytes })
    if (bytes) copied += 1
  }
  return { copied, missing }
}
