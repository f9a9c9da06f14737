import type { Queryable } from '#server/kernel/database.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { rolesOf } from './holding.sql.ts'
import { whyNotTogether } from './post.ts'

/**
 * Looks at all the roles that persons now have in the county, after a post or a grant was given inside this change, and
 * takes the change back where they don't go together. The persons' rows must be locked, so that no other change gives
 * them something at the same time.
 */
export async function refuseIncompatible(tx: Queryable, county: number, persons: readonly string[], now: Date): Promise<void> {
  if (persons.length === 0) return
  const roles = await rolesOf(tx, county, persons, now)
  for (const person of persons) refuseIf(whyNotTogether(roles.filter((one) => one.person === person).map((one) => one.role)))
}
