import { closeBody } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { ask } from '#server/kernel/question.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { hasOpenWork } from '../ask-higher-modules.ts'
import { byOf } from '../authority.ts'
import { grantsToBody } from '../grants/grant.sql.ts'
import { withdrawGrants } from '../grants/withdraw-grants.ts'
import { forgetBodies } from '../known-bodies.ts'
import { endPosts } from '../posts/lose-post.ts'
import { openPostsOf } from '../posts/post.sql.ts'
import { insertReason } from '../reason.sql.ts'
import { bodyOf, markClosed, moveUp } from './body.sql.ts'
import { whyNotClose } from './body.ts'

/** The body's row is locked before its work is asked for: whoever gives it work locks the same row (keepBodyOpen). */
export default operation(closeBody, staff('body.change'), async ({ params: { county, id }, body, actor, change, memory, answers, now }) => {
  await change(county, async (tx) => {
    const row = orRefuse(await bodyOf(tx, county, id, 'change'))
    const held = orRefuse(can(actor, 'body.change', row))
    const works = row.closed_at ? [] : await ask(answers, tx, hasOpenWork, { county, body: id })
    refuseIf(whyNotClose({ closedAt: row.closed_at }, works.includes(true)))
    const by = byOf(actor, held)
    const reason = uuidv7()
    await insertReason(tx, { county, id: reason, words: body.reason, person: actor.person, now })
    await withdrawGrants(tx, county, await grantsToBody(tx, county, id), { by, because: body.reason, now })
    await endPosts(tx, memory, { county, body: id, posts: await openPostsOf(tx, county, id, now) }, { by, reason, because: body.reason, now })
    const version = await markClosed(tx, county, id, now)
    await tell(tx, { county, subject: id, kind: 'body.closed', version, by, at: now, detail: { reason, region: row.region, isDesk: row.is_desk } })
    for (const child of await moveUp(tx, county, id, row.parent)) {
      const detail = { changed: ['parent'], from: { parent: id }, to: { parent: row.parent } }
      await tell(tx, { county, subject: child.id, kind: 'body.changed', version: child.version, by, at: now, detail })
    }
    await forgetBodies(tx, memory, county)
  })
  return {}
})
