import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What one process of load sends. */
export interface Plan {
  port: number
  /** So many callers at once, each with a connection of its own that it keeps. */
  connections: number
  seconds: number
  /** Whole HTTP/1.1 requests, sent in this order. */
  requests: readonly Request[]
  /** Begin again when all have been sent; else each is sent once at most. */
  repeat: boolean
}

export interface Request {
  text: string
  /** What stands in the reply once for each row: rows are counted, never statuses. */
  row: string
}

export interface Sent {
  /** Rows in the replies. */
  rows: number
  replies: number
  /** Replies whose status was not 2xx, and the first of them. */
  refused: number
  firstRefused?: string
  /** From the first request to the last reply. */
  seconds: number
  /** How long a reply took, in milliseconds. */
  p50: number
  p99: number
}

const sender = fileURLToPath(new URL('./send-load.ts', import.meta.url))

/**
 * Sends a plan from a process of its own, the same for everything that is measured: raw requests over kept connections,
 * one at a time on each.
 * @param around is called as the first request is about to leave; what it gives back, as the last reply has come
 */
export async function load(plan: Plan, around: (pid: number) => Promise<(() => Promise<void>) | void> = async () => {}): Promise<Sent> {
  const child = fork(sender, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const failed = once(child, 'exit').then(([code]) => {
    throw new Error(`the load generator ended with ${code}`)
  })
  failed.catch(() => {})
  const heard = async () => ((await Promise.race([once(child, 'message'), failed])) as unknown[])[0]
  try {
    child.send(plan)
    await heard() // ready: everything is prepared and connected
    const after = await around(child.pid!)
    child.send('go')
    const sent = (await heard()) as Sent
    await after?.()
    return sent
  } finally {
    child.kill()
  }
}
