import type { Refusal } from '#server/kernel/refusal.ts'

const daysMax = 366
const dayMs = 86_400_000
/** Clocks of phones are a little off. */
const aheadMs = 5 * 60_000

/** Why something can't have been received then: it lies ahead, or so long ago that it must be an error. */
export function whyNotReceived(at: Date, now: Date): Refusal | undefined {
  const ago = now.getTime() - at.getTime()
  return ago < -aheadMs || ago > daysMax * dayMs ? 'appeal.bad_receipt_time' : undefined
}
