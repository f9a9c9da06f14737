import { decideGate } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { openBodies } from '../cases/act-on-case.ts'
import { ruled, type Decision } from './decision.ts'
import { gateKinds, whyNotRule } from './request.ts'
import { ruleOnCase } from './rule-on-case.ts'
import { stillBinds } from '../tasks/refuse-unbound.ts'
import { whyNotDispatchTo } from '../tasks/task.ts'

const rulings = { approve: 'granted', change: 'changed', send_back: 'refused' } as const

/** One touch. Another lead may be named for a dispatch; what is sent back goes to the desk that proposed it. */
export default operation(decideGate, staff('gate.decide'), (call) => {
  const { decision, words, lead, assists = [], workingDays } = call.body
  return ruleOnCase(
    call,
    gateKinds,
    whyNotRule,
    async ({ on, file, row, bodies, request, tx }) => {
      const change: Decision['change'] = decision === 'change' && lead ? { lead, assists, ...(workingDays && { workingDays }) } : undefined
      refuseIf(decision === 'change' && (!change || request.kind !== 'dispatch') ? 'request.no_change' : undefined)
      const to = change ?? request.wants
      if (decision !== 'send_back' && request.kind === 'dispatch') refuseIf(whyNotDispatchTo(file, [to.lead!, ...(to.assists ?? [])], openBodies(bodies)))
      const { lead: proposed, handler } = request.wants
      const officerLeft = decision === 'approve' && handler !== undefined && !(await stillBinds(tx, row, { lead: proposed!, handler }, call.now))
      return ruled(on, request, { ruling: rulings[decision], change, officerLeft })
    },
    { kind: 'decision', audience: 'staff', words },
  )
})
