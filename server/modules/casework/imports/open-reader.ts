import type { Rooms } from '#server/kernel/rooms.ts'
import type { ImportRecord } from './import.sql.ts'
import { partsOf } from './import.sql.ts'
import type { Encoding } from './encoding.ts'
import { layoutOf } from './mapping.ts'
import { openFile } from './open-file.ts'
import type { FileRow } from './record.ts'
import { storedFile } from './read-stored-file.ts'
import { rowsMax, Unreadable } from './unreadable.ts'

/** The place in a file to which a process has read, kept from one stretch of rows to the next. */
export interface Reader {
  /** Rows that were given out. */
  at: number
  encoding: Encoding | null
  /** Ids that a check has seen: it writes none. */
  seen: Set<string>
  next(rowsMax: number): Promise<FileRow[]>
  close(): Promise<void>
}

/** Opens the file of an import where its last stretch ended. A check begins at the beginning. */
export async function openReader({ db, store }: Rooms, job: ImportRecord): Promise<Reader> {
  const parts = (await partsOf(db, job.county, job.id)).length
  const { encoding, rows } = await openFile(() => storedFile(store, job, parts), layoutOf(job.mapping))
  const reader: Reader = {
    at: 0,
    encoding,
    seen: new Set(),
    async next(limit) {
      const taken: FileRow[] = []
      while (taken.length < limit) {
        const { value, done } = await rows.next()
        if (done) break
        taken.push(value)
      }
      reader.at += taken.length
      if (reader.at > rowsMax) throw new Unreadable('too_many_rows')
      return taken
    },
    async close() {
      await rows.return(undefined)
    },
  }
  for (let left = job.taken_rows; left > 0; ) {
    const skipped = await reader.next(Math.min(left, 1_000))
    if (skipped.length === 0) break
    left -= skipped.length
  }
  return reader
}
