import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '#server/config.ts'
import { embeddedDatabase, serverDatabase, type Database, type Queryable } from '#server/kernel/database.ts'
import { lockFolder } from '#server/kernel/lock.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { folderStore, type Store } from '#server/kernel/store.ts'
import type { Verb } from '#server/kernel/verb.ts'
import { along, readArchive, writeArchive } from './archive.ts'
import { copyIn } from './copy-in.ts'
import { copyOut, type Copied } from './copy-out.ts'
import { isWorkedOn } from './tables.sql.ts'

type StoreKeys = (db: Queryable) => AsyncIterable<string>

/** What an operator has done to keep an installation: docs/operate.md tells how. */
export const keepingVerbs = (storeKeys: StoreKeys): Verb[] => [backup(storeKeys), restore(storeKeys), move(storeKeys)]

const backup = (storeKeys: StoreKeys): Verb => ({
  name: 'backup',
  summary: 'FILE: everything but SECRET into one file, while the product runs',
  takesFiles: true,
  asItIs: true,
  forwards: true,
  async run(rooms, [file, ...more], print) {
    if (!file || more.length > 0) return badlyAsked(print, 'backup FILE, for example: backup gongzhi-2026-11-22.tar.gz')
    if (existsSync(file)) throw new Error(`${file} is there already.`)
    const [copied] = await along((put) => copyOut({ ...rooms, storeKeys }, put), (members) => writeArchive(file, members))
    tell(copied, print)
    print(`Written to ${file}. SECRET is not in it; without it no personal field can be read.`)
    return copied.missing.length > 0 ? 1 : 0
  },
})

const restore = (_: StoreKeys): Verb => ({
  name: 'restore',
  summary: 'FILE: a backup into an empty database',
  takesFiles: true,
  asItIs: true,
  forwards: false,
  async run(rooms, [file, ...more], print) {
    if (!file || more.length > 0) return badlyAsked(print, 'restore FILE')
    if (!existsSync(file)) throw new Error(`There is no ${file}.`)
    tell(await copyIn(rooms, readArchive(file)), print)
    print('Restored.')
    return 0
  },
})

const move = (storeKeys: StoreKeys): Verb => ({
  name: 'move',
  summary: 'TO: into another database, postgres://… or a data folder',
  asItIs: true,
  forwards: false,
  async run(rooms, [to, ...more], print) {
    if (!to || more.length > 0) return badlyAsked(print, 'move postgres://…    or    move FOLDER')
    await refuseAtWork(rooms)
    const target = await openTarget(rooms, to)
    try {
      const [copied] = await along((put) => copyOut({ ...rooms, storeKeys: target.isSameStore ? async function* () {} : storeKeys }, put), (members) => copyIn(target, members))
      tell(copied, print)
      print(`Moved; what was here is still here. ${target.next}`)
      return copied.missing.length > 0 ? 1 : 0
    } finally {
      await target.close()
    }
  },
})

interface Target extends Pick<Rooms, 'vault' | 'store'> {
  db: Database
  isSameStore: boolean
  /** What the operator does next. */
  next: string
  close(): Promise<void>
}

async function openTarget({ config, vault, store }: Rooms, to: string): Promise<Target> {
  if (/^postgres(ql)?:/.test(to)) {
    const db = serverDatabase(to, { connectionsMax: 1, prepare: config.databasePrepare })
    return { db, vault, store, isSameStore: true, next: 'Start with DATABASE_URL set to it, and with the same DATA_DIR and SECRET.', close: () => db.close() }
  }
  const folder = resolve(to)
  const release = lockFolder(folder)
  const db = await embeddedDatabase(join(folder, 'database'))
  keepSecret(config, folder)
  const isSameStore = config.s3 !== undefined || folder === config.dataDir
  const storeThere: Store = isSameStore ? store : folderStore(join(folder, 'store'))
  const close = async () => {
    await db.close()
    release()
  }
  return { db, vault, store: storeThere, isSameStore, next: `Start without DATABASE_URL, with DATA_DIR=${folder} and the same SECRET.`, close }
}

/** The demo's own secret lies beside its data and goes along; any other is the operator's to carry. */
function keepSecret({ dataDir }: Config, folder: string): void {
  const [from, to] = [join(dataDir, 'secret'), join(folder, 'secret')]
  mkdirSync(folder, { recursive: true })
  if (existsSync(from) && !existsSync(to)) copyFileSync(from, to)
}

const silentSeconds = 10

/** What is written while it is copied would be left behind. The embedded database is locked; a server tells by its worker. */
async function refuseAtWork({ db }: Rooms): Promise<void> {
  if (db.kind === 'server' && (await isWorkedOn(db, silentSeconds))) {
    throw new Error(`A Gongzhi was at work on this database less than ${silentSeconds} seconds ago. Stop it first.`)
  }
}

function tell({ rows, pictures, missing }: Copied, print: (line: string) => void): void {
  print(`${rows} rows, ${pictures} pictures.`)
  for (const key of missing) print(`missing from the store: ${key}`)
}

function badlyAsked(print: (line: string) => void, usage: string): number {
  print(usage)
  return 2
}
