import { releaseTask } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actOnTask } from '../cases/act-on-case.ts'
import { released } from '../cases/decision.ts'

export default operation(releaseTask, staff('case.dispatch'), (call) =>
  actOnTask(call, 'release', 'case.dispatch', ({ on, task }) => released(on, task)))
