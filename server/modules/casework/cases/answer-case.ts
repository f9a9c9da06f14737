import { answerCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { whyNotReach } from '../matters/matter.ts'
import { actAtDesk } from './act-on-case.ts'
import { answered } from './decision.ts'

export default operation(answerCase, staff('case.answer'), (call) => {
  const { words, photos } = call.body
  return actAtDesk(call, 'answer', 'case.answer', ({ on, row }) => (refuseIf(whyNotReach(row)), answered(on)), { kind: 'answer', audience: 'resident', words, photos })
})
