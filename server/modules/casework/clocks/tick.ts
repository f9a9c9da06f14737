import { isPaused, nextLook } from './clock.ts'
import { breached, resumedByTime, warned, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'

/**
 * What time itself does next to a case: it ends a pause that lasted as long as it may, warns, or calls a breach. What was
 * due first comes first, though it may be noticed late. Undefined: nothing is due.
 * @param above the desk above a body, which hears of its breaches
 */
export function ticked(on: Deciding, above: (body: string) => string | undefined): CaseEvent | undefined {
  const now = on.now.toISOString()
  const due = on.file.clocks.flatMap((clock) => {
    const at = nextLook(clock)
    return at !== null && at <= now ? [{ clock, at }] : []
  })
  const first = due.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0]?.clock
  if (!first) return undefined
  if (isPaused(first)) return resumedByTime(on)
  return first.dueAt !== null && first.dueAt <= now ? breached(on, first, above(first.body)) : warned(on, first)
}
