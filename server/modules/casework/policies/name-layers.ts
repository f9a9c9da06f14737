import type { InBoth } from '#contract/wire.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { namesOf } from '#server/modules/regions/index.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'

interface Place {
  town: number | null
  category: string | null
}

export interface PlaceNamed extends Place {
  townName: InBoth | null
  categoryName: InBoth | null
}

/** Names where layers hold, as the API does; null is everywhere, or every category. */
export async function layerNames(rooms: Pick<Rooms, 'db' | 'memory'>, county: number, places: readonly Place[]): Promise<(place: Place) => PlaceNamed> {
  const [regions, categories] = await Promise.all([
    namesOf(rooms, [...new Set(places.flatMap(({ town }) => town ?? []))]), knownCategories(rooms, county),
  ])
  return ({ town, category }) => ({
    town, category, townName: regions.get(town ?? 0)?.name ?? null, categoryName: categoryName(categories.get(category ?? '')),
  })
}
