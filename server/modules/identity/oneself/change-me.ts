import { changeMe } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, signedIn } from '#server/kernel/operation.ts'
import { refuseMasked } from '#server/kernel/personal.ts'
import { verifiedCounties } from '../communities/membership.sql.ts'
import { forgetSessions } from '../forget-authority.ts'
import { forgetName } from '../find-people.ts'
import { setLanguage, setName } from '../person.sql.ts'
import { personName } from '../personal.ts'
import { countiesOfStaff } from '../posts/holding.sql.ts'
import { openTokensOf } from '../session.sql.ts'

/** A name may be corrected as of right. Where a community has verified it, or a post is held under it, the trail says so. */
export default operation(changeMe, signedIn, async ({ actor, body, db, change, vault, memory, now }) => {
  refuseMasked(body.name)
  const { person } = actor
  const counties = body.name ? [...new Set([...(await verifiedCounties(db, person)), ...(await countiesOfStaff(db, person))])] : []
  await change(counties, async (tx) => {
    if (body.name) {
      await setName(tx, person, vault.seal(personName.name, body.name.trim()))
      await forgetName(tx, memory, person)
      for (const county of counties) await tell(tx, { county, subject: person, kind: 'person.renamed', by: { person }, at: now })
    }
    if (body.language) {
      await setLanguage(tx, person, body.language)
      await forgetSessions(tx, memory, await openTokensOf(tx, person, now))
    }
  })
  return {}
})
