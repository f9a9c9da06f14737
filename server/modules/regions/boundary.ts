import type { Polygon } from '#contract/regions.ts'
import type { Point } from '#contract/wire.ts'
import type { Refusal } from '#server/kernel/refusal.ts'

const cornersMax = 50_000

/** A closed line around an area; the last corner is the first. */
type Ring = readonly (readonly [lon: number, lat: number])[]

/** Refuses what is no GeoJSON polygon of longitudes and latitudes (RFC 7946, 3.1.6). The turn of the rings is free. */
export function whyNotBoundary({ type, coordinates }: Polygon): Refusal | undefined {
  const polygons: unknown[] = type === 'Polygon' ? [coordinates] : coordinates
  const isGood = polygons.length > 0 && polygons.every(isPolygon)
  return isGood && cornersOf(polygons as Ring[][]) <= cornersMax ? undefined : 'region.bad_boundary'
}

function isPolygon(rings: unknown): boolean {
  return Array.isArray(rings) && rings.length > 0 && rings.every(isRing)
}

function isRing(ring: unknown): boolean {
  if (!Array.isArray(ring) || ring.length < 4 || !ring.every(isPosition)) return false
  const [first, last] = [ring[0], ring.at(-1)]
  return first[0] === last[0] && first[1] === last[1] && areaOf(ring as unknown as Ring) > 0
}

function isPosition(position: unknown): boolean {
  if (!Array.isArray(position) || position.length < 2 || !position.every(Number.isFinite)) return false
  return Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90
}

function areaOf(ring: Ring): number {
  // Measured from the first corner: from nought of the globe small areas drown in rounding.
  const [west, south] = ring[0]!
  const twice = ring.slice(1).reduce((sum, [x, y], i) => {
    const [lastX, lastY] = ring[i]!
    return sum + (lastX - west) * (y - south) - (x - west) * (lastY - south)
  }, 0)
  return Math.abs(twice) / 2
}

const cornersOf = (polygons: readonly Ring[][]) => polygons.flat().reduce((sum, ring) => sum + ring.length, 0)

/**
 * A boundary made ready to be asked about points: corners in one row of numbers, boxes to look at first.
 * Box: west, south, east, north.
 */
export interface Outline {
  box: Box
  polygons: readonly { outer: Line; holes: readonly Line[] }[]
}
type Box = readonly [number, number, number, number]
interface Line {
  box: Box
  corners: Float64Array
}

/** @param boundary one that whyNotBoundary lets pass */
export function outlineOf({ type, coordinates }: Polygon): Outline {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Ring[][]
  const made = polygons.map(([outer, ...holes]) => ({ outer: lineOf(outer!), holes: holes.map(lineOf) }))
  return { box: boxAround(made.map(({ outer }) => outer.box)), polygons: made }
}

function lineOf(ring: Ring): Line {
  return {
    box: boxAround(ring.map(([lon, lat]) => [lon, lat, lon, lat])),
    corners: Float64Array.from(ring.flatMap(([lon, lat]) => [lon, lat])),
  }
}

function boxAround(boxes: readonly Box[]): Box {
  return boxes.reduce(([west, south, east, north], box) => [
    Math.min(west, box[0]), Math.min(south, box[1]), Math.max(east, box[2]), Math.max(north, box[3]),
  ])
}

/**
 * Does a point lie inside. Of two neighbours whose common border has the same corners in both, exactly one holds a
 * point on the border; a hole holds none.
 */
export function contains(outline: Outline, { lon, lat }: Point): boolean {
  if (!isInBox(outline.box, lon, lat)) return false
  return outline.polygons.some(({ outer, holes }) => isInside(outer, lon, lat) && !holes.some((hole) => isInside(hole, lon, lat)))
}

function isInBox(box: Box, lon: number, lat: number): boolean {
  return lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3]
}

/** Counts the sides that a ray to the east crosses: odd is inside. */
function isInside({ box, corners }: Line, x: number, y: number): boolean {
  if (!isInBox(box, x, y)) return false
  let inside = false
  for (let i = 2; i < corners.length; i += 2) {
    const y1 = corners[i - 1]!
    const y2 = corners[i + 1]!
    if (y1 > y === y2 > y) continue
    const x1 = corners[i - 2]!
    const x2 = corners[i]!
    // Always reckoned from the lower corner up, so that two neighbours round alike and no point falls between them.
    const isLeft = y1 < y2 ? (x2 - x1) * (y - y1) > (x - x1) * (y2 - y1) : (x1 - x2) * (y - y2) > (x - x2) * (y1 - y2)
    if (isLeft) inside = !inside
  }
  return inside
}
