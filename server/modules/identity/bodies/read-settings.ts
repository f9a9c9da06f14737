import { photoBytesMax, photosMax } from '#contract/files.ts'
import { readSettings } from '#contract/house.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { centreOf, namesOf } from '#server/modules/regions/index.ts'
import { countiesWithBodies } from '../known-body.sql.ts'

/** What a screen needs before anyone has signed in. Served are the counties that have a body of their own. */
export default operation(readSettings, anyone, async (call) => {
  const { config, db, memory, identityProvider } = call
  const ids = await memory.recall('counties', '', () => countiesWithBodies(db))
  const names = await namesOf(call, ids)
  const counties = await Promise.all([...names.values()].map(async (name) => ({ ...name, centre: await centreOf(call, name.id) })))
  return {
    demo: config.demo, zone: config.zone, counties, photosMax, photoBytesMax, mapStyle: config.mapStyle ?? null, drafting: config.drafting !== undefined,
    ...(identityProvider && { identityProvider: identityProvider.name }),
  }
})
