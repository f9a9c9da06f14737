import { ruleOnRequest } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { ruled } from './decision.ts'
import { whyNotRule } from './request.ts'
import { ruleOnCase } from './rule-on-case.ts'

export default operation(ruleOnRequest, staff('case.dispatch'), (call) => {
  const { granted, words } = call.body
  return ruleOnCase(
    call, ['plan', 'return', 'extension', 'exclusion'], whyNotRule,
    ({ on, request }) => ruled(on, request, { ruling: granted ? 'granted' : 'refused' }), { kind: 'ruling', audience: 'staff', words },
  )
})
