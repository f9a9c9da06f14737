import type { FeatureCollection, Point } from 'geojson'
import type { Operations } from '#contract/index.ts'
import type { Language } from '#contract/wire.ts'

export type Boundaries = Operations['readBoundaries']['reply']
type Ring = [number, number][]
type Bounds = [number, number, number, number]

/** One point per region to write its name at: the middle of its largest part, so that no name appears twice. */
export function namePoints(boundaries: Boundaries, language: Language): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: boundaries.features.flatMap(({ geometry, properties: { level, name } }) => {
      const [largest] = outerRings(geometry).toSorted((a, b) => Math.abs(area(b)) - Math.abs(area(a)))
      if (!largest) return []
      const label = language === 'en' ? (name.en ?? name.zh) : name.zh
      return [{ type: 'Feature', properties: { level, label }, geometry: { type: 'Point', coordinates: middle(largest) } } as const]
    }),
  }
}

/** West, south, east, north of one region, or of everything; null where there is nothing. */
export function boundsOf(boundaries: Boundaries, region: number | null = null): Bounds | null {
  let bounds: Bounds | null = null
  for (const { id, geometry } of boundaries.features) {
    if (region !== null && id !== region) continue
    for (const [lon, lat] of outerRings(geometry).flat()) {
      const [west, south, east, north]: Bounds = bounds ?? [lon, lat, lon, lat]
      bounds = [Math.min(west, lon), Math.min(south, lat), Math.max(east, lon), Math.max(north, lat)]
    }
  }
  return bounds
}

function outerRings({ type, coordinates }: Boundaries['features'][number]['geometry']): Ring[] {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Ring[][]
  return polygons.flatMap(([outer]) => (outer ? [outer] : []))
}

/** Twice the signed area, by the shoelace formula. */
function area(ring: Ring): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    return sum + x * nextY - nextX * y
  }, 0)
}

/** The centroid of the area; the mean of the corners where there is no area. */
function middle(ring: Ring): [number, number] {
  const twice = area(ring)
  if (twice === 0) return [mean(ring.map(([x]) => x)), mean(ring.map(([, y]) => y))]
  let lon = 0
  let lat = 0
  for (const [at, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(at + 1) % ring.length]!
    const part = x * nextY - nextX * y
    lon += (x + nextX) * part
    lat += (y + nextY) * part
  }
  return [lon / (3 * twice), lat / (3 * twice)]
}

const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
