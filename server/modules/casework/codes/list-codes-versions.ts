import { listCodesVersions } from '#contract/codes.ts'
import type { CodeList } from '#contract/site-codes.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { versionsSaid } from '../books/edit-draft.ts'
import { recallBooks } from '../books/recall-books.ts'
import { differencesOf, noCodes } from './list.ts'

export default operation(listCodesVersions, staff('organisation.read'), async (call) => {
  const versions = await recallBooks<CodeList>(call, call.params.county, 'codes')
  const said = await versionsSaid(call, versions)
  return { items: versions.map(({ content }, i) => ({ ...said[i]!, types: content.types.length, ...differencesOf(versions[i + 1]?.content ?? noCodes, content) })) }
})
