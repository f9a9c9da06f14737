import { answerSupervision } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { ruled } from './decision.ts'
import { whyNotRule } from './request.ts'
import { ruleOnCase } from './rule-on-case.ts'

export default operation(answerSupervision, staff('case.note'), (call) => {
  const { words, until } = call.body
  const plan = (request: Parameters<typeof ruled>[1]) => ({ ...request, wants: { ...request.wants, until } })
  return ruleOnCase(call, ['supervision'], whyNotRule, ({ on, request }) => ruled(on, plan(request), { ruling: 'answered' }), { kind: 'plan', audience: 'staff', words })
})
