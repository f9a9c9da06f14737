import { inviteStaff } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { refuseMasked } from '#server/kernel/personal.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, Refused, refuseIf } from '#server/kernel/refusal.ts'
import { byOf, whyNotGiveRole } from '../authority.ts'
import { bodyOf } from '../bodies/body.sql.ts'
import { personName, personPhone } from '../personal.ts'
import { insertHolding } from '../posts/holding.sql.ts'
import { postOf } from '../posts/post.sql.ts'
import { hasEnded } from '../posts/post.ts'
import { refuseIncompatible } from '../posts/refuse-incompatible.ts'
import { targetOf } from '../posts/target-of-post.ts'
import { rightsNow } from '../read-rights.ts'
import { makeLink } from './make-link.ts'
import { insertInvited, invitedAs } from './staff.sql.ts'

/** A retried send gets a new link, since the first can't be shown again; the first then no longer opens. */
export default operation(inviteStaff, staff('staff.change'), async (call) => {
  const { params: { county }, body, actor, db, change, vault, now } = call
  const person = call.key()
  refuseMasked(body.name)
  const known = orRefuse(await postOf(db, county, body.post))
  const held = orRefuse(can(actor, 'staff.change', known))
  refuseIf(whyNotGiveRole(await rightsNow(db, actor.person, now), known.role, targetOf(known)))
  // A keyed hash: the plain one would let a name and a phone be guessed from it.
  const sent = vault.hash('invitation', call.sent.toString('hex'))
  const name = vault.seal(personName.name, body.name.trim())
  const phone = body.phone ? vault.seal(personPhone.name, body.phone) : null

  const link = await change(county, async (tx) => {
    await bodyOf(tx, county, known.body, 'use')
    const post = orRefuse(await postOf(tx, county, body.post, 'use'))
    refuseIf(hasEnded({ validTo: post.valid_to }, now) ? 'post.ended' : undefined)
    if (await insertInvited(tx, { id: person, name, login: body.login, phone, sent, now })) {
      await insertHolding(tx, { county, post: post.id, person, since: now, until: null })
      await refuseIncompatible(tx, county, [person], now)
      await tell(tx, { county, subject: person, kind: 'staff.invited', by: byOf(actor, held), at: now, detail: { post: post.id, body: post.body } })
    } else {
      const before = await invitedAs(tx, person)
      if (!before) throw new Refused('staff.login_taken')
      refuseOtherUse(before, { sent, actor })
      if (before.entered) throw new Refused('key_used_otherwise')
    }
    return await makeLink(tx, call, { person, kind: 'invitation', madeBy: actor.person, now })
  })
  return { person, link }
})
