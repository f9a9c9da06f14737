import { addRemit } from '#contract/casework.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { actedBy } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { reachBook } from '../books/edit-draft.ts'
import { refuseUnknownCategory } from '../catalogue/recall-catalogue.ts'
import { forgetRemits } from './recall-remits.ts'
import { insertRemits, sentForRemit } from './remit.sql.ts'

export default operation(addRemit, staff('routing.draft'), async (call) => {
  const { params: { county }, body: { body, category = null, words, ground }, actor, db, change, memory, now, sent } = call
  const id = call.key()
  const held = reachBook(actor, 'routing.draft', county)
  orRefuse((await knownBodies(call, county)).get(body)?.isOpen || undefined, 'case.body_unknown')
  await refuseUnknownCategory(call, county, category ?? undefined)
  await change(county, async (tx) => {
    if ((await insertRemits(tx, county, [{ id, body, category, words, ground, sent }], { person: actor.person, now })) === 0) {
      return refuseOtherUse(orRefuse(await sentForRemit(db, county, id), 'remit.there_already'), call)
    }
    await tell(tx, { county, subject: id, kind: 'remit.added', by: actedBy(actor, held), at: now, detail: { body, category } })
    await forgetRemits(tx, memory, county)
  })
  return { id }
})
