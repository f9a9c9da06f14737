import { readCommunity } from '#contract/identity.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { inBoth, regionPlace, regionsOver, type RegionPlace } from '../region-place.sql.ts'
import { communityOf } from './community.sql.ts'

/** The code hangs on a wall for everybody: what it says is public. */
export default operation(readCommunity, anyone, async ({ params, db }) => {
  const found = orRefuse(await communityOf(db, params.code), 'community.not_found')
  const village = orRefuse(await regionPlace(db, found.village), 'community.not_found')
  const above = await regionsOver(db, found.village)
  return { county: found.county, village: named(village), above: above.map(named) }
})

const named = (region: RegionPlace) => ({ id: region.id, level: region.level, name: inBoth(region.name_zh, region.name_en) })
