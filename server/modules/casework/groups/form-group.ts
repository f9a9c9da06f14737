import { formGroup } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk, openBodies } from '../cases/act-on-case.ts'
import { whyNotDispatchTo } from '../tasks/task.ts'
import { formed } from './decision.ts'
import { membersOf, whyNotForm } from './group.ts'

/** Out of those at work on a case that is given already, and some bodies more. */
export default operation(formGroup, staff('case.dispatch'), (call) => {
  const { bodies: more, instruction } = call.body
  return actAtDesk(
    call,
    'formGroup',
    'case.dispatch',
    ({ on, file, bodies }) => {
      refuseIf(whyNotDispatchTo(file, more, openBodies(bodies)))
      const event = formed(on, more)
      refuseIf(whyNotForm([...membersOf({ group: event.detail.to!.group!, tasks: file.tasks }), ...more]))
      return event
    },
    { kind: 'instruction', audience: 'staff', words: instruction },
  )
})
