import type { Polygon } from '#contract/regions.ts'
import type { Point } from '#contract/wire.ts'
import { contains, outlineOf, type Outline } from './boundary.ts'
import { isOpenOn, type Region } from './region.ts'

/** The boundaries of one county, the deepest first. */
export type Atlas = readonly Sheet[]
interface Sheet {
  region: Region
  outline: Outline
}

/** @param bounded the regions of a county that have a boundary, in the order in which the first of two counts */
export function atlasOf(bounded: readonly { region: Region; boundary: Polygon }[]): Atlas {
  return bounded.map(({ region, boundary }) => ({ region, outline: outlineOf(boundary) })).toSorted((a, b) => b.region.level - a.region.level)
}

/** The deepest region that holds a point on a day (YYYY-MM-DD); undefined where none of the county's boundaries does. */
export function regionAt(atlas: Atlas, point: Point, day: string): Region | undefined {
  return atlas.find(({ region, outline }) => contains(outline, point) && isOpenOn(region, day))?.region
}
