import type { Refusal } from '#server/kernel/refusal.ts'

/** A body may be changed until it is closed. */
export function whyNotChange(body: { closedAt: Date | null }): Refusal | undefined {
  return body.closedAt ? 'body.closed' : undefined
}

/** A body that holds open work can't be closed: nobody would end it. */
export function whyNotClose(body: { closedAt: Date | null }, hasOpenWork: boolean): Refusal | undefined {
  return whyNotChange(body) ?? (hasOpenWork ? 'body.has_open_work' : undefined)
}

/**
 * A body may stand below an open one, and never below itself.
 * @param above the new parent and all that stand above it, nearest first
 */
export function whyNotStandBelow(body: string, above: readonly { id: string; closedAt: Date | null }[]): Refusal | undefined {
  if (above[0]?.closedAt) return 'body.closed'
  return above.some(({ id }) => id === body) ? 'body.below_itself' : undefined
}
