import { openOwnershipTalk } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk } from '../cases/act-on-case.ts'
import { deskAboveAll, topDesk } from '../cases/ladder.ts'
import { talkOpened } from './decision.ts'

export default operation(openOwnershipTalk, staff('case.dispatch'), (call) => {
  const { bodies: wanted, words } = call.body
  return actAtDesk(
    call,
    'talk',
    'case.dispatch',
    ({ on, file, bodies }) => {
      refuseIf(wanted.every((id) => id !== file.desk && bodies.get(id)?.isOpen) ? undefined : 'case.body_unknown')
      const arbiter = deskAboveAll(bodies, [file.desk, ...wanted]) ?? topDesk(bodies)
      return talkOpened(on, wanted, arbiter?.id === file.desk ? undefined : arbiter?.id)
    },
    { kind: 'ownership', audience: 'staff', words },
  )
})
