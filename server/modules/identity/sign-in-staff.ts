import { verify } from '@node-rs/argon2'
import { signInStaff } from '#contract/identity.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { tell } from '#server/kernel/facts.ts'
import { countTry, forgiveTries, type Limit } from '#server/kernel/limits.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import type { Vault } from '#server/kernel/vault.ts'
import { authorityOf } from './authority.sql.ts'
import { beginSession } from './begin-session.ts'
import { countRecoveryCodes, personByLogin, useRecoveryCode, useTotpStep, type PersonRow } from './person.sql.ts'
import { stepOf } from './second-factor.ts'
import { fromAddress } from './sign-in-limits.ts'

const toAccount: Limit = { name: 'sign in to account', triesMax: 10, perSeconds: 900, refusal: 'sign_in.too_many' }

/** Hashing something of the same cost, so that an unknown account takes as long as a wrong password. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$W2YdbLXFvTCLXz6ahtcHtYCiRdPlyM7AzEpVfPHEKyE'

export default operation(signInStaff, anyone, async ({ body, db, change, vault, now, address, device, keepSession }) => {
  await countTry(db, vault, fromAddress, address, now)
  await countTry(db, vault, toAccount, body.login, now)
  const person = await personByLogin(db, body.login)
  const isRight = await verify(person?.password ?? nobody, body.password).catch(() => false)
  refuseIf(isRight && person?.password && !person.left_at ? undefined : 'sign_in.wrong')
  const counties = [...new Set((await authorityOf(db, person!.id, now)).map((row) => row.county))]
  refuseIf(counties.length > 0 ? undefined : 'sign_in.no_post')

  const session = await change(counties, async (tx) => {
    refuseIf((await proveSecondFactor(tx, vault, person!, body.secondFactor, now)) ? undefined : 'sign_in.second_factor_wrong')
    if (!isTotp(body.secondFactor)) await tellRecovered(tx, person!.id, counties, now)
    return await beginSession(tx, { person: person!.id, app: 'office', device, now })
  })
  await forgiveTries(db, vault, toAccount, body.login)
  keepSession('office', session.token, session.until)
  return { person: person!.id, recoveryCodesLeft: await countRecoveryCodes(db, person!.id) }
})

const isTotp = (given: string) => /^\d{6}$/.test(given)

/** Getting in by a recovery code has its own line on the trail: a phone was lost, or a code was found. */
async function tellRecovered(tx: Queryable, person: string, counties: readonly number[], now: Date): Promise<void> {
  for (const county of counties) await tell(tx, { county, subject: person, kind: 'staff.recovered', by: { person }, at: now })
}

/** A TOTP code that was not used before, or a recovery code; either is used up by this. */
export async function proveSecondFactor(tx: Queryable, vault: Vault, person: PersonRow, given: string, now: Date): Promise<boolean> {
  if (!isTotp(given)) return await useRecoveryCode(tx, person.id, recoveryHash(vault, person.id, given), now)
  if (!person.totp_secret) return false
  const step = stepOf(vault.open('person.totp', person.totp_secret), given, now)
  return step !== undefined && (await useTotpStep(tx, person.id, step))
}

export const recoveryHash = (vault: Vault, person: string, code: string) =>
  vault.hash('recovery code', `${person}\n${code.replaceAll(/[\s-]/g, '').toLowerCase()}`)
