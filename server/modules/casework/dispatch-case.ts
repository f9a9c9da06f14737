import { dispatchCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk } from './act-on-case.ts'
import { dispatched } from './decision.ts'
import { whyNotDispatchTo } from './task.ts'

export default operation(dispatchCase, staff('case.dispatch'), async (call) => {
  const { lead, assists, instruction = null, workingDays } = call.body
  return await actAtDesk(call, 'dispatch', 'case.dispatch', ({ on, file, bodies }) => {
    const known = new Set([...bodies.values()].filter((body) => body.isOpen).map((body) => body.id))
    refuseIf(whyNotDispatchTo(file, [lead, ...assists], known))
    return dispatched(on, { lead, assists, instruction, workingDays })
  })
})
