import { leavePost } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import { byOf } from '../authority.ts'
import { losePost } from './lose-post.ts'
import { postOf } from './post.sql.ts'

export default operation(leavePost, staff('staff.change'), async ({ params: { county, id, person }, actor, change, memory, now }) => {
  await change(county, async (tx) => {
    const post = orRefuse(await postOf(tx, county, id, 'use'))
    const held = orRefuse(can(actor, 'staff.change', post))
    const persons = await losePost(tx, memory, { county, post: id, person }, now)
    if (persons.length === 0) throw new Refused('not_found')
    await tell(tx, { county, subject: person, kind: 'post.left', by: byOf(actor, held), at: now, detail: { post: id, body: post.body, persons } })
  })
  return {}
})
