import { tell } from '#server/kernel/facts.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { By } from '../authority.ts'
import { holdersInBody, holdersOfPost } from '../posts/holding.sql.ts'
import { delegatedFrom, markWithdrawn, type Withdrawn } from './grant.sql.ts'

/**
 * Withdraws grants and, level by level, every grant that was delegated from them. Each level is read after the one above
 * is locked, so a grant that was being delegated meanwhile is found too.
 * @returns how many were withdrawn
 */
export async function withdrawGrants(
  tx: Queryable, county: number, grants: readonly string[], change: { by: By; because: string; now: Date },
): Promise<number> {
  const { by, because, now } = change
  let count = 0
  for (let level = grants; level.length > 0; level = await delegatedFrom(tx, county, level)) {
    const withdrawn = await markWithdrawn(tx, county, level, { person: by.person, because, now })
    for (const one of withdrawn) await tellWithdrawn(tx, county, one, by, now)
    count += withdrawn.length
  }
  return count
}

async function tellWithdrawn(tx: Queryable, county: number, one: Withdrawn, by: By, now: Date): Promise<void> {
  const persons = one.to_post ? await holdersOfPost(tx, county, one.to_post, now) : await holdersInBody(tx, county, one.to_body!, now)
  const detail = { post: one.to_post, body: one.to_body, action: one.action, persons }
  await tell(tx, { county, subject: one.id, kind: 'grant.withdrawn', by, at: now, detail })
}
