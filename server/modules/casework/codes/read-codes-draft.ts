import { readCodesDraft } from '#contract/codes.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { reachBook, readDraft } from '../books/edit-draft.ts'
import { catalogueInForce } from '../routing/recall-routing.ts'
import { differencesOf, faultsOf, noCodes } from './list.ts'
import { countyCode, knownFor } from './recall-codes.ts'
import { shown } from './show-codes.ts'

export default operation(readCodesDraft, staff('routing.draft'), async (call) => {
  const { county } = call.params
  reachBook(call.actor, 'routing.draft', county)
  const { published, content, said } = await readDraft(call, 'codes', noCodes)
  const [known, code, { content: { owners } }] = await Promise.all([knownFor(call, county, call.now), countyCode(call, county), catalogueInForce(call, county, call.now)])
  const { added, removed, changed, segmentsChanged } = differencesOf(published, content)
  return {
    ...said, county: code, ...shown(content), changes: added + removed + changed + Number(segmentsChanged),
    owners: owners.map(({ key, name }) => ({ key, name })), faults: faultsOf(content, known),
  }
})
