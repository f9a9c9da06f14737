import { acceptCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actAtDesk } from './act-on-case.ts'
import { refuseUnknownCategory } from '../catalogue/recall-catalogue.ts'
import { acceptSupervised } from './accept-supervised.ts'

export default operation(acceptCase, staff('case.triage'), async (call) => {
  const { category, words } = call.body
  await refuseUnknownCategory(call, call.params.county, category)
  return await actAtDesk(call, 'accept', 'case.triage', (acting) => acceptSupervised(acting, category), { kind: 'acceptance', audience: 'resident', words })
})
