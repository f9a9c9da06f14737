import { renewRecoveryCodes } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { countTry, forgiveTries, type Limit } from '#server/kernel/limits.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { personOf } from '../person.sql.ts'
import { countiesOfStaff } from '../posts/holding.sql.ts'
import { replaceRecoveryCodes } from '../replace-recovery-codes.ts'
import { proveSecondFactor } from '../sign-in-staff.ts'

const byPerson: Limit = { name: 'second factor of person', triesMax: 10, perSeconds: 900, refusal: 'sign_in.too_many' }

/** Whoever sits down at an open screen must not walk away with ten keys: the second factor is proved again. */
export default operation(renewRecoveryCodes, staff('organisation.read'), async ({ actor, body, db, change, vault, now }) => {
  const person = orRefuse(await personOf(db, actor.person), 'session_ended')
  await countTry(db, vault, byPerson, person.id, now)
  const counties = await countiesOfStaff(db, person.id)
  const recoveryCodes = await change(counties, async (tx) => {
    refuseIf((await proveSecondFactor(tx, vault, person, body.secondFactor, now)) ? undefined : 'sign_in.second_factor_wrong')
    for (const county of counties) {
      await tell(tx, { county, subject: person.id, kind: 'staff.renewed_recovery', by: { person: person.id }, at: now })
    }
    return await replaceRecoveryCodes(tx, vault, person.id)
  })
  await forgiveTries(db, vault, byPerson, person.id)
  return { recoveryCodes }
})
