import type { Queryable } from '#server/kernel/database.ts'
import { keptAfter, type PhotoKey } from './photo.sql.ts'
import { photoKeys } from './photo-keys.ts'

const batchMax = 1_000

/** The keys of all pictures that are kept, for whoever copies the store. */
export async function* listKept(db: Queryable): AsyncGenerator<string> {
  let last: PhotoKey | undefined
  for (;;) {
    const photos = await keptAfter(db, last, batchMax)
    for (const { county, id } of photos) yield* Object.values(photoKeys(county, id))
    if (photos.length < batchMax) return
    last = photos.at(-1)
  }
}
