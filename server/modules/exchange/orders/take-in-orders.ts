import { takeInOrders } from '#contract/exchange.ts'
import { client, operation } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { takeInAll } from './take-in-all.ts'

/** Orders of another platform, by its program's key. */
export default operation(takeInOrders, client('orders'), async (call) => {
  const program = (await call.client('orders'))!
  if (program.county !== call.params.county) throw new Refused('client.other_door')
  return await takeInAll(call, program, call.body)
})
