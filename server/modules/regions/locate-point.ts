import { locate } from '#contract/regions.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { regionOfPoint } from './recall-boundaries.ts'
import { chainOf, namesOf } from './recall-regions.ts'
import { levels } from './region.ts'

export default operation(locate, anyone, async ({ params, query, ...rooms }) => {
  const known = await namesOf(rooms, [params.county])
  if (known.get(params.county)?.level !== levels.county) orRefuse(undefined)
  const region = orRefuse(await regionOfPoint(rooms, params.county, query), 'place.outside')
  return { place: (await chainOf(rooms, region)).filter(({ level }) => level >= levels.county) }
})
