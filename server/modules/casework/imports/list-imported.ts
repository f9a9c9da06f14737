import { listImported } from '#contract/imports.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { numberOf } from '../cases/number.ts'
import { importedCases } from './imported.sql.ts'
import { reachImport } from './reach-import.ts'

export default operation(listImported, staff('case.import'), async (call) => {
  const { county, id } = call.params
  const { after, limit = 30 } = call.query
  await reachImport(call.db, call.actor, { county, id })
  const rows = await importedCases(call.db, county, id, lineOf(after), limit + 1)
  const shown = rows.slice(0, limit)
  return {
    items: shown.map((row) => ({ line: row.line, sourceId: row.source_id, case: row.case_id, number: numberOf(row), title: row.title })),
    next: rows.length > limit ? String(shown.at(-1)!.line) : null,
  }
})

/** Pages go on behind a line of the file. */
function lineOf(after: string | undefined): number {
  if (after === undefined) return 0
  if (!/^\d{1,9}$/.test(after)) throw new Refused('bad_input', { fields: [{ path: '/after', message: 'format' }] })
  return Number(after)
}
