import type { Refusal } from '#server/kernel/refusal.ts'
import { areIncompatible } from '../role.ts'

interface Place {
  county: number
  town?: number | null
  village?: number | null
  grid?: number | null
}

export function hasEnded(post: { validTo: Date | null }, now: Date): boolean {
  return post.validTo !== null && post.validTo <= now
}

/** A post stands in an open body, and reaches no further than its body's region. */
export function whyNotStandIn(body: { closedAt: Date | null; place: Place }, region: Place): Refusal | undefined {
  if (body.closedAt) return 'body.closed'
  return isInside(region, body.place) ? undefined : 'post.outside_body'
}

/** Does the first place lie in the second. */
export function isInside(inner: Place, outer: Place): boolean {
  const levels = ['town', 'village', 'grid'] as const
  return inner.county === outer.county && levels.every((level) => (outer[level] ?? null) === null || inner[level] === outer[level])
}

/** One person can't hold roles that don't go together, in whatever bodies of the county and by whatever way. */
export function whyNotTogether(roles: readonly string[]): Refusal | undefined {
  return roles.some((one) => roles.some((other) => areIncompatible(one, other))) ? 'post.incompatible' : undefined
}

/** A post or a time in it ends after it begins. */
export function whyNotLast(from: Date, to: Date | null): Refusal | undefined {
  return to !== null && to <= from ? 'bad_input' : undefined
}
