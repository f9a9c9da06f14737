import { closeCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actAtDesk } from './act-on-case.ts'
import { closed } from './decision.ts'

/** case.ts, whyNotClose, decides when it can't be. */
export default operation(closeCase, staff('case.close'), (call) => {
  const { outcome, words } = call.body
  return actAtDesk(call, 'close', 'case.close', ({ on }) => closed(on, outcome), { kind: 'closing', audience: 'staff', words })
})
