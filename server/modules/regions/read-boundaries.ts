import { readBoundaries } from '#contract/regions.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { today } from './read-today.ts'
import { recallRegion } from './recall-regions.ts'
import { boundedRegions } from './region.sql.ts'
import { isOpenOn, levels } from './region.ts'

export default operation(readBoundaries, anyone, async ({ db, memory, params, ...rooms }) => {
  const county = await recallRegion({ db, memory }, params.county)
  orRefuse(county?.level === levels.county ? county : undefined)
  const day = today(rooms)
  const bounded = (await boundedRegions(db, params.county, day)).filter(({ region }) => isOpenOn(region, day))
  return {
    type: 'FeatureCollection' as const,
    features: bounded.map(({ region: { id, level, name, parent }, boundary }) =>
      ({ type: 'Feature' as const, id, properties: { level, name, parent }, geometry: boundary })),
  }
})
