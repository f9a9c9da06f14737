import { changeBodyHours } from '#contract/regions.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { keepOfficeHours, refuseWrongHours } from '#server/modules/regions/index.ts'
import { byOf } from '../authority.ts'
import { bodyOf } from './body.sql.ts'
import { whyNotChange } from './body.ts'

export default operation(changeBodyHours, staff('body.change'), async (call) => {
  const { params: { county, id }, body: { week }, actor } = call
  refuseWrongHours(week)
  await call.change(county, async (tx) => {
    const row = orRefuse(await bodyOf(tx, county, id, 'change'))
    const held = orRefuse(can(actor, 'body.change', row))
    refuseIf(whyNotChange({ closedAt: row.closed_at }))
    await keepOfficeHours(call, tx, { county, body: id, week, by: byOf(actor, held) })
  })
  return {}
})
