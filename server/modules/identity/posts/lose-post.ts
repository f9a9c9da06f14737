import { tell } from '#server/kernel/facts.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import type { By } from '../authority.ts'
import { endDuties } from '../duties/duty.sql.ts'
import { forgetAuthority, forgetSessions } from '../forget-authority.ts'
import { grantsToPost } from '../grants/grant.sql.ts'
import { withdrawGrants } from '../grants/withdraw-grants.ts'
import { endAllOf } from '../session.sql.ts'
import { endHoldings, withoutPost } from './holding.sql.ts'
import { markEnded } from './post.sql.ts'

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

/** Ends posts of one body, with all that was granted to them and onward from there. The posts' rows are locked. */
export async function endPosts(
  tx: Queryable, memory: Memory, ended: { county: number; body: string; posts: readonly string[] },
  why: { by: By; reason: string; because: string; now: Date },
): Promise<void> {
  const { county, body } = ended
  const { by, now } = why
  for (const post of ended.posts) {
    await withdrawGrants(tx, county, await grantsToPost(tx, county, post), why)
    await markEnded(tx, county, post, now)
    const persons = await losePost(tx, memory, { county, post }, now)
    await tell(tx, { county, subject: post, kind: 'post.ended', by, at: now, detail: { post, body, persons, reason: why.reason } })
  }
}
