import { callAssist } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk, openBodies } from './act-on-case.ts'
import { assistCalled } from './decision.ts'
import { whyNotDispatchTo } from '../tasks/task.ts'

export default operation(callAssist, staff('case.dispatch'), (call) => {
  const { body, instruction, workingDays } = call.body
  return actAtDesk(
    call,
    'callAssist',
    'case.dispatch',
    ({ on, file, bodies }) => {
      refuseIf(whyNotDispatchTo(file, [body], openBodies(bodies)))
      return assistCalled(on, body, workingDays)
    },
    { kind: 'instruction', audience: 'staff', words: instruction },
  )
})
