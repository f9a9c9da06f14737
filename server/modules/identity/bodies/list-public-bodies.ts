import { listPublicBodies } from '#contract/identity.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { knownBodies, namedBody } from '../known-bodies.ts'

/** By name only, so that a resident can say whom a complaint is about. */
export default operation(listPublicBodies, anyone, async (call) => {
  const bodies = await knownBodies(call, call.params.county)
  return { items: [...bodies.values()].filter((body) => body.isOpen).toSorted((one, other) => one.level - other.level).map(namedBody) }
})
