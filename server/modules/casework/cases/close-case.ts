import { closeCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk } from './act-on-case.ts'
import { closed } from './decision.ts'
import { asked } from '../requests/decision.ts'
import { leaderFor, passedUnder } from '../requests/leader.ts'
import { whyNotUnchecked } from '../site-checks/check.ts'
import { deskAbove } from './ladder.ts'

/** case.ts, whyNotClose, decides when it can't be. What is planned for later is for the desk above to approve. */
export default operation(closeCase, staff('case.close'), (call) => {
  const { outcome, words, plannedUntil } = call.body
  return actAtDesk(
    call,
    'close',
    'case.close',
    ({ on, file, bodies }) => {
      refuseIf(whyNotUnchecked(file, on.rules.siteCheck, outcome))
      if (outcome === 'planned') {
        const until = orRefuse(plannedUntil, 'case.plan_needs_date')
        const above = deskAbove(bodies, file.desk)
        return above ? asked(on, { kind: 'plan', of: above.id, by: file.desk, wants: { outcome, until } }) : closed(on, outcome, until)
      }
      const leader = leaderFor(call.actor, on, bodies, on.rules.gates.close)
      return leader ? asked(on, { kind: 'close', of: leader, by: file.desk, wants: { outcome } }) : passedUnder(call.actor, on, bodies, on.rules.gates.close, closed(on, outcome))
    },
    { kind: 'closing', audience: 'staff', words },
  )
})
