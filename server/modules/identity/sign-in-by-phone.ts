import { signInByPhone } from '#contract/identity.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { countTry, forgiveTries, type Limit } from '#server/kernel/limits.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { refuseIf } from '#server/kernel/refusal.ts'
import { beginSession } from './begin-session.ts'
import { personPhone } from './personal.ts'
import { insertConsent, insertResident, markPhoneProved, residentByPhone } from './person.sql.ts'
import { whyNotConsent } from './privacy.ts'
import { tryPhoneCode, usePhoneCode } from './session.sql.ts'

const wrongCodes: Limit = { name: 'wrong code', triesMax: 10, perSeconds: 3_600, refusal: 'code.too_many' }
const triesPerCode = 5

export default operation(signInByPhone, anyone, async ({ body, db, change, vault, now, device, language, keepSession }) => {
  await countTry(db, vault, wrongCodes, body.phone, now)
  const phoneIndex = vault.index(personPhone.name, body.phone)
  const code = vault.hash('phone code', body.code + body.phone)
  const kept = await tryPhoneCode(db, phoneIndex)
  refuseIf(!kept || kept.expires_at <= now ? 'code.expired' : undefined)
  refuseIf(kept!.tries > triesPerCode ? 'code.too_many' : undefined)
  refuseIf(Buffer.from(kept!.code).equals(code) ? undefined : 'code.wrong')
  const known = await residentByPhone(db, phoneIndex)
  if (!known) refuseIf(whyNotConsent(body.consent))

  const { session, person } = await change('no county', async (tx) => {
    refuseIf((await usePhoneCode(tx, phoneIndex, code)) ? undefined : 'code.expired')
    const person = known?.id ?? (await insertResident(tx, { id: uuidv7(), phone: vault.seal(personPhone.name, body.phone), phoneIndex, language, now }))
    if (known) await markPhoneProved(tx, person, now)
    if (body.consent && !whyNotConsent(body.consent)) await insertConsent(tx, person, body.consent, now)
    return { person, session: await beginSession(tx, { person, app: 'resident', device, now }) }
  })
  await forgiveTries(db, vault, wrongCodes, body.phone)
  keepSession('resident', session.token, session.until)
  return { person, isNew: !known }
})
