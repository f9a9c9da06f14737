import { publishPolicies } from '#contract/policies.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { draftRow } from '../books/book.sql.ts'
import { publishDraft } from '../books/publish-draft.ts'
import { faultsOf } from './fault.ts'
import type { RuleBook } from './layer.ts'
import { knownFor } from './recall-faults.ts'
import { noRules } from './recall-policies.ts'

/** The draft that is published is the one that was read here: another version of it is refused. */
export default operation(publishPolicies, staff('policy.publish'), async (call) => {
  const { county } = call.params
  const { content } = await draftRow<RuleBook>(call.db, county, 'policy')
  const known = await knownFor(call, county, content ?? noRules)
  return await publishDraft<RuleBook>(call, { kind: 'policy', action: 'policy.publish', fact: 'policy.published', faultsOf: (book) => faultsOf(book, known) })
})
