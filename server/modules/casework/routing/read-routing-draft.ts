import { readRoutingDraft } from '#contract/routing.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { reachBook, readDraft } from '../books/edit-draft.ts'
import { faultsOf } from './fault.ts'
import { knownFor, routingNames } from './recall-routing.ts'
import { noCatalogue } from './route.ts'
import { changesShown, shown } from './show-routing.ts'

export default operation(readRoutingDraft, staff('routing.draft'), async (call) => {
  const { county } = call.params
  reachBook(call.actor, 'routing.draft', county)
  const { published, content, said } = await readDraft(call, 'routing', noCatalogue)
  const [names, known] = await Promise.all([routingNames(call, county, [content, published]), knownFor(call, county, content)])
  return {
    ...said, ...shown(content, names), ...changesShown(published, content, names),
    faults: faultsOf(content, known).map(({ body, ...one }) => ({ ...one, body: body ? names.body(body).name : null })),
  }
})
