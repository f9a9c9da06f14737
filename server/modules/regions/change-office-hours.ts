import { changeOfficeHours } from '#contract/regions.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { keepOfficeHours, refuseWrongHours } from './keep-office-hours.ts'

export default operation(changeOfficeHours, staff('calendar.change'), async (call) => {
  const { county } = call.params
  const held = orRefuse(can(call.actor, 'calendar.change', { county }))
  refuseWrongHours(call.body.week)
  await call.change(county, (tx) => keepOfficeHours(call, tx, { county, body: null, week: call.body.week, by: { ...held, person: call.actor.person } }))
  return {}
})
