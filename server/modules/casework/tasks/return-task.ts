import { returnTask } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actOnTask } from '../cases/act-on-case.ts'
import { returned } from '../cases/decision.ts'
import { deskAbove } from '../cases/ladder.ts'
import { asked } from '../requests/decision.ts'
import { returnsSoFar, whyNotReturn } from '../requests/request.ts'

/**
 * The first to be given a case stays responsible until somebody else is 首接负责: the lead keeps the task and its clock until its desk agrees, and
 * from one more return on than the policy allows, until the desk above has ruled. Nobody asks themselves.
 */
export default operation(returnTask, staff('task.work'), (call) => {
  const { ground, proposed, words } = call.body
  return actOnTask(
    call,
    'return',
    'task.work',
    ({ on, file, task, bodies }) => {
      refuseIf(proposed && !bodies.get(proposed)?.isOpen ? 'case.body_unknown' : undefined)
      refuseIf(whyNotReturn(file, task))
      const above = returnsSoFar(file) >= on.rules.returnsBeforeArbiter ? deskAbove(bodies, file.desk) : undefined
      const arbiter = task.role === 'lead' ? (above?.id ?? file.desk) : undefined
      if (!arbiter || arbiter === task.body) return returned(on, task, ground, proposed)
      return asked(on, { kind: 'return', of: arbiter, by: task.body, task: task.id, wants: { ground, ...(proposed && { proposed }) } })
    },
    { kind: 'return', audience: 'staff', words },
  )
})
