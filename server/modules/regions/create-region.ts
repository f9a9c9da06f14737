import { createRegion } from '#contract/regions.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { whyNotBoundary } from './boundary.ts'
import { reachRegion } from './reach-region.ts'
import { today } from './read-today.ts'
import { forgetBoundaries } from './recall-boundaries.ts'
import { forgetRegions, recallRegion } from './recall-regions.ts'
import { insertRegion, validitiesOfCode } from './region.sql.ts'
import { subjectOf, whyNotCreate } from './region.ts'

export default operation(createRegion, staff('region.change'), async ({ params, body, actor, now, change, memory, ...rooms }) => {
  if (body.boundary) refuseIf(whyNotBoundary(body.boundary))
  const region = { ...body, boundary: body.boundary, validFrom: body.validFrom ?? today(rooms) }
  // Only to know which county to write in: whether it may be changed is asked inside.
  const where = (await recallRegion({ ...rooms, memory }, params.region))?.place?.county ?? 'no county'
  return await change(where, async (tx) => {
    const { region: parent, held, county } = await reachRegion(tx, actor, params.region)
    refuseIf(whyNotCreate(parent, region, await validitiesOfCode(tx, region.code)))
    const id = await insertRegion(tx, { ...region, parent })
    await tell(tx, { county, subject: subjectOf(id), kind: 'region.created', by: { ...held, person: actor.person }, at: now, detail: { region: id } })
    await forgetRegions(tx, memory)
    if (region.boundary) await forgetBoundaries(tx, memory, county)
    return { id }
  })
})
