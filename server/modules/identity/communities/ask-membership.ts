import { askMembership } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { countTry, type Limit } from '#server/kernel/limits.ts'
import { operation, resident } from '#server/kernel/operation.ts'
import { refuseMasked } from '#server/kernel/personal.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import { forgetName } from '../find-people.ts'
import { personOf, setName } from '../person.sql.ts'
import { membershipAddress, personName } from '../personal.ts'
import { communityOf } from './community.sql.ts'
import { insertMembership, verifiedCounties } from './membership.sql.ts'
import { takesName } from './membership.ts'

/** Every request is work for a committee. */
const byPerson: Limit = { name: 'membership by person', triesMax: 10, perSeconds: 86_400, refusal: 'too_many_requests' }

export default operation(askMembership, resident, async ({ params, body, actor, db, change, vault, memory, now }) => {
  refuseMasked(body.name, body.address)
  const { county, town, village } = orRefuse(await communityOf(db, params.code), 'community.not_found')
  await countTry(db, vault, byPerson, actor.person, now)
  const held = { name: Boolean((await personOf(db, actor.person))?.name), isVerifiedSomewhere: (await verifiedCounties(db, actor.person)).length > 0 }
  const id = uuidv7()
  await change(county, async (tx) => {
    const address = vault.seal(membershipAddress.name, body.address.trim())
    if (!(await insertMembership(tx, { county, id, person: actor.person, town, village, kind: body.kind, address, now }))) {
      throw new Refused('membership.already')
    }
    if (takesName(held)) {
      await setName(tx, actor.person, vault.seal(personName.name, body.name.trim()))
      await forgetName(tx, memory, actor.person)
    }
    const detail = { person: actor.person, village }
    await tell(tx, { county, subject: id, kind: 'membership.asked', by: { person: actor.person }, at: now, detail })
  })
  return { id }
})
