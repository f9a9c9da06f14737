import { dropRoutingDraft } from '#contract/routing.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { dropDraft, reachBook } from '../books/edit-draft.ts'

export default operation(dropRoutingDraft, staff('routing.draft'), async (call) => {
  reachBook(call.actor, 'routing.draft', call.params.county)
  return await dropDraft(call, 'routing')
})
