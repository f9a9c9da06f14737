import type { Queryable } from '#server/kernel/database.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { areAllOf, markUsed, sizesOf } from './photo.sql.ts'

/**
 * Binds a person's own photos to what they are sent with, inside its change. Two sends at once can't both have one:
 * the second waits, then is refused. Binding again to the same thing changes nothing.
 * @param use.usedFor the row that they belong to from now on
 * @throws Refused photo.not_yours (another's, unknown, or removed meanwhile), photo.used (for something else)
 */
export async function usePhotos(
  tx: Queryable,
  use: { county: number; ids: readonly string[]; person: string; usedFor: string },
): Promise<void> {
  const ids = [...new Set(use.ids.map((id) => id.toLowerCase()))]
  if (ids.length === 0 || (await markUsed(tx, { ...use, ids })) === ids.length) return
  throw new Refused((await areAllOf(tx, use.county, ids, use.person)) ? 'photo.used' : 'photo.not_yours')
}

/** The sizes of photos, in the order asked; those that are gone are left out. */
export async function photosOf(db: Queryable, county: number, ids: readonly string[]): Promise<{ id: string; width: number; height: number }[]> {
  if (ids.length === 0) return []
  const sizes = new Map((await sizesOf(db, county, ids)).map((photo) => [photo.id, photo]))
  return ids.flatMap((id) => sizes.get(id.toLowerCase()) ?? [])
}
