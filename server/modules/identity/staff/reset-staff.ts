import { resetStaff } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { forgetSessions } from '../forget-authority.ts'
import { deleteRecoveryCodes } from '../person.sql.ts'
import { lockPersons } from '../posts/holding.sql.ts'
import { rightsNow } from '../read-rights.ts'
import { unlinkAccount } from '../provider/provider-account.sql.ts'
import { insertReason } from '../reason.sql.ts'
import { endAllOf } from '../session.sql.ts'
import { makeLink } from './make-link.ts'
import { standOver } from './stand-over.ts'
import { takeKeys } from './staff.sql.ts'

/** From now on only the link or the identity provider lets them in: a password that may be known to others counts no longer. */
export default operation(resetStaff, staff('staff.change'), async (call) => {
  const { params: { county, id: person }, body, actor, db, change, memory, now } = call
  const rights = await rightsNow(db, actor.person, now)
  const link = await change(county, async (tx) => {
    await lockPersons(tx, [person])
    const { by } = await standOver(tx, actor, rights, county, person, now)
    const reason = uuidv7()
    await insertReason(tx, { county, id: reason, words: body.reason, person: actor.person, now })
    await takeKeys(tx, person)
    await deleteRecoveryCodes(tx, person)
    await unlinkAccount(tx, person)
    await forgetSessions(tx, memory, await endAllOf(tx, person, now))
    await tell(tx, { county, subject: person, kind: 'staff.reset', by, at: now, detail: { reason } })
    return await makeLink(tx, call, { person, kind: 'reset', madeBy: actor.person, now })
  })
  return { link }
})
