import { changeBody } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { byOf } from '../authority.ts'
import { forgetBodies } from '../known-bodies.ts'
import { inBoth } from '../region-place.sql.ts'
import { bodyOf, chainFrom, hasOtherDesk, updateBody } from './body.sql.ts'
import { whyNotChange, whyNotStandBelow } from './body.ts'

export default operation(changeBody, staff('body.change'), async ({ params: { county, id }, body, actor, change, memory, now }) => {
  await change(county, async (tx) => {
    const row = orRefuse(await bodyOf(tx, county, id, 'change'))
    const held = orRefuse(can(actor, 'body.change', row))
    refuseIf(whyNotChange({ closedAt: row.closed_at }))
    if (body.parent) {
      const above = await chainFrom(tx, county, body.parent)
      orRefuse(above[0])
      refuseIf(whyNotStandBelow(id, above))
    }
    const isDesk = body.isDesk ?? row.is_desk
    if (isDesk && !row.is_desk) refuseIf((await hasOtherDesk(tx, county, row.region, id)) ? 'body.desk_taken' : undefined)
    const parent = body.parent === undefined ? row.parent : body.parent
    const telephone = body.telephone === undefined ? row.telephone : body.telephone
    const version = await updateBody(tx, county, id, { name: body.name ?? inBoth(row.name_zh, row.name_en), parent, isDesk, telephone })
    const detail = { changed: Object.keys(body), from: { parent: row.parent, isDesk: row.is_desk }, to: { parent, isDesk } }
    await tell(tx, { county, subject: id, kind: 'body.changed', version, by: byOf(actor, held), at: now, detail })
    await forgetBodies(tx, memory, county)
  })
  return {}
})
