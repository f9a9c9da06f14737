import { giveConsent } from '#contract/identity.ts'
import { operation, signedIn } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { insertConsent } from '../person.sql.ts'
import { whyNotConsent } from '../privacy.ts'

export default operation(giveConsent, signedIn, async ({ actor, body, change, now }) => {
  refuseIf(whyNotConsent(body.version))
  await change('no county', (tx) => insertConsent(tx, actor.person, body.version, now))
  return {}
})
