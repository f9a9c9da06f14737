import { keepTracks } from '#contract/tracks.ts'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf, Refused } from '#server/kernel/refusal.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { placeOfRegion } from '#server/modules/regions/index.ts'
import { reachBook } from '../books/edit-draft.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import { faultOf } from './track.ts'
import { nextVersion, replaceTracks, trackVersion } from './tracks.sql.ts'

/** Lists and figures follow at once: a case has the track that its category has now. */
export default operation(keepTracks, staff('policy.draft'), async (call) => {
  const { params: { county }, body: { tracks, categories }, actor, now, memory } = call
  const held = reachBook(actor, 'policy.draft', county)
  const from = call.version()
  await refuseUnknown(call)
  const desks = tracks.flatMap(({ key, desks: of }) => of.map((desk) => ({ ...desk, track: key })))
  await call.change(county, async (tx) => {
    if (!(await nextVersion(tx, county, from))) throw new Refused('changed_meanwhile', { version: await trackVersion(tx, county), changed: [] })
    await replaceTracks(tx, county, tracks, desks, categories)
    await tell(tx, { county, subject: uuidv7(), kind: 'tracks.kept', by: { ...held, person: actor.person }, at: now, detail: { values: { version: from + 1 } } })
    await memory.forget(tx, 'tracks', String(county))
    await memory.forget(tx, 'categories', String(county))
  })
  return { version: from + 1 }
})

async function refuseUnknown(call: Call<'keepTracks'>): Promise<void> {
  const { params: { county }, body } = call
  const [known, bodies] = await Promise.all([knownCategories(call, county), knownBodies(call, county)])
  for (const { key } of body.categories) orRefuse(known.get(key), 'category.not_found')
  const moved = new Set(body.categories.map(({ key }) => key))
  const fault = faultOf(body, [...known.values()].filter(({ key }) => !moved.has(key)).map(({ track }) => track))
  refuseIf(fault ? 'tracks.contradict' : undefined, { path: fault })
  for (const { region, body: id } of body.tracks.flatMap(({ desks }) => desks)) {
    orRefuse(bodies.get(id), 'case.body_unknown')
    const { place } = orRefuse(await placeOfRegion(call, region), 'region.not_found')
    orRefuse(place.county === county && place.village === undefined ? place : undefined, 'region.not_found')
  }
}
