import { askExtension } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actOnTask } from '../cases/act-on-case.ts'
import { asked } from './decision.ts'
import { whyNotExtend } from './request.ts'

export default operation(askExtension, staff('task.work'), (call) => {
  const { workingDays, words } = call.body
  return actOnTask(
    call,
    'work',
    'task.work',
    ({ on, file, task }) => {
      refuseIf(whyNotExtend(file, task, workingDays, on.rules.extensionDaysMax, on.now))
      return asked(on, { kind: 'extension', of: file.desk, by: task.body, task: task.id, wants: { workingDays } })
    },
    { kind: 'extension', audience: 'staff', words },
  )
})
