import type { Polygon } from '#contract/regions.ts'
import type { Point } from '#contract/wire.ts'
import { contains, outlineOf, type Outline } from './boundary.ts'
import { isOpenOn, type Region } from './region.ts'

/** The boundaries of one county, the deepest first. */
export interface Atlas {
  sheets: readonly { region: Region; outline: Outline }[]
  /** West, south, east, north of each sheet, all in one row: looked through for every point. */
  boxes: Float64Array
}

/** @param bounded the regions of a county that have a boundary, in the order in which the first of two counts */
export function atlasOf(bounded: readonly { region: Region; boundary: Polygon }[]): Atlas {
  const deepestFirst = bounded.toSorted((a, b) => b.region.level - a.region.level)
  const sheets = deepestFirst.map(({ region, boundary }) => ({ region, outline: outlineOf(boundary) }))
  return { sheets, boxes: Float64Array.from(sheets.flatMap(({ outline }) => outline.box)) }
}

/** The deepest region that holds a point on a day (YYYY-MM-DD); undefined where none of the county's boundaries does. */
export function regionAt({ sheets, boxes }: Atlas, point: Point, day: string): Region | undefined {
  const { lon, lat } = point
  for (let i = 0; i < sheets.length; i++) {
    const at = i * 4
    if (boxes[at]! > lon || boxes[at + 1]! > lat || boxes[at + 2]! < lon || boxes[at + 3]! < lat) continue
    const { region, outline } = sheets[i]!
    if (contains(outline, point) && isOpenOn(region, day)) return region
  }
  return undefined
}
