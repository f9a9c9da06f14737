import { takeTask } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actOnTask } from '../cases/act-on-case.ts'
import { taken } from '../cases/decision.ts'

export default operation(takeTask, staff('task.work'), (call) =>
  actOnTask(call, 'take', 'task.work', ({ on, task }) => taken(on, task, call.actor.person)))
