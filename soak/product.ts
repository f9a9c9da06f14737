import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { readConfig } from '#server/config.ts'
import { openHouse, type House } from '#server/house.ts'
import { prepare } from '#server/verbs.ts'
import { startPostgres, type PostgresServer } from '#server/test/start-postgres.ts'

export type On = 'server' | 'embedded'

/** What can be killed. On the embedded database one process does everything, the database with it. */
export type Part = 'serve' | 'work' | 'database' | 'start'

/** The product as an operator runs it, whose parts can be killed and started again. */
export interface Product {
  port: number
  parts: readonly Part[]
  /** Opens the same database in this process: on the embedded one, only while the product is stopped. */
  open(): Promise<House>
  start(): Promise<void>
  /** SIGKILL: nothing can be put in order first. */
  kill(part: Part): Promise<void>
  restart(part: Part): Promise<void>
  /** Asks it to end, in order. @throws where it does not within its grace */
  stop(): Promise<void>
  pidOf(part: Part): number | undefined
  /** Processes that ended by themselves, with what they said. */
  deaths: string[]
  close(): Promise<void>
}

const main = fileURLToPath(new URL('../server/main.ts', import.meta.url))
const upWithinMs = 90_000
const downWithinMs = 30_000

/** Installs the product on a database of its own, with the demo county; nothing runs yet. */
export async function install(on: On, settings: Record<string, string> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongzhi-soak-'))
  const postgres = on === 'server' ? await startPostgres({ durable: true }) : undefined
  const url = postgres && (await newDatabase(postgres))
  const port = await freePort()
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? '', DATA_DIR: dataDir, DEMO: '1', SECRET: Buffer.alloc(32, 'for soaking only').toString('base64'),
    LOG_LEVEL: 'error', PORT: String(port), NODE_NO_WARNINGS: '1', ...(url && { DATABASE_URL: url }), ...settings,
  }
  const children = new Map<Part, ChildProcess>()
  const ending = new Set<ChildProcess>()
  const deaths: string[] = []

  const launch = (part: Part) => {
    const child = spawn(process.execPath, [main, part], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout!, child.stderr!]) stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4_000)))
    child.once('exit', (code, signal) => {
      if (!ending.has(child)) deaths.push(`${part} ended by itself (${code ?? signal}):\n${said}`)
    })
    children.set(part, child)
    return child
  }
  const isRunning = (child: ChildProcess | undefined) => child !== undefined && child.exitCode === null && child.signalCode === null
  const start = async (part: Part) => {
    const child = launch(part)
    if (part === 'work') return
    for (const until = Date.now() + upWithinMs; Date.now() < until && isRunning(child); await sleep(50)) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
      if (answer?.ok) return
    }
    throw new Error(`${part} did not come up:\n${deaths.join('\n')}`)
  }
  const end = async (part: Part, signal: NodeJS.Signals) => {
    const child = children.get(part)
    if (!isRunning(child)) return
    const ended = once(child!, 'exit')
    ending.add(child!)
    child!.kill(signal)
    const slow = Symbol('slow')
    if ((await Promise.race([ended, sleep(downWithinMs, slow, { ref: false })])) === slow) {
      child!.kill('SIGKILL')
      throw new Error(`${part} did not end within ${downWithinMs / 1000} seconds of ${signal}`)
    }
  }
  const programs: Part[] = postgres ? ['serve', 'work'] : ['start']

  return {
    port,
    parts: postgres ? [...programs, 'database'] : programs,
    open: async () => {
      const house = await openHouse(readConfig({ ...env, LOG_LEVEL: 'silent', DATABASE_CONNECTIONS: '4' }))
      await prepare(house.rooms)
      return house
    },
    start: async () => {
      for (const part of programs) await start(part)
    },
    kill: async (part) => (part === 'database' ? await postgres!.kill() : await end(part, 'SIGKILL')),
    async restart(part) {
      if (part !== 'database') return await start(part)
      await postgres!.restart()
      // Both must outlive their database. One that did not is told, and started again, so that the rest can be judged.
      for (const one of programs.filter((each) => !isRunning(children.get(each)))) await start(one)
    },
    async stop() {
      for (const part of programs) await end(part, 'SIGTERM')
    },
    pidOf: (part) => children.get(part)?.pid,
    deaths,
    async close() {
      for (const part of programs) await end(part, 'SIGKILL')
      await postgres?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function newDatabase({ url }: PostgresServer): Promise<string> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query('create database gongzhi')
  await client.end()
  return url.replace(/postgres$/, 'gongzhi')
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  return port
}
