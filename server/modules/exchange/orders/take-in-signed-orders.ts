import { takeInSignedOrders } from '#contract/exchange.ts'
import { operation, signed } from '#server/kernel/operation.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { signedClient } from '../clients/signed-client.ts'
import { ordersSent } from './order.ts'
import { takeInAll } from './take-in-all.ts'

/** The same by a webhook: signed with the secret that also signs what the program is told, as plain JSON or in CloudEvents. */
export default operation(takeInSignedOrders, signed, async (call) => {
  const bytes = call.bytes()
  const program = await signedClient(call, call.params.client, 'orders', bytes)
  const sent = orRefuse(ordersSent({ contentType: call.header('content-type') ?? '', header: call.header, text: bytes.toString('utf8') }), 'event.bad')
  return await takeInAll(call, program, sent.body)
})
