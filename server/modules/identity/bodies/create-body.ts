import { createBody } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, Refused, refuseIf } from '#server/kernel/refusal.ts'
import { byOf } from '../authority.ts'
import { forgetBodies } from '../known-bodies.ts'
import { regionPlace } from '../region-place.sql.ts'
import { bodyOf, insertBody, sentForBody } from './body.sql.ts'
import { whyNotChange } from './body.ts'

export default operation(createBody, staff('body.change'), async (call) => {
  const { params: { county }, body, actor, db, change, memory, now, sent } = call
  const id = call.key()
  const region = orRefuse(await regionPlace(db, body.region), 'region.not_found')
  refuseIf(region.county === county ? undefined : 'region.other_county')
  const held = orRefuse(can(actor, 'body.change', { ...region, county }))

  await change(county, async (tx) => {
    if (body.parent) {
      const parent = orRefuse(await bodyOf(tx, county, body.parent, 'use'))
      refuseIf(whyNotChange({ closedAt: parent.closed_at }))
    }
    const row = { county, id, region: region.id, kind: body.kind, parent: body.parent ?? null, name: body.name, isDesk: body.isDesk, telephone: body.telephone, sent, now }
    if (await insertBody(tx, row)) {
      await tell(tx, { county, subject: id, kind: 'body.created', version: 1, by: byOf(actor, held), at: now })
      return await forgetBodies(tx, memory, county)
    }
    const before = await sentForBody(tx, county, id)
    if (!before) throw new Refused('body.desk_taken')
    refuseOtherUse(before, call)
  })
  return { id }
})
