import type { NewFact } from '#server/kernel/facts.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { usePhotos } from '#server/modules/files/index.ts'
import { keepBodyOpen } from '#server/modules/identity/index.ts'
import type { CaseFile } from './case.ts'
import { saveCase, type Loaded } from './case.sql.ts'
import { insertingEntry } from './entry.sql.ts'
import { evolve, type CaseEvent } from './event.ts'
import { withLapsed } from '../requests/decision.ts'

/** Words that go with the act. Those for the resident are scanned for the resident's own data first. */
export interface Said {
  kind: string
  audience: 'resident' | 'staff'
  words?: string | undefined
  photos?: readonly string[]
  /** A key and a hash, where a retried send must not say it twice. */
  key?: string
  sent?: Buffer
}

/**
 * Writes an event on a locked case with its words and photos: the way of what staff, residents and time itself do.
 * @returns the case as it is then
 */
export async function record(
  { now }: { now: Date },
  tx: Queryable,
  { row, file }: Loaded,
  decided: CaseEvent,
  by: NewFact['by'],
  said?: Said & { key: string },
): Promise<Loaded> {
  const { county, id } = file
  const event = withLapsed({ file, now }, decided)
  const after = evolve(file, event)
  const fact: NewFact = { county, subject: id, kind: event.kind, version: after.version, by, at: now, detail: { ...event.detail } }
  const entry = said && insertingEntry({
    county, id: said.key, case: id, task: event.detail.task, kind: said.kind, audience: said.audience, words: said.words ?? null,
    photos: said.photos ?? [], person: by.person!, sent: said.sent ?? null, at: now,
  })
  if (said?.photos?.length) await usePhotos(tx, { county, ids: said.photos, person: by.person!, usedFor: id })
  await keepOpen(tx, file, after)
  await saveCase(tx, { row, file }, after, fact, now, entry ? [entry] : [])
  return { row: { ...row, version: after.version }, file: after }
}

/** A body that is given work can't be closed in the same moment. */
async function keepOpen(tx: Queryable, before: CaseFile, after: CaseFile): Promise<void> {
  const known = new Set(before.tasks.map((task) => task.id))
  const given = [...(after.desk === before.desk ? [] : [after.desk]), ...after.tasks.filter((task) => !known.has(task.id)).map((task) => task.body)]
  for (const body of given.toSorted()) refuseIf((await keepBodyOpen(tx, after.county, body)) ? undefined : 'case.body_unknown')
}
