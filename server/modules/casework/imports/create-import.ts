import { createImport, importPartBytesMax, importPartsMax } from '#contract/imports.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf, Refused } from '#server/kernel/refusal.ts'
import { importOf, insertImport } from './import.sql.ts'
import { whyNotMapping } from './mapping.ts'
import { reachCounty } from './reach-import.ts'

export default operation(createImport, staff('case.import'), async (call) => {
  const { params: { county }, body: { mapping, fileName, fileBytes }, actor, now } = call
  const held = reachCounty(actor, county)
  refuseIf(fileBytes > importPartBytesMax * importPartsMax ? 'import.too_large' : undefined)
  const problem = whyNotMapping(mapping)
  if (problem) throw new Refused('import.bad_mapping', { problem })
  const id = call.key()
  const by = { person: actor.person, post: held.post, body: held.body }
  const isNew = await call.change(county, async (tx) => {
    const made = await insertImport(tx, { county, id, mapping, file_name: fileName, file_bytes: fileBytes, spans_counties: false, ...by, sent: call.sent, made_at: now })
    if (made) await tell(tx, { county, subject: id, kind: 'import.made', by, at: now, detail: { values: { source: mapping.source } } })
    return made
  })
  if (!isNew) {
    const { sent, person } = orRefuse(await importOf(call.db, county, id))
    refuseOtherUse({ sent, ...(person && { person }) }, call)
  }
  return { id, parts: Math.ceil(fileBytes / importPartBytesMax), partBytes: importPartBytesMax }
})
