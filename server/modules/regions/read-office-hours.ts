import { readOfficeHours } from '#contract/regions.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { hoursOf } from './calendar.sql.ts'
import { usualHours } from './calendar.ts'
import { recallRegion } from './recall-regions.ts'
import { levels } from './region.ts'

export default operation(readOfficeHours, anyone, async ({ db, memory, params: { county } }) => {
  const region = await recallRegion({ db, memory }, county)
  orRefuse(region?.level === levels.county ? region : undefined)
  const hours = await hoursOf(db, county)
  const { week, isOwn } = usualHours(hours)
  return { usual: week, isOwn, bodies: hours.flatMap((one) => (one.body ? [{ body: one.body, week: one.week }] : [])) }
})
