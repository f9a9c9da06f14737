import { listTracks } from '#contract/tracks.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { branchesOf } from '#server/kernel/reach.sql.ts'
import { knownBodies, namedBody } from '#server/modules/identity/index.ts'
import { namesOf } from '#server/modules/regions/index.ts'
import { categoryName, knownCategories } from '../catalogue/recall-catalogue.ts'
import { knownTracks } from './recall-tracks.ts'
import { categoriesOfTrack, openOf } from './track.ts'
import { openWithin, trackVersion } from './tracks.sql.ts'

export default operation(listTracks, staff('organisation.read'), async (call) => {
  const { actor, db, params: { county } } = call
  const [{ tracks, desks }, categories, bodies, open, version] = await Promise.all([
    knownTracks(call, county), knownCategories(call, county), knownBodies(call, county), openWithin(db, county, branchesOf(actor, 'case.read', county)), trackVersion(db, county),
  ])
  const regions = await namesOf(call, desks.map(({ region }) => region))
  const own = new Set(actor.holds.filter((held) => held.scope.county === county).map((held) => held.body))
  return {
    version,
    items: tracks.map(({ key, name }) => {
      const ofTrack = categoriesOfTrack(categories, key)
      const mine = desks.filter((desk) => desk.track === key && own.has(desk.body)).map(({ region }) => region)
      return {
        key, name,
        desks: desks.flatMap(({ track, region, body }) => {
          const [place, known] = [regions.get(region), bodies.get(body)]
          return track === key && place && known ? [{ region: place, body: namedBody(known) }] : []
        }),
        categories: ofTrack.flatMap((one) => (categories.get(one)!.ended_at === null ? [{ key: one, name: categoryName(categories.get(one))! }] : [])),
        ...openOf(open, ofTrack, county),
        mine: mine.length > 0 ? openOf(open, ofTrack, county, mine) : null,
      }
    }),
  }
})
