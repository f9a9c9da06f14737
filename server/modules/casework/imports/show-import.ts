import type { ImportRow } from '#contract/imports.ts'
import type { ImportRecord } from './import.sql.ts'

/** An import as the API shows it. */
export const importShown = (row: ImportRecord, names: ReadonlyMap<string, string>): ImportRow => ({
  id: row.id, source: row.source, fileName: row.file_name, fileBytes: row.file_bytes, state: row.state,
  read: row.taken_rows, total: row.total_rows, in: row.in_rows, before: row.before_rows, bad: row.bad_rows,
  by: row.person && (names.get(row.person) ?? ''),
  madeAt: row.made_at.toISOString(), endedAt: row.ended_at?.toISOString() ?? null,
})
