import { takeOffDuty } from '#contract/identity.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import { byOf } from '../authority.ts'
import { bodyOf } from '../bodies/body.sql.ts'
import { deleteDuty, dutyOf } from './duty.sql.ts'

export default operation(takeOffDuty, staff('roster.change'), async ({ params: { county, id }, actor, db, change, now }) => {
  const duty = orRefuse(await dutyOf(db, county, id))
  const home = orRefuse(await bodyOf(db, county, duty.body))
  const held = orRefuse(can(actor, 'roster.change', { ...home, bodies: [home.id] }))
  await change(county, async (tx) => {
    if (!(await deleteDuty(tx, county, id))) throw new Refused('not_found')
    const detail = { body: duty.body, post: duty.post, person: duty.person }
    await tell(tx, { county, subject: id, kind: 'duty.removed', by: byOf(actor, held), at: now, detail })
  })
  return {}
})
