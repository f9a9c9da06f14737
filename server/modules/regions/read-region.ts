import { readRegion } from '#contract/regions.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { today } from './read-today.ts'
import { chainOf } from './recall-regions.ts'
import { listedRegion } from './region.sql.ts'
import { rowOf } from './show-region.ts'

export default operation(readRegion, anyone, async ({ db, memory, params, ...rooms }) => {
  const region = orRefuse(await listedRegion(db, params.region, today(rooms)), 'region.not_found')
  const chain = await chainOf({ db, memory }, region)
  return { region: rowOf(region), above: chain.slice(0, -1) }
})
