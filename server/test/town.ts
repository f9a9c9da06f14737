import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { DestinationStream } from 'pino'
import { paths, type OperationId } from '#contract/paths.ts'
import type { Operations } from '#contract/index.ts'
import type { Problem } from '#contract/wire.ts'
import { readConfig } from '#server/config.ts'
import { county, demoPassword, type CastResident, type CastStaff } from '#server/demo/cast.ts'
import { makeDemo } from '#server/demo/make-demo.ts'
import { openHouse, type House } from '#server/house.ts'
import { embeddedDatabase, type Database } from '#server/kernel/database.ts'
import { migrateDatabase } from '#server/kernel/migrate.ts'
import { privacyNotice } from '#server/modules/identity/privacy.ts'
import { codeAt } from '#server/modules/identity/second-factor.ts'
import { hasPostgres, testDatabase } from './postgres.ts'
import { demoSince, secretForTests } from './template.ts'

type Sent<Id extends OperationId> = {
  params?: Operations[Id]['params']
  query?: Operations[Id]['query']
  body?: Operations[Id]['body'] | unknown
  key?: string
  version?: number
  headers?: Record<string, string>
}

export interface Answer<Id extends OperationId> {
  status: number
  reply: Operations[Id]['reply']
  problem: Problem
  headers: Record<string, unknown>
}

/** Someone who calls the API, in one app. */
export interface Caller {
  call<Id extends OperationId>(id: Id, sent?: Sent<Id>): Promise<Answer<Id>>
  /** The same, and the reply: anything but 200 fails the test. */
  ask<Id extends OperationId>(id: Id, sent?: Sent<Id>): Promise<Operations[Id]['reply']>
  cookie: string
}

/** A whole product on a database of its own, with the demo county and its cast, a clock that stands where it is put. */
export interface Town {
  house: House
  app: FastifyInstance
  nobody: Caller
  now: Date
  /** Moves the clock. */
  later(by: { minutes?: number; hours?: number; days?: number }): void
  signIn(one: CastResident | CastStaff): Promise<Caller>
  /** Lets relay and routines do all that is due. */
  settle(): Promise<void>
  close(): Promise<void>
}

export interface TownParts {
  /** `embedded`: the database inside this process, in memory. So is every town where there is no server. */
  on?: 'server' | 'embedded'
  /** Takes every line of the log; else there is no log. */
  log?: DestinationStream
  /** Settings beside those of every town. */
  env?: Record<string, string>
  /** A database and a data folder that stand already, and stay when the town is closed. */
  standing?: { db: Database; dataDir: string }
}

/** @param start a working Monday, 10:00 in the demo's zone, unless told otherwise */
export async function openTown(start = new Date('2026-11-16T02:00:00Z'), { on = hasPostgres ? 'server' : 'embedded', log, env, standing }: TownParts = {}): Promise<Town> {
  const database = on === 'server' && !standing ? await testDatabase() : undefined
  const db = database ? undefined : (standing?.db ?? (await migratedDatabase()))
  const dataDir = standing?.dataDir ?? mkdtempSync(join(tmpdir(), 'gongzhi-town-'))
  const config = readConfig({
    DATABASE_URL: database?.url, DATA_DIR: dataDir, DEMO: '1', SECRET: secretForTests, TEST_CLOCK: '1', LOG_LEVEL: log ? 'trace' : 'silent', DATABASE_CONNECTIONS: '10', LEARNING: 'off', ...env,
  })
  const town = { now: start } as Town
  const house = await openHouse(config, { clock: () => town.now, ...(db && { db }), ...(log && { log }) })
  if (db) await makeDemo({ ...house.rooms, clock: () => demoSince })
  const app = await house.http()
  const work = house.work()
  const callerWith = (kind: 'resident' | 'office', cookie: string) => callerOn(app, kind, cookie)
  return Object.assign(town, {
    house,
    app,
    nobody: callerWith('resident', ''),
    later({ minutes = 0, hours = 0, days = 0 }) {
      town.now = new Date(town.now.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)
    },
    async signIn(one) {
      if ('login' in one) {
        const secondFactor = codeAt(one.secret, town.now)
        const response = await app.inject(requestOf('office', '', 'signInStaff', { body: { login: one.login, password: demoPassword, secondFactor } }))
        return callerWith('office', cookieIn(response, one.login))
      }
      const { demoCode } = (await app.inject(requestOf('resident', '', 'requestPhoneCode', { body: { phone: one.phone } }))).json()
      const body = { phone: one.phone, code: demoCode, consent: privacyNotice.version }
      return callerWith('resident', cookieIn(await app.inject(requestOf('resident', '', 'signInByPhone', { body })), one.phone))
    },
    settle: () => work.settle(),
    async close() {
      await app.close()
      await house.close()
      if (!standing) rmSync(dataDir, { recursive: true, force: true })
      await database?.drop()
    },
  } satisfies Omit<Town, 'now'>)
}

async function migratedDatabase(): Promise<Database> {
  const db = await embeddedDatabase(undefined)
  await migrateDatabase(db)
  return db
}

/** Whoever has the session, calling on one process. */
export function callerOn(app: FastifyInstance, kind: 'resident' | 'office', cookie: string): Caller {
  const call: Caller['call'] = async (id, sent = {}) => {
    const response = await app.inject(requestOf(kind, cookie, id, sent))
    const isJson = String(response.headers['content-type']).includes('json')
    const body = isJson ? response.json() : response.rawPayload
    return { status: response.statusCode, reply: body, problem: body, headers: response.headers } as never
  }
  return {
    call,
    cookie,
    async ask(id, sent) {
      const answer = await call(id, sent)
      if (answer.status !== 200) throw new Error(`${id}: ${answer.status} ${JSON.stringify(answer.problem)}`)
      return answer.reply
    },
  }
}

function requestOf<Id extends OperationId>(kind: 'resident' | 'office', cookie: string, id: Id, sent: Sent<Id>): InjectOptions {
  const [method, path] = paths[id].split(' ') as ['GET', string]
  const params: Record<string, unknown> = { county, ...sent.params }
  const url = `/api/v1${path.replace(/:([a-z]+)/gi, (_, name: string) => String(params[name]))}`
  const query = Object.fromEntries(Object.entries(sent.query ?? {}).map(([name, value]) => [name, String(value)]))
  const headers: Record<string, string> = { 'gongzhi-app': kind, cookie, ...sent.headers }
  if (sent.key) headers['idempotency-key'] = sent.key
  if (sent.version !== undefined) headers['if-match'] = `"${sent.version}"`
  return { method, url, query, headers, ...(sent.body !== undefined && { payload: sent.body as object }) }
}

function cookieIn(response: { statusCode: number; headers: Record<string, unknown>; body: string }, who: string): string {
  const set = [response.headers['set-cookie']].flat()[0]
  if (response.statusCode !== 200 || typeof set !== 'string') throw new Error(`${who} could not sign in: ${response.statusCode} ${response.body}`)
  return set.split(';')[0]!
}

/** Random bytes that are no picture. */
export const noise = (length: number) => randomBytes(length)
