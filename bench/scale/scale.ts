// npm run bench -- scale: does it stay as fast when a county grows.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { serverDatabase } from '#server/kernel/database.ts'
import { vaultOf } from '#server/kernel/vault.ts'
import { startPostgres, type PostgresServer } from '#server/test/start-postgres.ts'
import { freePort, program, startProgram, untilAnswers, type Started } from '../installation.ts'
import { load } from '../load.ts'
import { median } from '../measure.ts'
import { textOf } from '../requests.ts'
import { arrive, share } from './arrivals.ts'
import { endpoints, type Asking } from './endpoints.ts'
import { countyOf, secret, type County } from './fill.ts'
import { warm } from './fill.sql.ts'
import { rowsReadIn } from './rows-read-in.ts'
import { signInAll } from './sign-in-all.ts'

export interface ScaleLengths {
  sizes: readonly number[]
  rounds: number
  /** Seconds of arrivals for each size in each round. */
  slices: number
}

/** One endpoint in counties of every size, the smallest first. */
export interface Scaled {
  name: string
  /** Medians of the rounds, in milliseconds. */
  p50: number[]
  p99: number[]
  /** What one request reads of the database. */
  rows: number[]
  pages: number[]
}

const perSecond = 50
/** PostgreSQL while it is filled: nothing is kept of it if the machine fails. */
const filling = { wal_level: 'minimal', max_wal_senders: '0', max_wal_size: '8GB', shared_buffers: '1GB' }
/** All of it lies in memory, as on a server that is made for it: else the disk would be measured, which grows with whatever else it holds. */
export const measuring = { shared_buffers: `${Math.floor(totalmem() / 2 ** 30 * 0.72)}GB` }
/** Largest last to be made, and kept for another time; the others grow by what a run makes, so they are made anew. */
export const keptFrom = 1_000_000

/** Measures all endpoints at every size, the sizes turn by turn. @param only endpoints whose name begins so */
export async function measureScale({ sizes, rounds, slices }: ScaleLengths, only: string, say: (what: string) => void): Promise<Scaled[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongzhi-scale-'))
  const keptIn = join(tmpdir(), 'gongzhi-scale')
  const vault = vaultOf(secret)
  const closing: (() => Promise<void> | void)[] = [() => rmSync(dataDir, { recursive: true, force: true })]
  try {
    const counties = await filled(keptIn, (server) => eachInTurn(sizes, (size) => countyOf(server, size, size < keptFrom, vault, dataDir, say)))
    const postgres = await startPostgres({ keptIn, settings: measuring })
    closing.push(postgres.stop)
    const standing = counties.map((one) => ({ ...one, url: at(postgres, one) }))
    const cookies = await eachInTurn(standing, (one) => signInAll(one))
    const names = Object.keys(endpoints).filter((name) => name.startsWith(only))
    say('Reading everything once …')
    await eachInTurn(standing, warmed)
    say('Counting the rows that are read …')
    const read = await eachInTurn(standing, (one, i) => rowsReadIn(one, names, cookies[i]!, dataDir))
    const ports = await eachInTurn(standing, async (one) => {
      const { port, processes } = await installAt(one.url, dataDir)
      closing.push(...processes.map((each) => each.stop))
      return port
    })
    const requests = (name: string) => standing.map((one, i) => ({ port: ports[i]!, requests: endpoints[name]!(one).map((asking) => textFor(asking, cookies[i]!)) }))
    const p99: Record<string, number[][]> = {}
    const p50: Record<string, number[][]> = {}
    say('Warming up …')
    for (const name of names) await eachInTurn(requests(name), warmUp)
    for (let round = 0; round < rounds; round++) {
      say(`Round ${round + 1} of ${rounds} …`)
      for (const name of names) {
        const lanes = requests(name).map((lane) => ({ ...lane, requests: from(lane.requests, warmUpMax + round * slices * perSecond) }))
        const arrived = await arrive({ lanes, perSecond, slices })
        ;(p99[name] ??= []).push(arrived.map(({ took }) => share(took, 0.99)))
        ;(p50[name] ??= []).push(arrived.map(({ took }) => share(took, 0.5)))
      }
    }
    const medians = (rates: number[][]) => sizes.map((_, i) => median(rates.map((round) => round[i]!)))
    return names.map((name) => ({
      name, p50: medians(p50[name]!), p99: medians(p99[name]!), rows: read.map((one) => one.get(name)!.rows), pages: read.map((one) => one.get(name)!.pages),
    }))
  } finally {
    for (const close of closing.toReversed()) await close()
  }
}

/** As often as every connection of the database's needs, to have planned for good what it is asked. */
const warmUpMax = 400

async function warmUp({ port, requests }: { port: number; requests: readonly string[] }): Promise<void> {
  const some = Array.from({ length: warmUpMax }, (_, i) => ({ text: requests[i % requests.length]!, row: '"' }))
  await load({ port, connections: 16, seconds: 30, requests: some, repeat: false })
}

/** Each round goes on where the last one ended: what was read before is not read again at once. */
const from = <T>(all: readonly T[], start: number): T[] => [...all.slice(start % all.length), ...all.slice(0, start % all.length)]

async function eachInTurn<T, R>(all: readonly T[], work: (one: T, i: number) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const [i, one] of all.entries()) done.push(await work(one, i))
  return done
}

export async function filled(keptIn: string, fill: (server: string) => Promise<County[]>): Promise<County[]> {
  const postgres = await startPostgres({ durable: false, keptIn, settings: filling })
  try {
    return await fill(postgres.url)
  } finally {
    await postgres.stop()
  }
}

export async function warmed({ url }: County): Promise<void> {
  // Longer than any statement of the product may take.
  const db = serverDatabase(`${url}?statement_timeout=0`, { connectionsMax: 1, prepare: false })
  try {
    await warm(db)
  } finally {
    await db.close()
  }
}

/** Its address on a server that was started again. */
export function at(postgres: PostgresServer, county: County): string {
  const url = new URL(county.url)
  url.port = String(postgres.port)
  return url.href
}

/** A web process, and a worker of its own where nothing else is asked for. */
export async function installAt(url: string, dataDir: string, what: 'serve and work' | 'serve' = 'serve and work'): Promise<{ port: number; processes: Started[] }> {
  const port = await freePort()
  const env = { DATABASE_URL: url, DATA_DIR: dataDir, DEMO: '1', SECRET: secret.toString('base64'), LOG_LEVEL: 'info', PORT: String(port) }
  const main = program('../server/main.ts')
  const serve = startProgram([main, 'serve'], env)
  await untilAnswers(port, '/api/v1/openapi.json', serve.child)
  return { port, processes: what === 'serve' ? [serve] : [serve, startProgram([main, 'work'], env)] }
}

function textFor({ app, person, method, path, body, headers }: Asking, cookies: ReadonlyMap<string, string>): string {
  return textOf(app, { cookie: person ? cookies.get(`${app} ${person}`)! : '' }, `${method} ${path}`, body, headers)
}
