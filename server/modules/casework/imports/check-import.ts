import { checkImport } from '#contract/imports.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { beginAnew, partsOf } from './import.sql.ts'
import { reachImport } from './reach-import.ts'

/** Asked again it changes nothing: whoever lost the answer may ask once more. */
export default operation(checkImport, staff('case.import'), async ({ params: { county, id }, actor, change }) => {
  await change(county, async (tx) => {
    const { state, file_bytes } = await reachImport(tx, actor, { county, id }, 'lock')
    if (state === 'checking' || state === 'checked') return
    refuseIf(state === 'sending' ? undefined : 'import.not_sending')
    const sent = (await partsOf(tx, county, id)).reduce((sum, { bytes }) => sum + bytes, 0)
    refuseIf(sent === file_bytes ? undefined : 'import.part_missing')
    await beginAnew(tx, county, id, 'checking')
  })
  return {}
})
