import { listRoutingVersions } from '#contract/routing.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { versionsSaid } from '../books/edit-draft.ts'
import { recallBooks } from '../books/recall-books.ts'
import { routingNames } from './recall-routing.ts'
import { noCatalogue, type Catalogue } from './route.ts'
import { changesShown } from './show-routing.ts'

export default operation(listRoutingVersions, staff('organisation.read'), async (call) => {
  const { county } = call.params
  const versions = await recallBooks<Catalogue>(call, county, 'routing')
  const [said, names] = await Promise.all([versionsSaid(call, versions), routingNames(call, county, versions.map(({ content }) => content))])
  return {
    items: versions.map(({ content }, i) => ({ ...said[i]!, entries: content.entries.length, ...changesShown(versions[i + 1]?.content ?? noCatalogue, content, names) })),
  }
})
