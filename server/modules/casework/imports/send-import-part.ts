import { importPartBytesMax, sendImportPart } from '#contract/imports.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { keepPart } from './import.sql.ts'
import { reachImport } from './reach-import.ts'
import { partKey } from './read-stored-file.ts'

export default operation(sendImportPart, staff('case.import'), async (call) => {
  const { county, id, part } = call.params
  const { state, file_bytes } = await reachImport(call.db, call.actor, { county, id })
  refuseIf(state === 'sending' ? undefined : 'import.not_sending')
  const { bytes, isCut } = orRefuse(await call.file('part'), 'import.part_wrong')
  const meant = Math.min(importPartBytesMax, file_bytes - part * importPartBytesMax)
  refuseIf(isCut || bytes.length !== meant ? 'import.part_wrong' : undefined)
  await call.store.put(partKey(county, id, part), bytes)
  await call.change(county, async (tx) => {
    const now = await reachImport(tx, call.actor, { county, id }, 'lock')
    refuseIf(now.state === 'sending' ? undefined : 'import.not_sending')
    await keepPart(tx, county, id, part, bytes.length)
  })
  return {}
})
