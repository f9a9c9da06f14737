import type { Queryable } from '#server/kernel/database.ts'
import { can, type Actor, type Held } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { lockTree, regionsById } from './region.sql.ts'
import type { Region } from './region.ts'

/**
 * A region that the actor may change, with the holding by which they may. Takes the tree's lock, so what is read next
 * stays true until the change commits.
 */
export async function reachRegion(tx: Queryable, actor: Actor, id: number): Promise<{ region: Region; held: Held; county: number }> {
  await lockTree(tx)
  const region = orRefuse((await regionsById(tx, [id]))[0], 'region.not_found')
  // What lies above the counties is nobody's to change here: it comes from the state's files.
  const place = orRefuse(region.place)
  return { region, held: orRefuse(can(actor, 'region.change', place)), county: place.county }
}
