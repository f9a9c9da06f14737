import type { Database } from './database.ts'
import { endOfFeed, factsAfter, type Fact, type Position } from './facts.ts'
import type { Actor } from './reach.ts'

/** Who may hear of facts: asked once per batch, answered per listener. */
export type Hearing = (facts: readonly Fact[]) => Promise<(fact: Fact, actor: Actor) => boolean>

export interface Listener {
  actor: Actor
  /** Called for each fact within reach, with its place in the feed. */
  hear: (fact: Fact) => void
  /** The listener asked for a place that is too far back: it should read again what it shows. */
  reset: () => void
}

/** Live updates of this process: one reader of the feed, however many listen. */
export interface Live {
  /** Starts listening, from a place in the feed or from now. @returns stop */
  listen(listener: Listener, from?: Position): Promise<() => void>
  /** Something was told here just now: look at once. */
  stir(): void
  close(): void
}

const lookEveryMs = 1_000
const batchMax = 1_000
const catchUpMax = 5_000

export function liveOf(db: Database, hearing: () => Hearing): Live {
  const listeners = new Set<Listener>()
  let position: Position | undefined
  let isLooking = false
  let again = false
  let isClosed = false

  const look = async () => {
    if (isLooking) {
      again = true
      return
    }
    isLooking = true
    try {
      do {
        again = false
        while (listeners.size > 0 && position && !isClosed) {
          const facts = await factsAfter(db, position, batchMax)
          if (facts.length === 0) break
          position = facts.at(-1)!
          const mayHear = await hearing()(facts)
          for (const one of listeners) for (const fact of facts) if (mayHear(fact, one.actor)) one.hear(fact)
        }
        if (listeners.size === 0) position = undefined
      } while (again && !isClosed)
    } finally {
      isLooking = false
    }
  }
  const lookQuietly = () => void look().catch(() => {})
  const timer = setInterval(() => listeners.size > 0 && lookQuietly(), lookEveryMs)
  timer.unref()

  return {
    async listen(listener, from) {
      position ??= await endOfFeed(db)
      // The common place moves on while one listener catches up: repeat until both meet, then join in the same breath.
      for (let at = from; at && isBefore(at, position) && at !== position; ) {
        const to: Position = position
        await catchUp(db, hearing, listener, at, to)
        at = to
      }
      listeners.add(listener)
      lookQuietly()
      return () => void listeners.delete(listener)
    },
    stir: () => void (listeners.size > 0 && setImmediate(lookQuietly)),
    close() {
      isClosed = true
      clearInterval(timer)
    },
  }
}

/** Gives one listener what lies between its last place and the common one. */
async function catchUp(db: Database, hearing: () => Hearing, listener: Listener, from: Position, to: Position): Promise<void> {
  const missed = (await factsAfter(db, from, catchUpMax)).filter((fact) => isBefore(fact, to))
  if (missed.length >= catchUpMax) return listener.reset()
  const mayHear = await hearing()(missed)
  for (const fact of missed) if (mayHear(fact, listener.actor)) listener.hear(fact)
}

const isBefore = (one: Position, other: Position) =>
  one.moment < other.moment || (one.moment === other.moment && one.seq <= other.seq)
