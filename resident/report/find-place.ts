import type { Settings } from '#contract/house.ts'
import type { NamedRegion, Point } from '#contract/wire.ts'
import { call, Refused } from '#screen/api.ts'

const village = 5

/**
 * In which of the counties a point lies, and in which village there. The likely county is asked first, then the others
 * from the nearest on.
 * @returns null where it lies in none
 * @throws Refused, Unreachable
 */
export async function findPlace(point: Point, counties: Settings['counties'], likely: number | null) {
  const first = (id: number) => (id === likely ? -1 : 0)
  const nearest = [...counties]
  nearest.sort((a, b) => first(a.id) - first(b.id) || far(point, a.centre) - far(point, b.centre))
  for (const { id } of nearest) {
    const place = await placeIn(id, point)
    if (place) return { county: id, village: place.find(({ level }) => level === village) ?? null }
  }
  return null
}

async function placeIn(county: number, point: Point): Promise<NamedRegion[] | null> {
  try {
    return (await call('locate', { params: { county }, query: point })).place
  } catch (error) {
    if (error instanceof Refused && error.problem.code === 'place.outside') return null
    throw error
  }
}

/** Good enough to put counties in order; no distance in metres. */
const far = (a: Point, b: Point | null) => (b ? Math.hypot((a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180), a.lat - b.lat) : Infinity)

/** Where the phone is. Rejects where the person or the phone does not say. */
export const whereAmI = () =>
  new Promise<Point>((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error('This browser has no geolocation'))
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude }),
      reject,
      { enableHighAccuracy: true, timeout: 12_000, maximumAge: 60_000 },
    )
  })
