import { decideMembership } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { byOf } from '../authority.ts'
import { decide, membershipOf } from './membership.sql.ts'
import { whyNotDecide } from './membership.ts'

export default operation(decideMembership, staff('membership.decide'), async ({ params: { county, id }, body, actor, change, now }) => {
  await change(county, async (tx) => {
    const membership = orRefuse(await membershipOf(tx, county, id))
    const held = orRefuse(can(actor, 'membership.decide', membership))
    refuseIf(whyNotDecide(membership, { verified: body.verified, reason: body.reason }))
    const state = body.verified ? 'verified' : 'refused'
    await decide(tx, county, id, { state, by: actor.person, reason: body.reason ?? null, now })
    const detail = { person: membership.person, village: membership.village }
    await tell(tx, { county, subject: id, kind: `membership.${state}`, by: byOf(actor, held), at: now, detail })
  })
  return {}
})
