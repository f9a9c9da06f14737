import { withdrawClient } from '#contract/exchange.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { clientById, endClient } from './client.sql.ts'
import { reachExchange } from './reach-exchange.ts'

export default operation(withdrawClient, staff('exchange.change'), async ({ params: { county, id }, actor, now, change }) => {
  const held = reachExchange(actor, county, 'exchange.change')
  await change(county, async (tx) => {
    orRefuse(await clientById(tx, county, id))
    refuseIf((await endClient(tx, county, id, now)) ? undefined : 'client.over')
    await tell(tx, { county, subject: id, kind: 'client.withdrawn', by: { person: actor.person, post: held.post, body: held.body }, at: now })
  })
  return {}
})
