import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { locatePoint, placeOfRegion } from '#server/modules/regions/index.ts'

/** Where a case lies, as far as it is known. */
export interface Place {
  town: number | null
  village: number | null
  grid: number | null
}

export const nowhereInCounty: Place = { town: null, village: null, grid: null }

/**
 * By point, else by region, else somewhere in the county: then the county's own desk takes it in.
 * @throws Refused place.outside, place.missing
 */
export async function placeIn(rooms: Rooms, county: number, given: { point?: { lon: number; lat: number } | undefined; region?: number | undefined; address?: string | undefined }): Promise<Place> {
  const { point, region, address } = given
  const found = point && (await locatePoint(rooms, county, point))
  if (found) return levelsOf(found)
  if (region) {
    const placed = orRefuse(await placeOfRegion(rooms, region), 'place.outside')
    if (placed.place.county !== county) throw new Refused('place.outside')
    return levelsOf(placed.place)
  }
  if (point) throw new Refused('place.outside')
  if (!address?.trim()) throw new Refused('place.missing')
  return nowhereInCounty
}

const levelsOf = (place: { town?: number | null; village?: number | null; grid?: number | null }): Place => ({
  town: place.town ?? null, village: place.village ?? null, grid: place.grid ?? null,
})
