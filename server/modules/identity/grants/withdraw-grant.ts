import { withdrawGrant } from '#contract/identity.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { byOf, sourceOf } from '../authority.ts'
import { forgetAuthority } from '../forget-authority.ts'
import { targetOf } from '../posts/target-of-post.ts'
import { rightsNow } from '../read-rights.ts'
import { grantOf } from './grant.sql.ts'
import { givenBy, whyNotWithdraw } from './grant.ts'
import { withdrawGrants } from './withdraw-grants.ts'

export default operation(withdrawGrant, staff('grant.change'), async ({ params: { county, id }, body, actor, change, memory, now }) => {
  const withdrawn = await change(county, async (tx) => {
    const grant = orRefuse(await grantOf(tx, county, id))
    const held = orRefuse(can(actor, 'grant.change', grant))
    const rights = await rightsNow(tx, actor.person, now)
    refuseIf(whyNotWithdraw({
      gaveIt: actor.holds.some((one) => one.post === grant.given_by_post),
      couldGiveIt: typeof sourceOf(rights, givenBy(grant.action, targetOf(grant))) !== 'string',
      organises: can(actor, 'post.change', grant) !== undefined,
    }))
    const count = await withdrawGrants(tx, county, [id], { by: byOf(actor, held), because: body.reason, now })
    refuseIf(count === 0 ? 'grant.withdrawn' : undefined)
    await forgetAuthority(tx, memory)
    return count
  })
  return { withdrawn }
})
