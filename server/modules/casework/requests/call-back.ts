import { callBack } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { called } from './decision.ts'
import { whyNotRule } from './request.ts'
import { ruleOnCase } from './rule-on-case.ts'

/** What the resident says when they are called: a third fact, beside the body's claim and their own rating. */
export default operation(callBack, staff('case.callback'), (call) => {
  const { found, words } = call.body
  return ruleOnCase(call, ['callback'], whyNotRule, ({ on, request }) => called(on, request, found), { kind: 'callback', audience: 'staff', words })
})
