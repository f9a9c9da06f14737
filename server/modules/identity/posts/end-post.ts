import { endPost } from '#contract/identity.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { byOf } from '../authority.ts'
import { insertReason } from '../reason.sql.ts'
import { endPosts } from './lose-post.ts'
import { postOf } from './post.sql.ts'
import { hasEnded } from './post.ts'

export default operation(endPost, staff('post.change'), async ({ params: { county, id }, body, actor, change, memory, now }) => {
  await change(county, async (tx) => {
    const post = orRefuse(await postOf(tx, county, id, 'change'))
    const held = orRefuse(can(actor, 'post.change', post))
    refuseIf(hasEnded({ validTo: post.valid_to }, now) ? 'post.ended' : undefined)
    const reason = uuidv7()
    await insertReason(tx, { county, id: reason, words: body.reason, person: actor.person, now })
    await endPosts(tx, memory, { county, body: post.body, posts: [id] }, { by: byOf(actor, held), reason, because: body.reason, now })
  })
  return {}
})
