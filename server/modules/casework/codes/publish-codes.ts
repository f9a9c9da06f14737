import { publishCodes } from '#contract/codes.ts'
import type { CodeList } from '#contract/site-codes.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { publishDraft } from '../books/publish-draft.ts'
import { faultsOf } from './list.ts'
import { knownFor } from './recall-codes.ts'

export default operation(publishCodes, staff('routing.publish'), async (call) => {
  const known = await knownFor(call, call.params.county, call.now)
  return await publishDraft<CodeList>(call, { kind: 'codes', action: 'routing.publish', fact: 'codes.published', faultsOf: (list) => faultsOf(list, known) })
})
