import { Raw } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { photoKeys } from './photo-keys.ts'
import { photoOf } from './photo.sql.ts'

const headers = {
  // A photo never changes under its id. Private: no proxy keeps it; an hour: no browser keeps it for long.
  'cache-control': 'private, max-age=3600, immutable',
  'content-disposition': 'inline',
  'x-content-type-options': 'nosniff',
}

/**
 * The picture itself. Whoever calls has made sure that it may be seen.
 * @throws Refused not_found
 */
export async function servePhoto({ db, store, log }: Pick<Rooms, 'db' | 'store' | 'log'>, county: number, id: string, size: 'thumb' | 'full' = 'full'): Promise<Raw> {
  const photo = orRefuse(await photoOf(db, county, id))
  orRefuse(photo.kept_at)
  const picture = await store.get(photoKeys(photo.county, photo.id)[size])
  if (!picture) log.error({ photo: photo.id, county }, 'a photo is not in the store')
  return new Raw('image/jpeg', orRefuse(picture), headers)
}
