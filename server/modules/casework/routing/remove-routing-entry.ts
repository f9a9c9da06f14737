import { removeRoutingEntry } from '#contract/routing.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { changeDraft, reachBook } from '../books/edit-draft.ts'
import { noCatalogue, type Catalogue } from './route.ts'

export default operation(removeRoutingEntry, staff('routing.draft'), async (call) => {
  const { county, id } = call.params
  reachBook(call.actor, 'routing.draft', county)
  return await changeDraft<Catalogue>(call, 'routing', noCatalogue, (draft) => ({ ...draft, entries: draft.entries.filter((one) => one.id !== id) }))
})
