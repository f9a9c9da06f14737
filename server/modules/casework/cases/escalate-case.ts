import { escalateCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { actAtDesk } from './act-on-case.ts'
import { escalated } from './decision.ts'
import { allowedUp, levelOf, upFrom } from './ladder.ts'

/** One key up: where nobody is named, to the desk above. */
export default operation(escalateCase, staff('case.escalate'), (call) => {
  const { to, type, cause, tried } = call.body
  const words = `${cause}\n\n${tried}`
  return actAtDesk(
    call,
    'escalate',
    'case.escalate',
    ({ on, file, bodies }) => {
      const ways = allowedUp(upFrom(bodies, bodies.get(file.desk)!), on.rules.up)
      orRefuse(ways[0], 'case.at_the_top')
      const desk = orRefuse(to ? ways.find((body) => body.id === to) : ways[0], 'case.body_unknown')
      return escalated(on, { desk: desk.id, level: levelOf(desk), type })
    },
    { kind: 'escalation', audience: 'staff', words },
  )
})
