import { askBack } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { whyNotReach } from '../matters/matter.ts'
import { actAtDesk } from './act-on-case.ts'
import { askedBack } from './decision.ts'

export default operation(askBack, staff('case.triage'), async (call) => {
  const { words, daysMax } = call.body
  return await actAtDesk(call, 'askBack', 'case.triage', ({ on, row }) => (refuseIf(whyNotReach(row)), askedBack(on, daysMax)), { kind: 'question', audience: 'resident', words })
})
