import { settleOwnership } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import type { Actor } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { openBodies, type Acting } from '../cases/act-on-case.ts'
import { downFrom, levelOf, upFrom } from '../cases/ladder.ts'
import { leaderFor } from '../requests/leader.ts'
import { whyNotRule } from '../requests/request.ts'
import { ruleOnCase } from '../requests/rule-on-case.ts'
import { whyNotDispatchTo } from '../tasks/task.ts'
import { ownershipSettled, takingRefused, type Way } from './decision.ts'

/** The desk agrees with whoever takes it; or the arbiter names the one, the desk itself included. */
export default operation(settleOwnership, staff('case.dispatch'), (call) => {
  const { agreed, lead, words } = call.body
  return ruleOnCase(
    call,
    ['ownership_taking', 'ownership_ruling'],
    whyNotRule,
    (acting) => {
      const { on, request } = acting
      const isTaking = request.kind === 'ownership_taking'
      if (isTaking && !agreed) return takingRefused(on, request)
      refuseIf(agreed && (isTaking || lead) ? undefined : 'request.no_change')
      return ownershipSettled(on, request, wayTo(acting, isTaking ? request.wants.lead! : lead!, call.actor))
    },
    { kind: 'ruling', audience: 'staff', words },
  )
})

/** A desk on the ladder gets the case, any other body its task; the gate of a dispatch holds here too. */
function wayTo({ on, file, row, bodies }: Acting, id: string, actor: Actor): Way | { gate: string; lead: string } {
  const body = orRefuse(bodies.get(id), 'case.body_unknown')
  refuseIf(whyNotDispatchTo(file, [id], openBodies(bodies)))
  const desk = bodies.get(file.desk)!
  if (body.isDesk && upFrom(bodies, desk).some((one) => one.id === id)) return { to: 'up', desk: id, level: levelOf(body) }
  if (body.isDesk && downFrom(bodies, desk, row).some((one) => one.id === id)) return { to: 'down', desk: id, level: levelOf(body) }
  const gate = leaderFor(actor, on, bodies, on.rules.gates.dispatch)
  return gate ? { gate, lead: id } : { to: 'dispatch', lead: id }
}
