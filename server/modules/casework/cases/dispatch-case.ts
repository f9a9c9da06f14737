import { dispatchCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { actAtDesk, openBodies, type Acting } from './act-on-case.ts'
import { dispatched } from './decision.ts'
import { membersOf, whyNotForm } from '../groups/group.ts'
import { alsoUrged, asked } from '../requests/decision.ts'
import { isInstructed, leaderFor } from '../requests/leader.ts'
import { refuseUnbound } from '../tasks/refuse-unbound.ts'
import { whyNotDispatchTo } from '../tasks/task.ts'

/** Where the policy asks for it the dispatch waits for the leader; a leader who dispatches has decided. */
export default operation(dispatchCase, staff('case.dispatch'), async (call) => {
  const { lead, assists, instruction, workingDays, handler, asGroup } = call.body
  const decide = async ({ on, file, row, bodies, tx }: Acting) => {
    refuseIf(whyNotDispatchTo(file, [lead, ...assists], openBodies(bodies)))
    const binds = handler ? await refuseUnbound(tx, row, { lead, handler }, call.now) : undefined
    const officer = handler ? { handler, ...(binds && { binds }) } : {}
    refuseIf(asGroup ? whyNotForm([lead, ...assists, ...membersOf(file)]) : undefined)
    const leader = leaderFor(call.actor, on, bodies, on.rules.gates.dispatch)
    if (leader) return asked(on, { kind: 'dispatch', of: leader, by: file.desk, wants: { lead, assists, ...(workingDays && { workingDays }), ...officer, ...(asGroup && { asGroup }) } })
    const event = dispatched(on, { lead, assists, workingDays, ...officer, asGroup })
    return isInstructed(call.actor, on, bodies, instruction) ? alsoUrged(on, event, { of: lead, by: file.desk, ground: 'instruction' }) : event
  }
  return await actAtDesk(call, 'dispatch', 'case.dispatch', decide, { kind: 'instruction', audience: 'staff', words: instruction })
})
