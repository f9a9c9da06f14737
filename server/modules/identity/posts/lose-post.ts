import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import { endDuties } from '../duties/duty.sql.ts'
import { forgetAuthority, forgetSessions } from '../forget-authority.ts'
import { endHoldings, withoutPost } from './holding.sql.ts'
import { endAllOf } from '../session.sql.ts'

/**
 * Takes a post from all its holders, or from one, at once: holdings and duties end, every process forgets what they could
 * do, and whoever holds no other post is signed out everywhere.
 * @returns who lost it
 */
export async function losePost(
  tx: Queryable, memory: Memory, lost: { county: number; post: string; person?: string }, now: Date,
): Promise<string[]> {
  const persons = await endHoldings(tx, lost.county, lost.post, lost.person, now)
  await endDuties(tx, lost.county, lost.post, lost.person, now)
  for (const person of await withoutPost(tx, persons, now)) await forgetSessions(tx, memory, await endAllOf(tx, person, now))
  await forgetAuthority(tx, memory)
  return persons
}
