import type { Queryable } from '#server/kernel/database.ts'
import type { Hearing } from '#server/kernel/live.ts'
import { can } from '#server/kernel/reach.ts'
import { placesNamed } from './notice.sql.ts'

const kinds: readonly string[] = ['membership.asked', 'membership.verified', 'membership.refused']

/** Who may hear of a membership live: whose it is, and whoever may read the memberships of that community. */
export const hearingOfMemberships = (db: Queryable): Hearing => async (facts) => {
  const ours = facts.filter(({ kind }) => kinds.includes(kind))
  const villages = [...new Set(ours.map(({ detail }) => Number(detail.village)))]
  const places = villages.length > 0 ? await placesNamed(db, villages) : new Map()
  return ({ kind, detail }, actor) => {
    if (!kinds.includes(kind)) return false
    const village = places.get(Number(detail.village))
    return actor.app === 'resident' ? detail.person === actor.person : village !== undefined && can(actor, 'membership.read', village.place) !== undefined
  }
}
