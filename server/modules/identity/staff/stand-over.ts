import type { Queryable } from '#server/kernel/database.ts'
import type { Actor, Held } from '#server/kernel/reach.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { whyNotStandOver } from '../authority.ts'
import { postsEverHeldBy, postsHeldBy, type HeldPlace } from '../posts/holding.sql.ts'
import { targetOf } from '../posts/target-of-post.ts'
import { staffOf } from './staff.sql.ts'

/**
 * The posts of a staff member whom the actor may reset or dismiss, with the right by which. Whoever holds none any more is
 * reached by what they held in the county.
 * @throws Refused not_found, not_allowed, staff.not_yourself
 */
export async function standOver(db: Queryable, actor: Actor, county: number, person: string, now: Date): Promise<{ posts: HeldPlace[]; held: Held }> {
  orRefuse(await staffOf(db, person))
  const posts = await postsHeldBy(db, person, now)
  const reaching = posts.length > 0 ? posts : await postsEverHeldBy(db, county, person)
  refuseIf(whyNotStandOver(actor.holds, reaching.map((post) => ({ role: post.role, target: targetOf(post) }))))
  refuseIf(person === actor.person ? 'staff.not_yourself' : undefined)
  const held = reaching.map((post) => can(actor, 'staff.change', post)).find((one) => one?.scope.county === county)
  return { posts, held: orRefuse(held) }
}
