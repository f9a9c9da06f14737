import { reportTask } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actOnTask } from './act-on-case.ts'
import { reported } from './decision.ts'

export default operation(reportTask, staff('task.work'), (call) => {
  const { outcome, words, photos } = call.body
  return actOnTask(call, 'report', 'task.work', ({ on, task }) => reported(on, task, outcome), { kind: 'result', audience: 'staff', words, photos })
})
