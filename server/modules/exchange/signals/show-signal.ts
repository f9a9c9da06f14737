import type { Signal } from '#contract/signals.ts'
import type { Stand } from '#server/modules/casework/index.ts'
import type { SignalRow } from './signal.sql.ts'

export const signalShown = (row: SignalRow & { source_name: string }, stands: ReadonlyMap<string, Stand>): Signal => {
  const stand = stands.get(row.case_id ?? '')
  return {
    id: row.id, source: row.source_name, origin: row.origin, type: row.type, subject: row.subject, firstAt: row.first_at.toISOString(), lastAt: row.last_at.toISOString(),
    count: row.count, severity: row.severity, said: row.said, case: stand ? { id: stand.id, number: stand.number } : null,
  }
}
