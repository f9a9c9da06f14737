import { publishRouting } from '#contract/routing.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { draftRow } from '../books/book.sql.ts'
import { publishDraft } from '../books/publish-draft.ts'
import { faultsOf } from './fault.ts'
import { knownFor } from './recall-routing.ts'
import { noCatalogue, type Catalogue } from './route.ts'

/** The draft that is published is the one that was read here: another version of it is refused. */
export default operation(publishRouting, staff('routing.publish'), async (call) => {
  const { county } = call.params
  const { content } = await draftRow<Catalogue>(call.db, county, 'routing')
  const known = await knownFor(call, county, content ?? noCatalogue)
  return await publishDraft<Catalogue>(call, { kind: 'routing', action: 'routing.publish', fact: 'routing.published', faultsOf: (book) => faultsOf(book, known) })
})
