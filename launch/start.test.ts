// npm start, tried on a project with a server that only says what happens to it.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { root } from '../node24.js'

const server = `
  import { appendFileSync } from 'node:fs'
  const say = (what: string) => appendFileSync('log', process.argv[2] + ' ' + what + '\\n')
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => { say(signal); process.exit(0) })
  setInterval(() => {}, 1000)
  say('runs as ' + process.pid)
`
let project: string
let group: number | undefined

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'gongzhi-start-'))
  for (const name of ['start.js', 'node24.js', 'launch']) cpSync(join(root, name), join(project, name), { recursive: true })
  for (const folder of ['server', 'node_modules']) mkdirSync(join(project, folder))
  writeFileSync(join(project, 'server/main.ts'), server)
  writeFileSync(join(project, 'package.json'), '{"type":"module","scripts":{"start":"exec node start.js"}}')
  for (const lock of ['package-lock.json', 'node_modules/.package-lock.json']) {
    writeFileSync(join(project, lock), '{"packages":{}}')
  }
})
afterEach(() => {
  // Leaves nothing running where a promise was broken.
  if (group && isAlive(-group)) process.kill(-group, 'SIGKILL')
  group = undefined
  rmSync(project, { recursive: true })
})

/** Starts the project in a process group of its own, and waits until its servers run. */
async function start(command: string[], env: NodeJS.ProcessEnv = {}) {
  const [program = '', ...args] = command
  const started = spawn(program, args, {
    cwd: project,
    env: { ...process.env, DATABASE_URL: '', ...env },
    stdio: 'ignore',
    detached: true,
  })
  group = started.pid
  const count = env.DATABASE_URL ? 2 : 1
  await vi.waitFor(() => expect(servers()).toHaveLength(count), 10_000)
  return started
}

const log = () => readFileSync(join(project, 'log'), 'utf8')
const servers = () => [...log().matchAll(/(\w+) runs as (\d+)/g)].map(([, verb, pid]) => ({ verb, pid: Number(pid) }))
const areGone = () => vi.waitFor(() => expect(servers().filter(({ pid }) => isAlive(pid))).toEqual([]), 10_000)

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function codeOf(process: ChildProcess): Promise<number | null> {
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit')
  return process.exitCode
}

test('SIGTERM to the start script stops the server, and it ends with the code of the server', async () => {
  const started = await start(['node', 'start.js'])
  started.kill('SIGTERM')
  started.kill('SIGTERM')
  expect(await codeOf(started)).toBe(0)
  expect(log()).toContain('start SIGTERM')
  await areGone()
})

test('SIGTERM to npm stops the server', async () => {
  const started = await start(['npm', 'start'])
  started.kill('SIGTERM')
  await areGone()
  expect(log()).toContain('start SIGTERM')
})

test('the server stops when npm is killed outright', async () => {
  const started = await start(['npm', 'start'])
  started.kill('SIGKILL')
  await areGone()
  expect(log()).toContain('start SIGTERM')
})

test('Ctrl-C, which every process of the terminal gets, stops npm and the server', async () => {
  const started = await start(['npm', 'start'])
  process.kill(-(started.pid ?? 0), 'SIGINT')
  await codeOf(started)
  await areGone()
  expect(log()).toContain('start SIGINT')
})

test('with DATABASE_URL serving and working are apart, and neither outlives the other', async () => {
  const started = await start(['node', 'start.js'], { DATABASE_URL: 'postgres://nowhere' })
  expect(servers().map(({ verb }) => verb).toSorted()).toEqual(['serve', 'work'])
  const working = servers().find(({ verb }) => verb === 'work')
  process.kill(working?.pid ?? 0, 'SIGKILL')
  await codeOf(started)
  expect(started.signalCode).toBe('SIGKILL')
  expect(log()).toContain('serve SIGTERM')
  await areGone()
})
