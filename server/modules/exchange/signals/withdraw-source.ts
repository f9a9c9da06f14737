import { withdrawSignalSource } from '#contract/signals.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { reachExchange } from '../clients/reach-exchange.ts'
import { endSource, sourceById } from './signal.sql.ts'

export default operation(withdrawSignalSource, staff('exchange.change'), async ({ params: { county, id }, actor, now, change }) => {
  const held = reachExchange(actor, county, 'exchange.change')
  await change(county, async (tx) => {
    orRefuse(await sourceById(tx, county, id))
    refuseIf((await endSource(tx, county, id, now)) ? undefined : 'source.over')
    await tell(tx, { county, subject: id, kind: 'source.withdrawn', by: { person: actor.person, post: held.post, body: held.body }, at: now })
  })
  return {}
})
