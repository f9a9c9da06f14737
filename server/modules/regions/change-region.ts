import { changeRegion } from '#contract/regions.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { whyNotBoundary } from './boundary.ts'
import { reachRegion } from './reach-region.ts'
import { forgetBoundaries } from './recall-boundaries.ts'
import { forgetRegions, recallRegion } from './recall-regions.ts'
import { endRegions, othersWithCode, renameRegion, setBoundary, withBelow } from './region.sql.ts'
import { endingWith, subjectOf, whyNotEnd, type Region } from './region.ts'

export default operation(changeRegion, staff('region.change'), async ({ params, body, actor, now, change, db, memory }) => {
  const { name, boundary, validTo } = body
  if (boundary) refuseIf(whyNotBoundary(boundary))
  // Only to know which county to write in: whether it may be changed is asked inside.
  const where = (await recallRegion({ db, memory }, params.region))?.place?.county ?? 'no county'
  await change(where, async (tx) => {
    const { region, held, county } = await reachRegion(tx, actor, params.region)
    if (name) await renameRegion(tx, region.id, name)
    if (boundary !== undefined) await setBoundary(tx, region.id, boundary)
    if (validTo) await end(tx, region, validTo)
    const changed = Object.keys(body)
    if (changed.length === 0) return
    const subject = subjectOf(region.id)
    await tell(tx, { county, subject, kind: 'region.changed', by: { ...held, person: actor.person }, at: now, detail: { region: region.id, changed } })
    await forgetRegions(tx, memory)
    if (boundary !== undefined || validTo) await forgetBoundaries(tx, memory, county)
  })
  return {}
})

async function end(tx: Queryable, region: Region, validTo: string): Promise<void> {
  const ending = endingWith(region, await withBelow(tx, region), validTo)
  const ids = ending.map(({ id }) => id)
  refuseIf(whyNotEnd(ending, validTo, await othersWithCode(tx, ids)))
  await endRegions(tx, ids, validTo)
}
