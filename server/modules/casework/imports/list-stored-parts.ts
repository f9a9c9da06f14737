import type { Queryable } from '#server/kernel/database.ts'
import { allParts } from './import.sql.ts'
import { partKey } from './read-stored-file.ts'

/** Everything that imports have in the store: a backup takes it along. */
export async function* storedParts(db: Queryable): AsyncGenerator<string> {
  for (const { county, import_id: id, part } of await allParts(db)) yield partKey(county, id, part)
}
