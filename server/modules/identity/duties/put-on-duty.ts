import { putOnDuty } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, Refused, refuseIf } from '#server/kernel/refusal.ts'
import { byOf } from '../authority.ts'
import { bodyOf } from '../bodies/body.sql.ts'
import { postOf, stationingOf } from '../posts/post.sql.ts'
import { hasEnded } from '../posts/post.ts'
import { holdsBetween, insertDuty, sentForDuty } from './duty.sql.ts'
import { whyNotServeThere } from '../stationed/stationing.ts'
import { whyNotServe } from './duty.ts'

/** The holder of a post of the body, or of one that is stationed there. */
export default operation(putOnDuty, staff('roster.change'), async (call) => {
  const { params: { county }, body, actor, db, change, now, sent } = call
  const id = call.key()
  const home = orRefuse(await bodyOf(db, county, body.body))
  const held = orRefuse(can(actor, 'roster.change', { ...home, bodies: [home.id] }))
  const [since, until] = [new Date(body.from), new Date(body.to)]
  refuseIf(whyNotServe(since, until))

  await change(county, async (tx) => {
    const post = orRefuse(await postOf(tx, county, body.post, 'use'))
    const stationing = stationingOf(post)
    if (post.body !== home.id && stationing?.at !== home.id) throw new Refused('not_found')
    refuseIf(post.body === home.id ? undefined : whyNotServeThere(stationing!, since, until))
    refuseIf(hasEnded({ validTo: post.valid_to }, since) || post.body_closed_at ? 'post.ended' : undefined)
    if (!(await holdsBetween(tx, county, body.post, body.person, since, until))) throw new Refused('not_found')
    const duty = { county, id, body: home.id, post: post.id, person: body.person, since, until, sent }
    if (!(await insertDuty(tx, duty))) return refuseOtherUse(orRefuse(await sentForDuty(tx, county, id), 'key_used_otherwise'), call)
    const detail = { body: home.id, post: post.id, person: body.person, from: since.toISOString(), to: until.toISOString() }
    await tell(tx, { county, subject: id, kind: 'duty.set', by: byOf(actor, held), at: now, detail })
  })
  return { id }
})
