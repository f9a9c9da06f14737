import type { Queryable } from '#server/kernel/database.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { covers } from '#server/kernel/reach.ts'
import { byOf, whyNotStandOver, type By, type Right } from '../authority.ts'
import { postsEverHeldBy, postsHeldBy, type HeldPlace } from '../posts/holding.sql.ts'
import { targetOf } from '../posts/target-of-post.ts'
import { staffOf } from './staff.sql.ts'

/**
 * The posts of a staff member whom the actor may reset or dismiss, and by which of their own posts. Whoever holds none any
 * more is reached by what they held in the county.
 * @param rights the actor's, in every county
 * @throws Refused not_found, not_allowed, staff.not_yourself
 */
export async function standOver(
  tx: Queryable, actor: Actor, rights: readonly Right[], county: number, person: string, now: Date,
): Promise<{ posts: HeldPlace[]; by: By }> {
  orRefuse(await staffOf(tx, person))
  const posts = await postsHeldBy(tx, person, now)
  const reaching = posts.length > 0 ? posts : await postsEverHeldBy(tx, county, person)
  refuseIf(whyNotStandOver(rights, reaching.map((post) => ({ role: post.role, target: targetOf(post) }))))
  refuseIf(person === actor.person ? 'staff.not_yourself' : undefined)
  const held = rights.find((right) => right.action === 'staff.change' && reaching.some((post) => post.county === county && covers(right.scope, post)))
  return { posts, by: byOf(actor, orRefuse(held)) }
}
