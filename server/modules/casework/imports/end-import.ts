import { tell } from '#server/kernel/facts.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { notify } from '#server/modules/notices/index.ts'
import { analyzeCases } from './imported.sql.ts'
import { endAt, type ImportRecord } from './import.sql.ts'
import { removeImportFile } from './remove-import-file.ts'

/** All rows are read: a check shows what it found, a run is over and whoever asked for it is told once. */
export async function endImport(rooms: Rooms, job: ImportRecord): Promise<ImportRecord> {
  const { db, change } = rooms
  const now = rooms.clock()
  const { county, id, person, post, body } = job
  const ended = await change(county, async (tx) => {
    const row = await endAt(tx, job, now)
    if (row?.state !== 'done') return row
    const values = { in: String(row.in_rows), before: String(row.before_rows), bad: String(row.bad_rows) }
    await tell(tx, { county, subject: id, kind: 'import.ended', by: { ...(person && { person }), ...(post && { post }), ...(body && { body }) }, at: now, detail: { values } })
    if (person) await notify(tx, [{ county, person, app: 'office', kind: 'staff.import_ended', subjectKind: 'import', subject: id, at: now, detail: { number: null, values } }])
    return row
  })
  if (ended?.state === 'done') {
    await removeImportFile(rooms, job)
    await analyzeCases(db)
  }
  return ended ?? job
}
