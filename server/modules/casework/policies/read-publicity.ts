import { readPublicity } from '#contract/casework.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { placeOfRegion } from '#server/modules/regions/index.ts'
import { knownPolicies } from './recall-policies.ts'

/** By the rules in force, as a case would begin under them. An unknown place or category has those of the whole county. */
export default operation(readPublicity, anyone, async (call) => {
  const { params: { county }, query: { village, category }, now } = call
  const found = village === undefined ? undefined : await placeOfRegion(call, village)
  const town = found?.place.county === county ? (found.place.town ?? null) : null
  const { rules } = (await knownPolicies(call, county)).inForce({ town, category }, now)
  return { mayBePublic: rules.mayBePublic }
})
