import { declineCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actAtDesk } from './act-on-case.ts'
import { declined } from './decision.ts'

export default operation(declineCase, staff('case.triage'), async (call) => {
  const { ground, words } = call.body
  return await actAtDesk(call, 'decline', 'case.triage', ({ on }) => declined(on, ground), { kind: 'declining', audience: 'resident', words })
})
