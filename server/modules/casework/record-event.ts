import type { NewFact } from '#server/kernel/facts.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { usePhotos } from '#server/modules/files/index.ts'
import { saveCase, type Loaded } from './case.sql.ts'
import { insertingEntry } from './entry.sql.ts'
import { evolve, type CaseEvent } from './event.ts'

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
  event: CaseEvent,
  by: NewFact['by'],
  said?: Said & { key: string },
): Promise<Loaded> {
  const { county, id } = file
  const after = evolve(file, event)
  const fact: NewFact = { county, subject: id, kind: event.kind, version: after.version, by, at: now, detail: { ...event.detail } }
  const entry = said && insertingEntry({
    county, id: said.key, case: id, task: event.detail.task, kind: said.kind, audience: said.audience, words: said.words ?? null,
    photos: said.photos ?? [], person: by.person!, sent: said.sent ?? null, at: now,
  })
  if (said?.photos?.length) await usePhotos(tx, { county, ids: said.photos, person: by.person!, usedFor: id })
  await saveCase(tx, { row, file }, after, fact, now, entry ? [entry] : [])
  return { row: { ...row, version: after.version }, file: after }
}
