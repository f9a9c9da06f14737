import { changeCalendar } from '#contract/regions.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { publishYear } from './calendar.sql.ts'
import { wrongDays } from './calendar.ts'
import { forgetCalendar } from './recall-calendar.ts'
import { subjectOf } from './region.ts'

export default operation(changeCalendar, staff('calendar.change'), async ({ params, body, actor, now, change, memory, config }) => {
  const { county, year } = params
  const held = orRefuse(can(actor, 'calendar.change', { county }))
  const wrong = wrongDays(year, body.days)
  refuseIf(wrong.length > 0 ? 'bad_input' : undefined, { fields: wrong.map((i) => ({ path: `/days/${i}/day`, message: 'year' })) })
  await change(county, async (tx) => {
    await publishYear(tx, county, year, body.days)
    await tell(tx, { county, subject: subjectOf(county), kind: 'calendar.changed', by: { ...held, person: actor.person }, at: now, detail: { year, zone: config.zone } })
    await forgetCalendar(tx, memory, county)
  })
  return {}
})
