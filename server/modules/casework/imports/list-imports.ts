import { listImports } from '#contract/imports.ts'
import { markOf, markText, pageOf } from '#server/kernel/keyset.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { staffNames } from '#server/modules/identity/index.ts'
import { importsOf } from './import.sql.ts'
import { reachCounty } from './reach-import.ts'
import { importShown } from './show-import.ts'

export default operation(listImports, staff('case.import'), async (call) => {
  const { county } = call.params
  reachCounty(call.actor, county)
  const { after, limit = 30 } = call.query
  const rows = await importsOf(call.db, county, markOf(after), limit)
  const names = await staffNames(call, rows.flatMap(({ person }) => person ?? []))
  return pageOf(rows, limit, (row) => markText(row.made_at, row.id), (row) => importShown(row, names))
})
