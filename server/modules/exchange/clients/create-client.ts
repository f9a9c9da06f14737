import { createClient } from '#contract/exchange.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf, Refused } from '#server/kernel/refusal.ts'
import { digestOf, newToken } from '#server/kernel/vault.ts'
import { whyNotMapping } from '#server/modules/casework/index.ts'
import { whyNotTell } from '../deliveries/delivery.ts'
import { newSecret } from './sign-body.ts'
import { clientById, insertClient } from './client.sql.ts'
import { keyText, ordersAddress, whyNotMake } from './client.ts'
import { reachExchange } from './reach-exchange.ts'

/** What the secret is sealed as that signs what a program is told, and the orders that it sends. */
export const hookSecretField = 'client.hook_secret'

/** The key is shown in this reply alone; a send that was answered before gets none, since nobody knows it any more. */
export default operation(createClient, staff('exchange.change'), async (call) => {
  const { params: { county }, body, actor, now, vault, config } = call
  const held = reachExchange(actor, county, 'exchange.change')
  const problem = body.mapping && whyNotMapping(body.mapping)
  if (problem) throw new Refused('import.bad_mapping', { problem })
  refuseIf(whyNotMake(body.opens, body.mapping !== undefined))
  refuseIf(body.hookUrl === undefined ? undefined : whyNotTell(body.hookUrl, config.hookHosts))
  const [id, key, secret] = [call.key(), keyText(county, newToken()), newSecret()]
  const signs = body.hookUrl !== undefined || body.opens.includes('orders')
  const by = { person: actor.person, post: held.post, body: held.body }
  const isNew = await call.change(county, async (tx) => {
    const made = await insertClient(tx, {
      county, id, name: body.name.trim(), opens: body.opens, key_hash: digestOf(key), key_end: key.slice(-4), calls_per_minute: body.callsPerMinute,
      mapping: body.mapping ?? null, hook_url: body.hookUrl ?? null, hook_secret: signs ? vault.seal(hookSecretField, secret) : null,
      made_by: actor.person, made_at: now, valid_to: body.validTo ? new Date(body.validTo) : null, sent: call.sent,
    })
    if (made) await tell(tx, { county, subject: id, kind: 'client.made', by, at: now, detail: { values: { opens: body.opens.join(' ') } } })
    return made
  })
  const address = ordersAddress(config, { county, id, opens: body.opens })
  if (isNew) return { id, key, hookSecret: signs ? secret : null, ordersAddress: address }
  const before = orRefuse(await clientById(call.db, county, id))
  refuseOtherUse({ sent: before.sent, person: before.made_by }, call)
  return { id, key: null, hookSecret: null, ordersAddress: address }
})
