import { sortCase } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actAtDesk } from './act-on-case.ts'
import { refuseUnknownCategory } from '../catalogue/recall-catalogue.ts'
import { sorted } from './decision.ts'

export default operation(sortCase, staff('case.triage'), async (call) => {
  const { category } = call.body
  await refuseUnknownCategory(call, call.params.county, category)
  return await actAtDesk(call, 'sort', 'case.triage', ({ on }) => sorted(on, category))
})
