import { dropPolicyDraft } from '#contract/policies.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { dropDraft, reachBook } from '../books/edit-draft.ts'

export default operation(dropPolicyDraft, staff('policy.draft'), async (call) => {
  reachBook(call.actor, 'policy.draft', call.params.county)
  return await dropDraft(call, 'policy')
})
