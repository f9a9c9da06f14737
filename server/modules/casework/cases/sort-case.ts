import { sortCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk } from './act-on-case.ts'
import { refuseUnknownCategory } from '../catalogue/recall-catalogue.ts'
import { catalogueInForce } from '../routing/recall-routing.ts'
import { whyNotOwner } from '../routing/owner.ts'
import { sorted } from './decision.ts'

export default operation(sortCase, staff('case.triage'), async (call) => {
  const { category, owner } = call.body
  await refuseUnknownCategory(call, call.params.county, category)
  refuseIf(whyNotOwner((await catalogueInForce(call, call.params.county, call.now)).content, owner))
  return await actAtDesk(call, 'sort', 'case.triage', ({ on }) => sorted(on, category, owner))
})
