import { giveOpinion } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { whyNotRule, reviewKinds } from '../requests/request.ts'
import { ruleOnCase } from '../requests/rule-on-case.ts'
import { opinionGiven } from './opinion.ts'

/** The written opinion on a review, which the resident is told word for word. */
export default operation(giveOpinion, staff('case.answer'), (call) => {
  const { opinion, words } = call.body
  return ruleOnCase(call, reviewKinds, whyNotRule, ({ on, request }) => opinionGiven(on, request, opinion), { kind: 'opinion', audience: 'resident', words })
})
