import { askReset } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { countTry, type Limit } from '#server/kernel/limits.ts'
import { anyone, operation } from '#server/kernel/operation.ts'
import { personByLogin } from '../person.sql.ts'
import { countiesOfStaff } from '../posts/holding.sql.ts'

const forAccount: Limit = { name: 'reset for account', triesMax: 3, perSeconds: 3_600, refusal: 'sign_in.too_many' }
const fromAddress: Limit = { name: 'reset from address', triesMax: 20, perSeconds: 3_600, refusal: 'sign_in.too_many' }

/** Administrators hear of it by the fact. Nobody can tell from the answer whether there is such an account. */
export default operation(askReset, anyone, async ({ body, db, change, vault, now, address }) => {
  await countTry(db, vault, fromAddress, address, now)
  await countTry(db, vault, forAccount, body.login, now)
  const person = await personByLogin(db, body.login)
  const counties = person && !person.left_at ? await countiesOfStaff(db, person.id) : []
  await change(counties, async (tx) => {
    for (const county of counties) await tell(tx, { county, subject: person!.id, kind: 'staff.asked_reset', by: {}, at: now })
  })
  return {}
})
