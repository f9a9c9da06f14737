import { returnTask } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actOnTask } from '../cases/act-on-case.ts'
import { returned } from '../cases/decision.ts'

export default operation(returnTask, staff('task.work'), (call) => {
  const { ground, proposed, words } = call.body
  return actOnTask(
    call,
    'return',
    'task.work',
    ({ on, task, bodies }) => {
      refuseIf(proposed && !bodies.get(proposed)?.isOpen ? 'case.body_unknown' : undefined)
      return returned(on, task, ground, proposed)
    },
    { kind: 'return', audience: 'staff', words },
  )
})
