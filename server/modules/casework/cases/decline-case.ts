import { declineCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { releaseMerged } from '../merging/release-merged.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { actAtDesk } from './act-on-case.ts'
import { declined } from './decision.ts'

/** A ground against one is none against those merged into it: they go on by themselves. */
export default operation(declineCase, staff('case.triage'), async (call) => {
  const { params: { county, id }, body: { ground, words }, now } = call
  const [policies, calendar] = await Promise.all([knownPolicies(call, county), calendarOf(call, county)])
  return await actAtDesk(call, 'decline', 'case.triage', async ({ on, tx, bodies }) => {
    await releaseMerged(tx, county, id, 'declined', { now, policies, calendar, bodies })
    return declined(on, ground)
  }, { kind: 'declining', audience: 'resident', words })
})
