import { reworkCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actAtDesk } from './act-on-case.ts'
import { reworked } from './decision.ts'

export default operation(reworkCase, staff('case.close'), (call) =>
  actAtDesk(call, 'rework', 'case.close', ({ on }) => reworked(on), { kind: 'rework', audience: 'staff', words: call.body.words }))
