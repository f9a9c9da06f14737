import { isOfHandling, isPaused, nextLook, type Clock } from './clock.ts'
import { breached, ratingOver, resumedByTime, warned, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'
import { unspoken } from '../ownership/decision.ts'
import { also, alsoUrged, asked, lapsed, settled } from '../requests/decision.ts'
import { isInSample, isSettling } from '../requests/request.ts'
import { whyNotDispatchTo } from '../tasks/task.ts'

/** What time needs to know of bodies. */
export interface Around {
  /** The desk above a body, which hears of its breaches. */
  above: (body: string) => string | undefined
  /** The bodies that are open and may be given work. */
  open: ReadonlySet<string>
}

/**
 * What time itself does next to a case: it ends a pause that lasted as long as it may, lets a leader's decision take
 * effect, warns, or calls a breach. What was due first comes first, though it may be noticed late. Undefined: nothing is due.
 */
export function ticked(on: Deciding, around: Around): CaseEvent | undefined {
  const now = on.now.toISOString()
  const due = on.file.clocks.flatMap((clock) => {
    const at = nextLook(clock)
    return at !== null && at <= now ? [{ clock, at }] : []
  })
  const first = due.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0]?.clock
  if (!first) return undefined
  if (first.kind === 'settle') return settledByTime(on, first, around)
  if (first.kind === 'rate') return unrated(on, around)
  if (isPaused(first)) return resumedByTime(on)
  if (first.kind === 'ownership' && first.dueAt !== null && first.dueAt <= now) return unspoken(on, first, around.above(first.body))
  return first.dueAt !== null && first.dueAt <= now ? late(on, first, around.above(first.body)) : warned(on, first)
}

/** It ran out; where the rules say so, whoever held it is urged at once. */
function late(on: Deciding, clock: Clock, above: string | undefined): CaseEvent {
  const event = breached(on, clock, above)
  const isUrged = on.rules.supervision.breach === 'on' && isOfHandling(clock)
  return isUrged ? alsoUrged(on, event, { of: clock.body, by: above, ground: 'breach' }) : event
}

/** The lead that was decided on may have been closed since: then it lapses, and the desk proposes anew. */
function settledByTime(on: Deciding, clock: Clock, { open }: Around): CaseEvent {
  const request = on.file.requests.find((one) => one.id === clock.request && isSettling(one))!
  const { lead, assists = [] } = request.wants
  const isInVain = request.kind === 'dispatch' && request.ruling !== 'refused' && whyNotDispatchTo(on.file, [lead!, ...assists], open) !== undefined
  return isInVain ? lapsed(on, request) : settled(on, request)
}

/** Nobody rated it in time: of such cases a share is called back, by the desk above the one that answered. */
function unrated(on: Deciding, { above }: Around): CaseEvent {
  const over = ratingOver(on)
  if (!isInSample(on.file.id, on.rules.callbackShare)) return over
  const { file: { desk } } = on
  return also(over, asked(on, { kind: 'callback', of: above(desk) ?? desk, by: desk, wants: { ground: 'unrated' } }))
}
