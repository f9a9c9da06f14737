import { entriesMax, saveRoutingEntry } from '#contract/routing.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { changeDraft, reachBook } from '../books/edit-draft.ts'
import { noCatalogue, type Catalogue } from './route.ts'

/** A new entry comes first in the list, where whoever made it sees it. */
export default operation(saveRoutingEntry, staff('routing.draft'), async (call) => {
  const { params: { county, id }, body } = call
  reachBook(call.actor, 'routing.draft', county)
  return await changeDraft<Catalogue>(call, 'routing', noCatalogue, (draft) => {
    const entry = { id, ...body }
    const isThere = draft.entries.some((one) => one.id === id)
    refuseIf(!isThere && draft.entries.length >= entriesMax ? 'book.too_many' : undefined)
    return { ...draft, entries: isThere ? draft.entries.map((one) => (one.id === id ? entry : one)) : [entry, ...draft.entries] }
  })
})
