import { assignTask } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { holdsPostIn } from '#server/modules/identity/index.ts'
import { actOnTask } from '../cases/act-on-case.ts'
import { assigned } from '../cases/decision.ts'

export default operation(assignTask, staff('task.assign'), (call) =>
  actOnTask(call, 'assign', 'task.assign', async ({ on, task, tx }) => {
    const { person } = call.body
    const isHere = await holdsPostIn(tx, call.params.county, task.body, person, call.now)
    refuseIf(isHere ? undefined : 'task.handler_not_in_body')
    return assigned(on, task, person)
  }))
