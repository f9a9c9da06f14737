import { readPolicyDraft } from '#contract/policies.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { reachBook, readDraft } from '../books/edit-draft.ts'
import { differencesOf } from './difference.ts'
import { faultsOf } from './fault.ts'
import { layerNames } from './name-layers.ts'
import { knownFor } from './recall-faults.ts'
import { noRules } from './recall-policies.ts'

export default operation(readPolicyDraft, staff('policy.draft'), async (call) => {
  const { county } = call.params
  reachBook(call.actor, 'policy.draft', county)
  const { published, content, said } = await readDraft(call, 'policy', noRules)
  const [named, known] = await Promise.all([
    layerNames(call, county, [...content.layers, ...published.layers]), knownFor(call, county, content),
  ])
  return {
    ...said,
    layers: content.layers.map(({ set, locked, ...place }) => ({ ...named(place), set, locked: [...locked] })),
    changes: differencesOf(published, content).map((one) => ({ ...one, ...named(one) })),
    faults: faultsOf(content, known).map((one) => ({ ...one, ...named(one) })),
  }
})
