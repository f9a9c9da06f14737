import { dropCodesDraft } from '#contract/codes.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { dropDraft, reachBook } from '../books/edit-draft.ts'

export default operation(dropCodesDraft, staff('routing.draft'), async (call) => {
  reachBook(call.actor, 'routing.draft', call.params.county)
  return await dropDraft(call, 'codes')
})
