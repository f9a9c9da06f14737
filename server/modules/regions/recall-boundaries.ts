import type { Place, Point } from '#contract/wire.ts'
import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { atlasOf, regionAt, type Atlas } from './atlas.ts'
import { today } from './read-today.ts'
import { boundedRegions } from './region.sql.ts'
import type { Region } from './region.ts'

const topic = 'boundaries'

type Reading = Pick<Rooms, 'db' | 'memory' | 'clock' | 'config'>

/**
 * The place of a point: the deepest region of the county that holds it. Undefined where no boundary does, so also
 * where the county has none. From memory some microseconds; ask before a change begins, never inside.
 */
export async function locatePoint(reading: Reading, county: number, point: Point): Promise<Place | undefined> {
  return (await regionOfPoint(reading, county, point))?.place
}

export async function regionOfPoint(reading: Reading, county: number, point: Point): Promise<Region | undefined> {
  return regionAt(await recallAtlas(reading, county), point, today(reading))
}

/** The middle of a county's own boundary; null where it has none. */
export async function centreOf(reading: Reading, county: number): Promise<Point | null> {
  const { sheets } = await recallAtlas(reading, county)
  const box = sheets.find(({ region }) => region.id === county)?.outline.box
  return box ? { lon: (box[0] + box[2]) / 2, lat: (box[1] + box[3]) / 2 } : null
}

function recallAtlas(reading: Reading, county: number): Promise<Atlas> {
  const { db, memory } = reading
  return memory.recall(topic, String(county), async () => atlasOf(await boundedRegions(db, county, today(reading))))
}

/** Boundaries of a county were changed, or a region with one ended. */
export const forgetBoundaries = (tx: Queryable, memory: Memory, county: number): Promise<void> => memory.forget(tx, topic, String(county))
