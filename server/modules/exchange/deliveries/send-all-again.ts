import { sendAllAgain } from '#contract/exchange.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { reachExchange } from '../clients/reach-exchange.ts'
import { beginAllAgain } from './delivery.sql.ts'

export default operation(sendAllAgain, staff('exchange.change'), async ({ params: { county }, actor, now, change }) => {
  reachExchange(actor, county, 'exchange.change')
  return { count: await change(county, (tx) => beginAllAgain(tx, county, now)) }
})
