import type { Draft } from './draft.ts'

/** A draft that was sent off and has no answer yet. */
export interface Waiting {
  draft: Draft
  /** Only this person's session may send it. */
  person: string
  since: string
  tries: number
  /** Not before this, unless the network comes back. */
  nextAt: string
  /** The code with which the server said no: nothing is tried again until the person has looked at it. */
  refused: string | null
}

/** What came of one try. */
export type Tried = { sent: true } | { refused: string } | { unreachable: true }

const second = 1_000
const waits = [15 * second, 30 * second, 60 * second, 120 * second, 300 * second]

/** These pass by themselves, or once the person has signed in again; every other no needs a look at the draft. */
const passing = ['busy', 'not_ready', 'too_many_requests', 'fault', 'sign_in_first', 'session_ended']

/** So many ask at once, or the product is just starting: it is tried again by itself, and nobody need look at it. */
export const willPass = (code: string): boolean => ['busy', 'not_ready', 'too_many_requests'].includes(code)

export const putIn = (outbox: Waiting[], draft: Draft, person: string, at: Date): Waiting[] => [
  ...outbox.filter((waiting) => waiting.draft.key !== draft.key),
  { draft, person, since: at.toISOString(), tries: 0, nextAt: at.toISOString(), refused: null },
]

/** The outbox after a try: without what was sent, later for what got no answer, stopped for what was refused. */
export function afterTry(outbox: Waiting[], key: string, tried: Tried, at: Date): Waiting[] {
  if ('sent' in tried) return outbox.filter(({ draft }) => draft.key !== key)
  return outbox.map((waiting) => (waiting.draft.key === key ? later(waiting, tried, at) : waiting))
}

function later(waiting: Waiting, tried: Exclude<Tried, { sent: true }>, at: Date): Waiting {
  const isStopped = 'refused' in tried && !passing.includes(tried.refused)
  const wait = waits[Math.min(waiting.tries, waits.length - 1)]!
  return {
    ...waiting,
    tries: waiting.tries + 1,
    nextAt: new Date(at.getTime() + wait).toISOString(),
    refused: isStopped ? tried.refused : null,
  }
}

/** What this person's session should try now. */
export const dueNow = (outbox: Waiting[], person: string, at: Date): Waiting[] =>
  outbox.filter((waiting) => waiting.person === person && !waiting.refused && new Date(waiting.nextAt) <= at)

/** The network is back: nobody waits for the next turn. */
export const wakeAll = (outbox: Waiting[], at: Date): Waiting[] =>
  outbox.map((waiting) => (waiting.refused ? waiting : { ...waiting, nextAt: at.toISOString(), tries: 0 }))
