import { readSignalOfCase } from '#contract/signals.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { caseStands, refuseUnreadCase } from '#server/modules/casework/index.ts'
import { signalShown } from './show-signal.ts'
import { signalBehind } from './signal.sql.ts'

export default operation(readSignalOfCase, staff('case.read'), async ({ params: { county, id }, actor, db }) => {
  await refuseUnreadCase(db, actor, county, id)
  const row = await signalBehind(db, county, id)
  return { signal: row ? signalShown(row, await caseStands(db, county, [id])) : null }
})
