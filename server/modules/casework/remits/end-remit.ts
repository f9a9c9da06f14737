import { endRemit } from '#contract/casework.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { actedBy } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { reachBook } from '../books/edit-draft.ts'
import { forgetRemits } from './recall-remits.ts'
import { endRemits } from './remit.sql.ts'

export default operation(endRemit, staff('routing.draft'), async ({ params: { county, id }, actor, change, memory, now }) => {
  const held = reachBook(actor, 'routing.draft', county)
  await change(county, async (tx) => {
    orRefuse((await endRemits(tx, county, [id], now)) || undefined)
    await tell(tx, { county, subject: id, kind: 'remit.ended', by: actedBy(actor, held), at: now, detail: {} })
    await forgetRemits(tx, memory, county)
  })
  return {}
})
