import { returnTask } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actOnTask } from '../cases/act-on-case.ts'
import { returned } from '../cases/decision.ts'
import { deskAbove } from '../cases/ladder.ts'
import { asked } from '../requests/decision.ts'
import { returnsSoFar, whyNotReturn } from '../requests/request.ts'

/** Once more than the policy allows a return is for the desk above to rule on; until then the body keeps the task and its clock. */
export default operation(returnTask, staff('task.work'), (call) => {
  const { ground, proposed, words } = call.body
  return actOnTask(
    call,
    'return',
    'task.work',
    ({ on, file, task, bodies }) => {
      refuseIf(proposed && !bodies.get(proposed)?.isOpen ? 'case.body_unknown' : undefined)
      refuseIf(whyNotReturn(file, task))
      const arbiter = task.role === 'lead' && returnsSoFar(file) >= on.rules.returnsBeforeArbiter ? deskAbove(bodies, file.desk) : undefined
      if (!arbiter) return returned(on, task, ground, proposed)
      return asked(on, { kind: 'return', of: arbiter.id, by: task.body, task: task.id, wants: { ground, ...(proposed && { proposed }) } })
    },
    { kind: 'return', audience: 'staff', words },
  )
})
