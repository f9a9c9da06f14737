import { listPolicyVersions } from '#contract/policies.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { versionsSaid } from '../books/edit-draft.ts'
import { recallBooks } from '../books/recall-books.ts'
import { differencesOf } from './difference.ts'
import type { RuleBook } from './layer.ts'
import { layerNames } from './name-layers.ts'
import { noRules } from './recall-policies.ts'

export default operation(listPolicyVersions, staff('organisation.read'), async (call) => {
  const { county } = call.params
  const versions = await recallBooks<RuleBook>(call, county, 'policy')
  const [said, named] = await Promise.all([
    versionsSaid(call, versions), layerNames(call, county, versions.flatMap(({ content }) => [...content.layers])),
  ])
  return {
    items: versions.map(({ content }, i) => ({
      ...said[i]!,
      changes: differencesOf(versions[i + 1]?.content ?? noRules, content).map((one) => ({ ...one, ...named(one) })),
    })),
  }
})
