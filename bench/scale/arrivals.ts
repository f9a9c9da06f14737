import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Requests that come at fixed times, whether or not the ones before were answered, in turns of a second. */
export interface Arrivals {
  lanes: { port: number; requests: readonly string[] }[]
  perSecond: number
  /** How many turns each lane has. */
  slices: number
}

export interface Arrived {
  /** From when each should have left to its reply, in milliseconds: waiting to leave counts. */
  took: number[]
  refused: number
  firstRefused?: string
}

const sender = fileURLToPath(new URL('./send-arrivals.ts', import.meta.url))

/** Sends them from a process of its own. @throws Error where one is refused */
export async function arrive(plan: Arrivals): Promise<Arrived[]> {
  const child = fork(sender, { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`the load generator ended with ${code}`)))
  failed.catch(() => {})
  const heard = async () => ((await Promise.race([once(child, 'message'), failed])) as unknown[])[0]
  try {
    child.send(plan)
    await heard()
    child.send('go')
    const arrived = (await heard()) as Arrived[]
    for (const { refused, firstRefused } of arrived) if (refused > 0) throw new Error(`${refused} were refused, the first: ${firstRefused}`)
    return arrived
  } finally {
    child.kill()
  }
}

/** The slowest but one in a hundred, or whatever share. */
export function share(took: readonly number[], part: number): number {
  const sorted = took.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * part)] ?? 0
}
