import { savePolicyDraft } from '#contract/policies.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { changeDraft, reachBook } from '../books/edit-draft.ts'
import { noRules } from './recall-policies.ts'

/** What is wrong with it is told when it is read, and keeps it from being published, not from being saved. */
export default operation(savePolicyDraft, staff('policy.draft'), async (call) => {
  reachBook(call.actor, 'policy.draft', call.params.county)
  return await changeDraft(call, 'policy', noRules, () => ({ layers: call.body.layers }))
})
