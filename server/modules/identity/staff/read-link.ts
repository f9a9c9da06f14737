import { renderSVG } from 'uqr'
import { readLink } from '#contract/identity.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { digestOf } from '#server/kernel/vault.ts'
import { uriOf } from '../second-factor.ts'
import { linkOf } from './link.sql.ts'
import { isOpen } from './link.ts'

/** Whoever has the token is whom it was handed to; 192 random bits need no limit of tries. */
export default operation(readLink, anyone, async ({ body, db, vault, now }) => {
  const link = await linkOf(db, digestOf(body.token))
  refuseIf(link && isOpen(link, now) ? undefined : 'link.not_valid')
  const { kind, login, secret: sealed } = link!
  const secret = vault.open('person.totp', sealed)
  const uri = uriOf(secret, login)
  return { kind, login, secret, uri, qr: renderSVG(uri, { ecc: 'M', border: 2 }) }
})
