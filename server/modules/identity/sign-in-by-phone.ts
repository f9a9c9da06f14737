import { signInByPhone } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { countTry, forgiveTries, type Limit } from '#server/kernel/limits.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { beginSession } from './begin-session.ts'
import { countiesJoined } from './communities/membership.sql.ts'
import { personPhone } from './personal.ts'
import { insertConsent, insertResident, loosenPhone, markPhoneProved, residentByPhone } from './person.sql.ts'
import { hasFallenSilent } from './phone.ts'
import { whyNotConsent } from './privacy.ts'
import { tryPhoneCode, usePhoneCode } from './session.sql.ts'

const wrongCodes: Limit = { name: 'wrong code', triesMax: 10, perSeconds: 3_600, refusal: 'code.too_many' }
const triesPerCode = 5

/**
 * The code proves who holds the number today. Where it fell silent, that is somebody new, who meets nothing of the last
 * holder's, until their community has verified that they are the same.
 */
export default operation(signInByPhone, anyone, async ({ body, db, change, vault, now, device, language, keepSession }) => {
  await countTry(db, vault, wrongCodes, body.phone, now)
  const phoneIndex = vault.index(personPhone.name, body.phone)
  const code = vault.hash('phone code', body.code + body.phone)
  const kept = await tryPhoneCode(db, phoneIndex)
  refuseIf(!kept || kept.expires_at <= now ? 'code.expired' : undefined)
  refuseIf(kept!.tries > triesPerCode ? 'code.too_many' : undefined)
  refuseIf(Buffer.from(kept!.code).equals(code) ? undefined : 'code.wrong')
  const last = await residentByPhone(db, phoneIndex)
  const isPassedOn = last !== undefined && hasFallenSilent(last.phone_proved_at, now)
  const known = isPassedOn ? undefined : last
  // Whom staff wrote down by a number has agreed to nothing yet.
  if (!known?.phone_proved_at) refuseIf(whyNotConsent(body.consent))
  const counties = isPassedOn ? await countiesJoined(db, last.id) : []

  const entered = await change(counties, async (tx) => {
    refuseIf((await usePhoneCode(tx, phoneIndex, code)) ? undefined : 'code.expired')
    if (isPassedOn) await loosenPhone(tx, last.id)
    for (const county of counties) await tell(tx, { county, subject: last!.id, kind: 'phone.passed_on', by: {}, at: now })
    const person = known?.id ?? (await insertResident(tx, { id: uuidv7(), phone: vault.seal(personPhone.name, body.phone), phoneIndex, language, now, ...(isPassedOn && { lastHolder: last.id }) }))
    if (known) await markPhoneProved(tx, person, now)
    if (body.consent && !whyNotConsent(body.consent)) await insertConsent(tx, person, body.consent, now)
    return { person, session: await beginSession(tx, { person, app: 'resident', device, now }) }
  })
  await forgiveTries(db, vault, wrongCodes, body.phone)
  keepSession('resident', entered.session.token, entered.session.until)
  return { person: entered.person, isNew: !known }
})
