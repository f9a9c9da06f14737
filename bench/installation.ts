import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { serverDatabase, type Database } from '#server/kernel/database.ts'
import { vaultOf, type Vault } from '#server/kernel/vault.ts'
import { startPostgres, type PostgresServer } from '#server/test/start-postgres.ts'

/** Everything that is measured, with a database for us and one for pgbench on the same server. */
export interface Installation {
  postgres: PostgresServer
  db: Database
  tpcb: Database
  vault: Vault
  /** Where the product answers, and the bare reader. */
  port: number
  barePort: number
  /** Process ids by name. */
  pids: Record<'serve' | 'work' | 'bare' | 'postgres', number>
  /** Where `serve` and `work` can be looked into, when that was asked for. */
  inspectors: Partial<Record<'serve' | 'work', string>>
  stop(): Promise<void>
}

export const tpcbDatabase = 'tpcb'
const secret = Buffer.alloc(32, 'for the bench only')
export const program = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Installs the product as an operator would: a PostgreSQL server with its default durability, the web process and the
 * worker apart, logs as in production (and thrown away). All of it is gone after stop().
 * @param isLookedInto opens the processes to a profiler, and has the server count its statements
 */
export async function install(isLookedInto: boolean): Promise<Installation> {
  const closing: (() => Promise<void> | void)[] = []
  const stop = async () => {
    for (const close of closing.toReversed()) await close()
  }
  try {
    const settings = { ...(isLookedInto && { shared_preload_libraries: 'pg_stat_statements', track_io_timing: 'on' }) }
    const postgres = await startPostgres({ durable: true, settings })
    closing.push(postgres.stop)
    const open = async (name: string) => {
      await create(postgres.url, name)
      const url = postgres.url.replace(/postgres$/, name)
      const db = serverDatabase(url, { connectionsMax: 4, prepare: true })
      closing.push(() => db.close())
      return { db, url }
    }
    const ours = await open('gongzhi')
    const tpcb = await open(tpcbDatabase)

    const dataDir = mkdtempSync(join(tmpdir(), 'gongzhi-bench-'))
    closing.push(() => rmSync(dataDir, { recursive: true, force: true }))
    const [port, barePort] = [await freePort(), await freePort()]
    const env = { DATABASE_URL: ours.url, DATA_DIR: dataDir, DEMO: '1', SECRET: secret.toString('base64'), LOG_LEVEL: 'info', PORT: String(port) }
    const inspect = isLookedInto ? ['--inspect=127.0.0.1:0'] : []
    const start = (args: string[], more: NodeJS.ProcessEnv = {}) => {
      const started = startProgram(args, { ...env, ...more })
      closing.push(started.stop)
      return started
    }
    const main = program('../server/main.ts')
    const serve = start([...inspect, main, 'serve'])
    await untilAnswers(port, '/api/v1/openapi.json', serve.child)
    const work = start([...inspect, main, 'work'])
    const bare = start([program('./bare-read.ts')], { PORT: String(barePort) })
    await untilAnswers(barePort, '/', bare.child)
    return {
      postgres, db: ours.db, tpcb: tpcb.db, vault: vaultOf(secret), port, barePort,
      pids: { serve: serve.child.pid!, work: work.child.pid!, bare: bare.child.pid!, postgres: postmasterOf(postgres) },
      inspectors: isLookedInto ? { serve: await serve.inspector, work: await work.inspector } : {},
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

async function create(url: string, database: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${database}`)
  await client.end()
}

const postmasterOf = ({ dataDir }: PostgresServer): number => Number.parseInt(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'))

export interface Started {
  child: ChildProcess
  /** Where a profiler connects, once the process has said so. */
  inspector: Promise<string>
  stop(): Promise<void>
}

export function startProgram(args: readonly string[], env: NodeJS.ProcessEnv): Started {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', openSync(devNull, 'w'), 'pipe'] })
  const inspector = new Promise<string>((resolve) => {
    let said = ''
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000)
      const found = /ws:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) => code && console.error(said))
  })
  return {
    child,
    inspector,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill()
      await once(child, 'exit')
    },
  }
}

export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  return port
}

export async function untilAnswers(port: number, path: string, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until && child.exitCode === null; await sleep(50)) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
    if (answer) return
  }
  throw new Error(`what should answer on port ${port} did not come up`)
}
