import { join } from 'node:path'
import { pino, type DestinationStream } from 'pino'
import { readConfig, type Config } from './config.ts'
import { listDemoAccounts } from './demo/list-demo-accounts.ts'
import { factKinds } from './facts/index.ts'
import { changeOn } from './kernel/change.ts'
import { embeddedDatabase, serverDatabase, type Database, type Queryable } from './kernel/database.ts'
import { httpOf } from './kernel/http.ts'
import { identityProviderOf } from './kernel/identity-provider.ts'
import { keepStatistics } from './kernel/keep-statistics.ts'
import { anyOf, liveOf } from './kernel/live.ts'
import type { Operation } from './kernel/operation.ts'
import { servePages } from './kernel/pages.ts'
import type { PersonalField } from './kernel/personal.ts'
import type { Answering } from './kernel/question.ts'
import { readHealth } from './kernel/read-health.ts'
import { readReadiness } from './kernel/read-readiness.ts'
import type { Reaction } from './kernel/relay.ts'
import { memoryOf } from './kernel/remembered.ts'
import type { Rooms } from './kernel/rooms.ts'
import type { Routine } from './kernel/routines.ts'
import { s3Store } from './kernel/s3-store.ts'
import { smsOf } from './kernel/sms.ts'
import { folderStore } from './kernel/store.ts'
import { vaultOf } from './kernel/vault.ts'
import type { Verb } from './kernel/verb.ts'
import { workOf, type Work } from './kernel/work.ts'
import { findClient } from './modules/exchange/index.ts'
import { exchange } from './modules/exchange/module.ts'
import { files } from './modules/files/module.ts'
import { casework } from './modules/casework/module.ts'
import { hearingOf } from './modules/casework/index.ts'
import { insight } from './modules/insight/module.ts'
import { findActor } from './modules/identity/find-actor.ts'
import { identity } from './modules/identity/module.ts'
import { hearingOfMemberships } from './modules/notices/index.ts'
import { notices } from './modules/notices/module.ts'
import { regions } from './modules/regions/module.ts'

interface Module {
  operations: Operation[]
  reactions: Reaction[]
  routines: Routine[]
  personalFields: PersonalField[]
  answers?: Answering[]
  verbs?: Verb[]
  /** Every key under which it keeps something in the store. */
  storeKeys?: (db: Queryable) => AsyncIterable<string>
}

/** The composition root: the only file that knows every module. */
const modules: Module[] = [regions, identity, files, notices, casework, insight, exchange]

export const operations = [readHealth, readReadiness, ...modules.flatMap((one) => one.operations), listDemoAccounts]
export const reactions = modules.flatMap((one) => one.reactions)
export const routines = [keepStatistics, ...modules.flatMap((one) => one.routines)]
export const personalFields = modules.flatMap((one) => one.personalFields)
/** What modules add to the command line. */
export const verbs = modules.flatMap((one) => one.verbs ?? [])
/** Every key under which something lies in the store. */
export async function* storeKeys(db: Queryable): AsyncGenerator<string> {
  for (const one of modules) if (one.storeKeys) yield* one.storeKeys(db)
}
const answers = modules.flatMap((one) => one.answers ?? [])
export { factKinds }

const dist = new URL('../dist/', import.meta.url).pathname

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

/** Joins the rooms. @param parts a test brings its own database, clock or place for the log */
export async function openHouse(config: Config = readConfig(), parts: { db?: Database; clock?: () => Date; log?: DestinationStream } = {}): Promise<House> {
  const db = parts.db ?? (await openDatabase(config))
  // At its finest the reader of forms logs the request's headers, the session's cookie among them.
  const log = pino({ level: config.logLevel, base: null, redact: { paths: ['busboyOptions'], remove: true } }, parts.log)
  const hearing = anyOf(hearingOf(db), hearingOfMemberships(db))
  const live = liveOf(db, () => hearing, (error) => log.error({ fault: error instanceof Error ? error.name : 'unknown' }, 'live updates failed'))
  const stirred: (() => void)[] = [live.stir]
  const vault = vaultOf(config.secret)
  const rooms: Rooms = {
    config,
    db,
    change: changeOn(db, () => stirred.forEach((stir) => stir())),
    vault,
    memory: await memoryOf(db),
    store: config.s3 ? s3Store(config.s3) : folderStore(join(config.dataDir, 'store')),
    sms: smsOf(config.sms),
    identityProvider: identityProviderOf(config.oidc, config.publicUrl, vault),
    live,
    log,
    answers: [...answers],
    personalFields,
    clock: parts.clock ?? (() => new Date()),
  }
  return {
    rooms,
    async http() {
      const app = await httpOf(rooms, operations, (kind, token) => findActor(rooms, kind, token), (key, opens) => findClient(rooms, key, opens))
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
