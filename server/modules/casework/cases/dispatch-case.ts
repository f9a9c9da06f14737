import { dispatchCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk, type Acting } from './act-on-case.ts'
import { dispatched } from './decision.ts'
import { whyNotDispatchTo } from '../tasks/task.ts'

export default operation(dispatchCase, staff('case.dispatch'), async (call) => {
  const { lead, assists, instruction, workingDays } = call.body
  const decide = ({ on, file, bodies }: Acting) => {
    const known = new Set([...bodies.values()].filter((body) => body.isOpen).map((body) => body.id))
    refuseIf(whyNotDispatchTo(file, [lead, ...assists], known))
    return dispatched(on, { lead, assists, workingDays })
  }
  return await actAtDesk(call, 'dispatch', 'case.dispatch', decide, { kind: 'instruction', audience: 'staff', words: instruction })
})
