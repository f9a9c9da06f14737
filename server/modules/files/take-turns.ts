import { Refused } from '#server/kernel/refusal.ts'

/**
 * Lets so many works run at once and so many more wait. Whoever comes to a full queue is asked to come again.
 * @throws Refused busy
 */
export function takeTurns(atOnce: number, waitingMax: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running < atOnce) running++
    else if (waiting.length >= waitingMax) throw new Refused('busy', { retryAfterSeconds: 5 })
    else await new Promise<void>((resolve) => waiting.push(resolve)) // the place is handed over, still counted
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
