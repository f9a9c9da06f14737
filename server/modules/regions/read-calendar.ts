import { readCalendar } from '#contract/regions.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { publishedBy } from './calendar.sql.ts'
import { daysOf, publisherOf } from './calendar.ts'
import { recallRegion } from './recall-regions.ts'
import { levels } from './region.ts'

export default operation(readCalendar, anyone, async ({ db, memory, params: { county, year } }) => {
  const region = await recallRegion({ db, memory }, county)
  orRefuse(region?.level === levels.county ? region : undefined)
  const own = await publishedBy(db, county)
  return { year, publishedBy: publisherOf(own, year), days: daysOf(own, year) }
})
