import { mergeCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actedBy, can, covers } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf, Refused } from '#server/kernel/refusal.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { changedMeanwhile, reachedOf } from '../cases/act-on-case.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { lockBoth, mergeInto } from './merge-into.ts'

/** By the desk that has it, into any case that it may read. */
export default operation(mergeCase, staff('case.triage'), async (call) => {
  const { params: { county, id }, body: { into }, actor, now } = call
  const expected = call.version()
  refuseIf(id === into ? 'case.merge_into_itself' : undefined)
  const [bodies, policies, calendar] = await Promise.all([knownBodies(call, county), knownPolicies(call, county), calendarOf(call, county)])
  return await call.change(county, async (tx) => {
    const [child, master] = await lockBoth(tx, county, id, into)
    orRefuse(can(actor, 'case.read', reachedOf(child.row)))
    orRefuse(can(actor, 'case.read', reachedOf(master.row)))
    const held = actor.holds.find((one) => one.action === 'case.triage' && one.body === child.file.desk && covers(one.scope, reachedOf(child.row)))
    if (!held) throw new Refused('case.not_your_desk')
    if (child.file.version !== expected) throw await changedMeanwhile(tx, child, expected, bodies, call.language)
    const after = await mergeInto(tx, child, master, actedBy(actor, held), { now, policies, calendar, bodies })
    return { version: after.file.version }
  })
})
