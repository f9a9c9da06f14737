// A PostgreSQL server of our own, from the programs installed on this machine, gone when we are.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { findPostgres } from '../../launch/machine.js'

export type PostgresServer = {
  /** Address of the database `postgres`, as its superuser. */
  url: string
  port: number
  dataDir: string
  /** Where initdb, psql and pgbench are. */
  binDir: string
  /** Kills it as a crash would, with SIGKILL to the postmaster alone. */
  kill(): Promise<void>
  /** Starts it again on the same data, after it was killed; waits until it has recovered. */
  restart(): Promise<void>
  /** Stops the server and removes its data. Stopping twice is harmless. */
  stop(): Promise<void>
}

export type PostgresOptions = {
  /** false: a crash of the machine loses data, and writes are several times faster. For tests; never for figures. */
  durable?: boolean
  /** Settings of postgresql.conf, over ours. */
  settings?: Record<string, string>
  /** A folder whose data stays when it stops, and is there the next time. One server at a time. */
  keptIn?: string
}

const prefix = 'gongzhi-test-'
const startWithinSeconds = 30
const restartTriesMax = 50
const forTests = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  // A vacuum worker inside the template would hold up its copies.
  autovacuum: 'off',
}

/**
 * Starts a fresh server on a free port of 127.0.0.1, in a folder for temporary files that is removed when it stops or
 * when this process ends. First removes what killed processes left behind.
 * @throws where no PostgreSQL is installed, or it doesn't start (the message holds its log)
 */
export async function startPostgres({ durable = true, settings = {}, keptIn }: PostgresOptions = {}): Promise<PostgresServer> {
  const binDir = findPostgres()
  if (!binDir) throw new Error('No PostgreSQL is installed (on Debian: apt-get install postgresql)')
  const user = serverUser()
  const parent = user ? openFolder(tmpdir()) : tmpdir()
  removeLeftovers(parent, binDir, user)

  const folder = keptIn ?? mkdtempSync(join(parent, prefix))
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'owner.pid'), String(process.pid))
  if (user) chownSync(folder, user.uid, user.gid)
  const dataDir = join(folder, 'data')
  const removeNow = () => (keptIn ? stopServer(folder, binDir, user, 'fast') : removeServer(folder, binDir, user))
  process.once('exit', removeNow)
  const stopListening = exitOnSignals()

  let server: ChildProcess | undefined
  const stop = async () => {
    if (server && server.exitCode === null && server.signalCode === null) {
      const ended = once(server, 'exit')
      server.kill(keptIn ? 'SIGINT' : 'SIGQUIT') // At once, where what it holds is thrown away anyhow.
      await ended
    }
    removeNow()
    process.off('exit', removeNow)
    stopListening()
  }

  try {
    // Han letters are letters in this locale (in plain C they aren't, and a search by trigrams finds none).
    const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
    const initdb = ['--pgdata', dataDir, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8']
    const isThere = read(join(dataDir, 'PG_VERSION')) !== undefined
    const made = isThere ? undefined : spawnSync(join(binDir, 'initdb'), [...initdb, '--locale', locale, '--no-sync'], inFolder(folder, user))
    if (made && made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`)

    const port = await freePort()
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    const all: Record<string, string> = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      max_connections: '200',
      shared_buffers: '256MB',
      ...(durable ? {} : forTests),
      ...settings,
    }
    const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const launch = () => spawn(join(binDir, 'postgres'), ['-D', dataDir, ...args], {
      ...inFolder(folder, user),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    server = launch()
    await untilReady(server, url)
    const kill = async () => {
      const ended = once(server!, 'exit')
      server!.kill('SIGKILL')
      await ended
    }
    const restart = async () => {
      // The server's processes outlive its postmaster for a moment, and hold its memory: until then no other starts.
      for (let tries = 1; ; tries++) {
        server = launch()
        try {
          return await untilReady(server, url)
        } catch (error) {
          if (tries === restartTriesMax) throw error
          await sleep(200)
        }
      }
    }
    return { url, port, dataDir, binDir, kill, restart, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type User = { uid: number; gid: number }

/** PostgreSQL refuses to run as root, so there it runs as the user that its package made, else as nobody. */
function serverUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (name: string, flag: string) => spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout.trim()
  const name = id('postgres', '-u') ? 'postgres' : 'nobody'
  return { uid: Number(id(name, '-u')), gid: Number(id(name, '-g')) }
}

/** A folder for temporary files that another user can reach: root's own may be closed to all others. */
function openFolder(folder: string): string {
  for (let at = folder; at !== dirname(at); at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return '/tmp'
  }
  return folder
}

function inFolder(folder: string, user: User | undefined) {
  return { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' }, encoding: 'utf8' as const }
}

async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  return port
}

async function untilReady(server: ChildProcess, url: string): Promise<void> {
  let log = ''
  server.stderr?.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-4000)))
  const until = Date.now() + startWithinSeconds * 1000
  while (server.exitCode === null && server.signalCode === null && Date.now() < until) {
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch {
      await sleep(20)
    } finally {
      await client.end()
    }
  }
  throw new Error(`PostgreSQL didn't start:\n${log}`)
}

/** Waits for nothing, so that it can run while this process exits. */
function removeServer(folder: string, binDir: string, user: User | undefined): void {
  stopServer(folder, binDir, user, 'immediate')
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
}

function stopServer(folder: string, binDir: string, user: User | undefined, mode: 'fast' | 'immediate'): void {
  const dataDir = join(folder, 'data')
  if (!read(join(dataDir, 'postmaster.pid'))) return
  spawnSync(join(binDir, 'pg_ctl'), ['stop', '--mode', mode, '--pgdata', dataDir], inFolder(folder, user))
}

/** Stops the servers, and removes the folders, of processes that were killed before they could do so themselves. */
function removeLeftovers(parent: string, binDir: string, user: User | undefined): void {
  const oldEnough = Date.now() - 60_000
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(parent, name)
    const owner = Number(read(join(folder, 'owner.pid')))
    // A folder without an owner may be one that is being made at this moment.
    const left = owner ? !isAlive(owner) : (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) < oldEnough
    if (left) removeServer(folder, binDir, user)
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Not ours to signal, so it lives.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

/** A signal that nobody else listens to would end this process without its 'exit', and the server would stay. */
function exitOnSignals(): () => void {
  const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const
  const names = Object.keys(signals) as (keyof typeof signals)[]
  const leave = (signal: keyof typeof signals) => {
    if (process.listenerCount(signal) === 1) process.exit(128 + signals[signal])
  }
  for (const name of names) process.on(name, leave)
  return () => names.forEach((name) => process.off(name, leave))
}
