import { hash } from '@node-rs/argon2'
import { useLink } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { digestOf } from '#server/kernel/vault.ts'
import { forgetSessions } from '../forget-authority.ts'
import { countiesOfStaff } from '../posts/holding.sql.ts'
import { replaceRecoveryCodes } from '../replace-recovery-codes.ts'
import { stepOf } from '../second-factor.ts'
import { endAllOf } from '../session.sql.ts'
import { linkOf, useLinkUp } from './link.sql.ts'
import { isOpen } from './link.ts'
import { whyNotPassword } from './password.ts'
import { enter } from './staff.sql.ts'

export default operation(useLink, anyone, async ({ body, db, change, vault, memory, now }) => {
  const token = digestOf(body.token)
  const link = await linkOf(db, token)
  refuseIf(link && isOpen(link, now) ? undefined : 'link.not_valid')
  const { person, login, kind, secret } = link!
  refuseIf(whyNotPassword(body.password, login))
  const step = stepOf(vault.open('person.totp', secret), body.code, now)
  refuseIf(step === undefined ? 'sign_in.second_factor_wrong' : undefined)
  const password = await hash(body.password)
  const counties = await countiesOfStaff(db, person)

  const recoveryCodes = await change(counties, async (tx) => {
    refuseIf((await useLinkUp(tx, token, now)) ? undefined : 'link.not_valid')
    // The code that was just shown may still sign in, once: waiting for the next one only looks like a fault.
    await enter(tx, person, { password, secret: Buffer.from(secret), usedStep: step! - 1, now })
    await forgetSessions(tx, memory, await endAllOf(tx, person, now))
    for (const county of counties) await tell(tx, { county, subject: person, kind: 'staff.entered', by: { person }, at: now, detail: { link: kind } })
    return await replaceRecoveryCodes(tx, vault, person)
  })
  return { login, recoveryCodes }
})
