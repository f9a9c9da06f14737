import { signInByProvider } from '#contract/identity.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { tell } from '#server/kernel/facts.ts'
import { countTry } from '#server/kernel/limits.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { authorityOf } from '../authority.sql.ts'
import { beginSession } from '../begin-session.ts'
import { personByLogin } from '../person.sql.ts'
import { fromAddress } from '../sign-in-limits.ts'
import { linkAccount, personOfAccount } from './provider-account.sql.ts'

/**
 * Whoever the provider names signs in without password and second factor: both are the provider's business. The first
 * time the provider's account is linked to the staff member of that login; from then on the link alone counts, so an
 * account name that is given to somebody else opens nothing.
 */
export default operation(signInByProvider, anyone, async ({ body, identityProvider, db, change, vault, now, address, device, keepSession }) => {
  const provider = orRefuse(identityProvider)
  await countTry(db, vault, fromAddress, address, now)
  const answer = await provider.answer(orRefuse(URL.parse(body.address), 'provider.refused'), body.ticket, now)
  const subject = vault.hash('provider account', answer.subject)
  const person = (await personOfAccount(db, subject)) ?? (await personByLogin(db, answer.account.toLowerCase()))
  refuseIf(person && !person.left_at ? undefined : 'provider.no_account')
  const counties = [...new Set((await authorityOf(db, person!.id, now)).map((row) => row.county))]
  refuseIf(counties.length > 0 ? undefined : 'sign_in.no_post')

  const session = await change(counties, async (tx) => {
    const isNew = orRefuse(await linkAccount(tx, subject, person!.id, now), 'provider.no_account') === 'linked'
    if (isNew) await tellLinked(tx, person!.id, counties, now)
    return await beginSession(tx, { person: person!.id, app: 'office', device, now })
  })
  keepSession('office', session.token, session.until)
  return { person: person!.id }
})

async function tellLinked(tx: Queryable, person: string, counties: readonly number[], now: Date): Promise<void> {
  for (const county of counties) await tell(tx, { county, subject: person, kind: 'staff.linked', by: { person }, at: now })
}
