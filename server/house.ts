import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig, type Config } from './config.ts'
import { factKinds } from './facts/index.ts'
import { changeOn } from './kernel/change.ts'
import { embeddedDatabase, serverDatabase, type Database } from './kernel/database.ts'
import { httpOf } from './kernel/http.ts'
import { liveOf, type Hearing } from './kernel/live.ts'
import { servePages } from './kernel/pages.ts'
import { memoryOf } from './kernel/remembered.ts'
import type { Rooms } from './kernel/rooms.ts'
import { smsOf } from './kernel/sms.ts'
import { folderStore } from './kernel/store.ts'
import { vaultOf } from './kernel/vault.ts'
import { workOf, type Work } from './kernel/work.ts'
import { findActor } from './modules/identity/find-actor.ts'
import { identity } from './modules/identity/module.ts'

/** The composition root: the only file that knows every module. */
const modules = [identity]

export const operations = modules.flatMap((one) => one.operations)
export const reactions = modules.flatMap((one) => one.reactions)
export const routines = modules.flatMap((one) => one.routines)
export const personalFields = modules.flatMap((one) => one.personalFields)
export { factKinds }

const dist = new URL('../dist/', import.meta.url).pathname
const hearing: Hearing = async () => () => false

export interface House {
  rooms: Rooms
  /** The HTTP server, not listening yet. */
  http(): ReturnType<typeof httpOf>
  /** The worker: relay and routines. */
  work(): Work
  close(): Promise<void>
}

/** Opens the database that the settings name. */
export function openDatabase(config: Config): Promise<Database> | Database {
  if (!config.databaseUrl) return embeddedDatabase(join(config.dataDir, 'database'))
  return serverDatabase(config.databaseUrl, { connectionsMax: config.databaseConnectionsMax, prepare: config.databasePrepare })
}

/** Joins the rooms. @param parts a test brings its own database or clock */
export async function openHouse(config: Config = readConfig(), parts: { db?: Database; clock?: () => Date } = {}): Promise<House> {
  const db = parts.db ?? (await openDatabase(config))
  const live = liveOf(db, () => hearing)
  const stirred: (() => void)[] = [live.stir]
  const rooms: Rooms = {
    config,
    db,
    change: changeOn(db, () => stirred.forEach((stir) => stir())),
    vault: vaultOf(config.secret),
    memory: await memoryOf(db),
    store: folderStore(join(config.dataDir, 'photos')),
    sms: smsOf(config.sms),
    live,
    log: pino({ level: config.logLevel, base: null }),
    clock: parts.clock ?? (() => new Date()),
  }
  return {
    rooms,
    async http() {
      const app = await httpOf(rooms, operations, (kind, token) => findActor(rooms, kind, token))
      await servePages(app, dist, config.mapStyle)
      return app
    },
    work() {
      const work = workOf(rooms, reactions, routines)
      stirred.push(work.stir)
      return work
    },
    async close() {
      live.close()
      await db.close()
    },
  }
}
