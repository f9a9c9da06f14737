import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { root, withNode24 } from '../node24.js'

export interface Product {
  url: string
  /** Stops it. @throws where it did not end well, or wrote of a fault of its own into its log */
  close: () => Promise<void>
}

const startsWithinMs = 150_000
const lookEveryMs = 100
const faultLevel = 50

/**
 * Starts the product as `npm start` does, with its embedded database in this folder.
 * @param on the port, a free one unless told otherwise, and settings beside those of every story
 */
export async function openProductIn(folder: string, on: { port?: number; env?: Record<string, string> } = {}): Promise<Product> {
  const port = on.port ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const log = join(folder, 'log')
  const out = openSync(log, 'a')
  // Under npm the launcher also stops when its parent is gone: a worker that is killed leaves no server behind.
  const { command, args, env } = withNode24([join(root, 'start.js')], {
    PORT: String(port), DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'warn', npm_lifecycle_event: 'start', ...on.env,
  })
  const server = spawn(command, args, { env, cwd: root, stdio: ['ignore', out, out] })
  closeSync(out)
  const ended = once(server, 'exit')
  const until = Date.now() + startsWithinMs
  while (!(await answers(url))) {
    if (server.exitCode !== null || Date.now() > until) {
      server.kill()
      throw new Error(`The product did not start:\n${readFileSync(log, 'utf8')}`)
    }
    await wait(lookEveryMs)
  }
  return {
    url,
    async close() {
      server.kill('SIGTERM')
      const [code] = await ended
      const faults = faultsIn(readFileSync(log, 'utf8'))
      if (code !== 0 || faults.length > 0) throw new Error(`The product ended with ${code}:\n${faults.join('\n')}`)
    },
  }
}

async function answers(url: string): Promise<boolean> {
  return await fetch(`${url}/api/v1/health`).then(({ ok }) => ok, () => false)
}

/** Lines of the log that speak of a fault. What the server refuses is no fault. */
function faultsIn(log: string): string[] {
  return log.split('\n').filter((line) => line.startsWith('{') && JSON.parse(line).level >= faultLevel)
}

/** One that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
