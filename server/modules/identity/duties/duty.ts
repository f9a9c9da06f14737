import type { Refusal } from '#server/kernel/refusal.ts'

const daysMax = 31
const dayMs = 86_400_000

/** A duty ends after it begins, and is no way of holding a post for good. */
export function whyNotServe(from: Date, to: Date): Refusal | undefined {
  const lasts = to.getTime() - from.getTime()
  return lasts > 0 && lasts <= daysMax * dayMs ? undefined : 'duty.times'
}
