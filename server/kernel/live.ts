import { isAway, type Database } from './database.ts'
import { endOfFeed, factsAfter, type Fact, type Position } from './facts.ts'
import type { Actor } from './reach.ts'

/** Who may hear of facts: asked once per batch, answered per listener. */
export type Hearing = (facts: readonly Fact[]) => Promise<(fact: Fact, actor: Actor) => boolean>

/** Who may hear by any of several: each knows the facts of its own module, and says no to the others. */
export const anyOf = (...hearings: Hearing[]): Hearing => async (facts) => {
  const mayHear = await Promise.all(hearings.map((hearing) => hearing(facts)))
  return (fact, actor) => mayHear.some((may) => may(fact, actor))
}

export interface Listener {
  /** Who listens, as they are now: the listener puts another here when their reach changes. */
  actor: Actor
  /** Called for each fact within reach, with its place in the feed. */
  hear(fact: Fact): void
  /** Facts were missed: the listener should read again what it shows. */
  reset(): void
  /** Nothing more comes: the house closes, or the person listens in too many places and this is the oldest. */
  end(why: 'closing' | 'too many'): void
}

export interface Listening {
  /** All facts up to here have been heard; after stop, the place where it stopped. */
  position(): Position
  stop(): void
}

/** Live updates of this process: one reader of the feed, however many listen. */
export interface Live {
  /** Starts listening: after a place in the feed, or from now. */
  listen(listener: Listener, after?: Position): Promise<Listening>
  /** Something was told here just now: look at once. */
  stir(): void
  close(): void
}

const lookEveryMs = 1_000
const batchMax = 1_000
/** Whoever is further behind, in facts of the feed or in facts to hear, reads again what it shows: that is cheaper. */
const catchUpMax = 5_000
const catchUpHeardMax = 500
const listenersPerPersonMax = 20

/** @param failed hears of each look that failed; the next one tries again */
export function liveOf(db: Database, hearing: () => Hearing, failed: (error: unknown) => void): Live {
  /** Each with the place after which it hears. */
  const listeners = new Map<Listener, Position>()
  let joining = 0
  let position: Position | undefined
  let beginning: Promise<Position> | undefined
  let isLooking = false
  let again = false
  let isClosed = false

  const deliver = async (facts: readonly Fact[]) => {
    const mayHear = await answered(hearing(), facts, failed)
    // Nothing waits from here on: whoever joins hears these facts once, here or by catching up.
    position = placeOf(facts.at(-1)!)
    for (const [one, after] of listeners) tellOne(one, facts.filter((fact) => isBefore(after, fact)), mayHear, failed)
  }
  const nextFacts = async () => (listeners.size > 0 && position && !isClosed ? await factsAfter(db, position, batchMax) : [])
  const look = async () => {
    if (isLooking) {
      again = true
      return
    }
    isLooking = true
    try {
      do {
        again = false
        for (let facts = await nextFacts(); facts.length > 0; facts = await nextFacts()) await deliver(facts)
      } while (again)
    } finally {
      isLooking = false
      forgetPosition()
    }
  }
  const lookQuietly = () => void look().catch(failed)
  /** With nobody to hear, the place is not kept up: the next one begins at the end of the feed. */
  const forgetPosition = () => {
    if (listeners.size === 0 && joining === 0 && !isLooking) position = undefined
  }
  const begin = async () => {
    if (position) return
    beginning ??= endOfFeed(db).finally(() => (beginning = undefined))
    const end = await beginning
    position ??= end
  }
  const join = async (listener: Listener, after: Position | undefined) => {
    await begin()
    const isStrange = after && isBefore(position!, after) && isBefore(await endOfFeed(db), after) // of another feed
    if (isStrange) listener.reset()
    // The common place moves on while one listener catches up: repeat until both meet, then join in the same breath.
    let at = isStrange ? undefined : after
    while (at && isBefore(at, position!)) {
      const to: Position = position!
      await catchUp(db, hearing(), listener, at, to)
      at = to
    }
    listeners.set(listener, at ?? position!)
  }
  const endOldestOf = (person: string) => {
    const own = [...listeners.keys()].filter((one) => one.actor.person === person)
    for (const one of own.slice(0, Math.max(0, own.length - listenersPerPersonMax))) {
      listeners.delete(one)
      one.end('too many')
    }
  }
  const timer = setInterval(() => listeners.size > 0 && lookQuietly(), lookEveryMs)
  timer.unref()

  return {
    async listen(listener, after) {
      joining++
      try {
        await join(listener, after)
      } finally {
        joining--
        forgetPosition()
      }
      endOldestOf(listener.actor.person)
      if (isClosed) {
        listeners.delete(listener)
        listener.end('closing')
      }
      lookQuietly()
      let place = listeners.get(listener) ?? position!
      const here = () => {
        if (listeners.has(listener) && isBefore(place, position!)) place = position!
        return place
      }
      return {
        position: here,
        stop() {
          here()
          listeners.delete(listener)
          forgetPosition()
        },
      }
    },
    stir: () => void (listeners.size > 0 && setImmediate(lookQuietly)),
    close() {
      isClosed = true
      clearInterval(timer)
      const all = [...listeners.keys()]
      listeners.clear()
      for (const one of all) one.end('closing')
    },
  }
}

type MayHear = (fact: Fact, actor: Actor) => boolean

/**
 * Undefined where who may hear could not be told: then everybody reads again, rather than that all wait for one fact.
 * @throws where the database is away: then it is asked again, and nobody misses anything
 */
async function answered(hearing: Hearing, facts: readonly Fact[], failed: (error: unknown) => void): Promise<MayHear | undefined> {
  try {
    return await hearing(facts)
  } catch (error) {
    if (isAway(error)) throw error
    failed(error)
    return undefined
  }
}

function tellOne(one: Listener, facts: readonly Fact[], mayHear: MayHear | undefined, failed: (error: unknown) => void): void {
  try {
    if (!mayHear) return one.reset()
    for (const fact of facts) if (mayHear(fact, one.actor)) one.hear(fact)
  } catch (error) {
    failed(error)
    one.reset()
  }
}

/** Gives one listener what lies after its last place, up to and with the common one. */
async function catchUp(db: Database, hearing: Hearing, listener: Listener, after: Position, to: Position): Promise<void> {
  const read = await factsAfter(db, after, catchUpMax)
  const missed = read.filter((fact) => !isBefore(to, fact))
  if (missed.length >= catchUpMax) return listener.reset()
  const mayHear = await hearing(missed)
  const heard = missed.filter((fact) => mayHear(fact, listener.actor))
  if (heard.length > catchUpHeardMax) return listener.reset()
  for (const fact of heard) listener.hear(fact)
}

const placeOf = ({ moment, seq }: Position): Position => ({ moment, seq })

const isBefore = (one: Position, other: Position) =>
  one.moment < other.moment || (one.moment === other.moment && one.seq < other.seq)
