import { reportTask } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actOnTask } from '../cases/act-on-case.ts'
import { reported } from '../cases/decision.ts'

/** What is planned says until when. */
export default operation(reportTask, staff('task.work'), async (call) => {
  const { outcome, words, photos, plannedUntil } = call.body
  refuseIf(outcome === 'planned' && !plannedUntil ? 'bad_input' : undefined, { fields: [{ path: '/plannedUntil', message: 'required' }] })
  return actOnTask(call, 'report', 'task.work', ({ on, task }) => reported(on, task, outcome, plannedUntil), { kind: 'result', audience: 'staff', words, photos })
})
