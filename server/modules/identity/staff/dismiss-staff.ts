import { dismissStaff } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { forgetSessions } from '../forget-authority.ts'
import { deleteRecoveryCodes } from '../person.sql.ts'
import { lockPersons, postsHeldBy } from '../posts/holding.sql.ts'
import { losePost } from '../posts/lose-post.ts'
import { rightsNow } from '../read-rights.ts'
import { unlinkAccount } from '../provider/provider-account.sql.ts'
import { insertReason } from '../reason.sql.ts'
import { endAllOf } from '../session.sql.ts'
import { deleteLinks } from './link.sql.ts'
import { standOver } from './stand-over.ts'
import { markLeft } from './staff.sql.ts'

/** One fact per post that was held, each with its body, so that open tasks go back to where they came from. */
export default operation(dismissStaff, staff('staff.change'), async (call) => {
  const { params: { county, id: person }, body, actor, db, change, memory, now } = call
  const rights = await rightsNow(db, actor.person, now)
  const counties = [...new Set([county, ...(await postsHeldBy(db, person, now)).map((post) => post.county)])]
  await change(counties, async (tx) => {
    await lockPersons(tx, [person])
    const { posts, by } = await standOver(tx, actor, rights, county, person, now)
    if (posts.some((post) => !counties.includes(post.county))) throw new Refused('busy', { retryAfterSeconds: 1 })
    const reason = uuidv7()
    await insertReason(tx, { county, id: reason, words: body.reason, person: actor.person, now })
    const told = { county, subject: person, kind: 'staff.left', by, at: now } as const
    for (const post of posts) {
      await losePost(tx, memory, { county: post.county, post: post.post, person }, now)
      await tell(tx, { ...told, county: post.county, detail: { post: post.post, body: post.body, persons: [person], reason } })
    }
    if (posts.length === 0) await tell(tx, { ...told, detail: { persons: [person], reason } })
    await markLeft(tx, person, now)
    await deleteLinks(tx, person)
    await deleteRecoveryCodes(tx, person)
    await unlinkAccount(tx, person)
    await forgetSessions(tx, memory, await endAllOf(tx, person, now))
  })
  return {}
})
