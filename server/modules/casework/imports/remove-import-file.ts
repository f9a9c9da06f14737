import type { Rooms } from '#server/kernel/rooms.ts'
import { forgetFile, partsOf } from './import.sql.ts'
import { partKey } from './read-stored-file.ts'

/** A file holds what many people said: it leaves the store first, then its rows. What breaks in between is done by the next hour. */
export async function removeImportFile({ db, store, change, clock }: Rooms, { county, id }: { county: number; id: string }): Promise<void> {
  for (const { part } of await partsOf(db, county, id)) await store.remove(partKey(county, id, part))
  await change(county, (tx) => forgetFile(tx, county, id, clock()))
}
