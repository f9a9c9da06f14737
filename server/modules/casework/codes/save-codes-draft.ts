import { saveCodesDraft } from '#contract/codes.ts'
import type { CodeList } from '#contract/site-codes.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { changeDraft, reachBook } from '../books/edit-draft.ts'
import { noCodes, sorted } from './list.ts'

/** What is wrong with it is told when it is read, and keeps it from being published, not from being saved. */
export default operation(saveCodesDraft, staff('routing.draft'), async (call) => {
  const { segments, types } = call.body
  reachBook(call.actor, 'routing.draft', call.params.county)
  return await changeDraft<CodeList>(call, 'codes', noCodes, () => ({ segments, types: sorted(types) }))
})
