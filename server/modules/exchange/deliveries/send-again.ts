import { sendAgain } from '#contract/exchange.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { reachExchange } from '../clients/reach-exchange.ts'
import { beginAgain, deliveryById } from './delivery.sql.ts'

export default operation(sendAgain, staff('exchange.change'), async ({ params: { county, id }, actor, now, change }) => {
  reachExchange(actor, county, 'exchange.change')
  await change(county, async (tx) => {
    orRefuse(await deliveryById(tx, county, id))
    refuseIf((await beginAgain(tx, county, id, now)) ? undefined : 'delivery.not_given_up')
  })
  return {}
})
