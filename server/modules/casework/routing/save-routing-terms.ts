import { saveRoutingTerms } from '#contract/routing.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { changeDraft, reachBook } from '../books/edit-draft.ts'
import { noCatalogue, type Catalogue } from './route.ts'

export default operation(saveRoutingTerms, staff('routing.draft'), async (call) => {
  const { owners, guides, backstop } = call.body
  reachBook(call.actor, 'routing.draft', call.params.county)
  return await changeDraft<Catalogue>(call, 'routing', noCatalogue, (draft) => ({ ...draft, owners, guides, backstop }))
})
