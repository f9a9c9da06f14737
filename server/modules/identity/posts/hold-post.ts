import { holdPost } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { byOf, whyNotGiveRole } from '../authority.ts'
import { bodyOf } from '../bodies/body.sql.ts'
import { forgetAuthority } from '../forget-authority.ts'
import { rightsNow } from '../read-rights.ts'
import { staffOf } from '../staff/staff.sql.ts'
import { holdersOfPost, insertHolding, isStaffOf, lockPersons } from './holding.sql.ts'
import { postOf } from './post.sql.ts'
import { hasEnded, whyNotLast } from './post.ts'
import { refuseIncompatible } from './refuse-incompatible.ts'
import { targetOf } from './target-of-post.ts'

/** Nobody gives themselves a post. Locks go body, post, person, so that a grant to the body and a second post are seen. */
export default operation(holdPost, staff('staff.change'), async ({ params: { county, id }, body, actor, db, change, memory, now }) => {
  const known = orRefuse(await postOf(db, county, id))
  const held = orRefuse(can(actor, 'staff.change', known))
  refuseIf(body.person === actor.person ? 'staff.not_yourself' : undefined)
  refuseIf(whyNotGiveRole(await rightsNow(db, actor.person, now), known.role, targetOf(known)))
  const until = body.until ? new Date(body.until) : null
  refuseIf(whyNotLast(now, until), { fields: [{ path: '/until', message: 'minimum' }] })

  await change(county, async (tx) => {
    await bodyOf(tx, county, known.body, 'use')
    const post = orRefuse(await postOf(tx, county, id, 'use'))
    refuseIf(hasEnded({ validTo: post.valid_to }, now) ? 'post.ended' : undefined)
    await lockPersons(tx, [body.person])
    orRefuse((await isStaffOf(tx, county, body.person)) ? await staffOf(tx, body.person) : undefined)
    refuseIf((await holdersOfPost(tx, county, id, now)).includes(body.person) ? 'post.held_already' : undefined)
    await insertHolding(tx, { county, post: id, person: body.person, since: now, until })
    await refuseIncompatible(tx, county, [body.person], now)
    await tell(tx, { county, subject: body.person, kind: 'post.held', by: byOf(actor, held), at: now, detail: { post: id, body: post.body } })
    await forgetAuthority(tx, memory)
  })
  return {}
})
