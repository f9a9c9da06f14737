import { isBehind, relayOnce, retryFailed, type Reaction } from './relay.ts'
import type { Rooms } from './rooms.ts'
import { runRoutines, type Routine } from './routines.ts'

/** The worker of a process: relay, retries, routines. Any number of processes may work on one database. */
export interface Work {
  start(): void
  /** Facts were told here: look at once. */
  stir(): void
  /** Does all that is due now, until nothing is left: for tests and for a clean stop. */
  settle(): Promise<void>
  stop(): Promise<void>
}

const lookEveryMs = 250

export function workOf(rooms: Rooms, reactions: readonly Reaction[], routines: readonly Routine[]): Work {
  let isStopped = true
  let isStirred = false
  let wake: (() => void) | undefined
  let round: Promise<void> = Promise.resolve()

  const once = async () => {
    await runRoutines(rooms, routines)
    await retryFailed(rooms.db, rooms.change, reactions, rooms.clock())
    return await relayOnce(rooms.db, rooms.change, reactions, rooms.clock)
  }
  const go = async () => {
    while (!isStopped) {
      isStirred = false
      const fed = await once().catch((error) => {
        rooms.log.error({ fault: error instanceof Error ? error.name : 'unknown', code: (error as { code?: string }).code }, 'a round of work failed')
        return 0
      })
      if (fed > 0 || isStirred || isStopped) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, lookEveryMs)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }

  return {
    start() {
      isStopped = false
      round = go()
    },
    stir() {
      isStirred = true
    },
    async settle() {
      while ((await once()) > 0 || (await isBehind(rooms.db)));
      for (const { beside } of routines) await beside?.settle()
    },
    async stop() {
      isStopped = true
      wake?.()
      await round
      for (const { beside } of routines) await beside?.stop()
    },
  }
}
