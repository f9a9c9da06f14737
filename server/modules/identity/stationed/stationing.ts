import type { Refusal } from '#server/kernel/refusal.ts'

/** Where a post is stationed 派驻, from when to when. */
export interface Stationing {
  at: string
  from: Date
  /** Null: until further notice. */
  to: Date | null
}

/** What is asked of a post's stationing; what is left out stays as it was. */
export interface Asked {
  stationedAt?: string | null | undefined
  stationedFrom?: string | undefined
  stationedTo?: string | null | undefined
}

/**
 * The stationing after a change: at another body it begins anew.
 * @param begins when it does where nothing else is said: with the day, so that today's duties can be set
 */
export function stationingAfter(before: Stationing | null, asked: Asked, begins: Date): Stationing | null {
  const at = asked.stationedAt === undefined ? (before?.at ?? null) : asked.stationedAt
  if (at === null) return null
  const kept = before?.at === at ? before : undefined
  return {
    at,
    from: asked.stationedFrom ? new Date(asked.stationedFrom) : (kept?.from ?? begins),
    to: asked.stationedTo === undefined ? (kept?.to ?? null) : asked.stationedTo === null ? null : new Date(asked.stationedTo),
  }
}

/** A post is stationed at another body than its own, and ends after it begins. */
export function whyNotStation(stationing: Stationing | null, body: string): Refusal | undefined {
  if (!stationing) return undefined
  return stationing.at === body || (stationing.to !== null && stationing.to <= stationing.from) ? 'post.stationed_dates' : undefined
}

/** Why the holder can't be on duty at the host between two instants: the post is stationed there only for a time. */
export function whyNotServeThere({ from, to }: Stationing, since: Date, until: Date): Refusal | undefined {
  return since >= from && (to === null || until <= to) ? undefined : 'duty.not_stationed'
}

/** Since when the post stands at that body no longer: its duties there end. Undefined: as before, or longer. */
export function leftSince(before: Stationing | null, after: Stationing | null, now: Date): Date | undefined {
  if (!before) return undefined
  if (after?.at !== before.at) return now
  return after.to !== null && (before.to === null || after.to < before.to) ? after.to : undefined
}
