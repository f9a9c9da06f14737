import { dispatchCase } from '#contract/casework.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { actAtDesk, openBodies, type Acting } from './act-on-case.ts'
import { loadCase } from './case.sql.ts'
import { dispatched } from './decision.ts'
import { membersOf, whyNotForm } from '../groups/group.ts'
import type { Mode } from '../modes/mode.ts'
import { recallAdvice } from '../modes/recall-history.ts'
import { alsoUrged, asked } from '../requests/decision.ts'
import { isInstructed, leaderFor, passedUnder } from '../requests/leader.ts'
import { refuseUnbound } from '../tasks/refuse-unbound.ts'
import { whyNotDispatchTo } from '../tasks/task.ts'

/** Where the policy asks for it the dispatch waits for the leader; a leader who dispatches has decided. */
export default operation(dispatchCase, staff('case.dispatch'), async (call) => {
  const { lead, assists, instruction, workingDays, handler, mode } = call.body
  const advised = mode && (await advisedNow(call))
  const decide = async ({ on, file, row, bodies, tx }: Acting) => {
    refuseIf(whyNotDispatchTo(file, [lead, ...assists], openBodies(bodies)))
    const binds = handler ? await refuseUnbound(tx, row, { lead, handler }, call.now) : undefined
    const officer = handler ? { handler, ...(binds && { binds }) } : {}
    refuseIf(mode === 'group' ? whyNotForm([lead, ...assists, ...membersOf(file)]) : undefined)
    const leader = leaderFor(call.actor, on, bodies, on.rules.gates.dispatch)
    if (leader) return asked(on, { kind: 'dispatch', of: leader, by: file.desk, wants: { lead, assists, ...(workingDays && { workingDays }), ...officer, ...(mode && { mode }), ...(advised && { advised }) } })
    const event = passedUnder(call.actor, on, bodies, on.rules.gates.dispatch, dispatched(on, { lead, assists, workingDays, ...officer, mode, advised }))
    return isInstructed(call.actor, on, bodies, instruction) ? alsoUrged(on, event, { of: lead, by: file.desk, ground: 'instruction' }) : event
  }
  return await actAtDesk(call, 'dispatch', 'case.dispatch', decide, { kind: 'instruction', audience: 'staff', words: instruction })
})

/** What is advised as it is dispatched, to be kept beside what was decided. */
async function advisedNow(call: Call<'dispatchCase'>): Promise<Mode | undefined> {
  const { county, id } = call.params
  const { row } = orRefuse(await loadCase(call.db, county, id, 'look'))
  const desk = (await knownBodies(call, county)).get(row.desk)
  return row.category && desk ? (await recallAdvice(call, county, row.category, desk, call.now)).advice?.mode : undefined
}
