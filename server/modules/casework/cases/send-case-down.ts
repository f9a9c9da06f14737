import { sendCaseDown } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { actAtDesk } from './act-on-case.ts'
import { sentDown } from './decision.ts'
import { downFrom, levelOf } from './ladder.ts'
import { alsoUrged } from '../requests/decision.ts'
import { isInstructed } from '../requests/leader.ts'

export default operation(sendCaseDown, staff('case.dispatch'), async (call) => {
  const { to, instruction } = call.body
  return await actAtDesk(
    call,
    'sendDown',
    'case.dispatch',
    ({ on, file, row, bodies }) => {
      const ways = downFrom(bodies, bodies.get(file.desk)!, row)
      orRefuse(ways[0], 'case.at_the_bottom')
      const desk = orRefuse(ways.find((body) => body.id === to), 'case.not_below')
      const event = sentDown(on, { desk: desk.id, level: levelOf(desk) })
      return isInstructed(call.actor, on, bodies, instruction) ? alsoUrged(on, event, { of: desk.id, by: file.desk, ground: 'instruction' }) : event
    },
    { kind: 'instruction', audience: 'staff', words: instruction },
  )
})
