import type { Post } from '#contract/organisation.ts'
import { instantOf, wallTimeOf } from '../zone-time.ts'
import type { StationedDays } from './stationing-fields.tsx'

/** A post's stationing as days. */
export const stationedDaysOf = (post: Post, zone: string): StationedDays => ({
  at: post.stationedAt?.id,
  from: post.stationedFrom ? wallTimeOf(post.stationedFrom, zone).day : '',
  to: post.stationedTo ? wallTimeOf(post.stationedTo, zone).day : '',
})

/** What is sent: whole days. A beginning that nobody touched stays the instant that it was. */
export function stationingOf({ at, from, to }: StationedDays, before: StationedDays | undefined, zone: string) {
  if (!at) return { stationedAt: null }
  const isMoved = at !== before?.at || from !== before.from
  return {
    stationedAt: at,
    ...(from && isMoved && { stationedFrom: instantOf(from, '00:00', zone) }),
    stationedTo: to ? instantOf(to, '23:59', zone) : null,
  }
}
