import { endSignalRule } from '#contract/signals.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { reachExchange } from '../clients/reach-exchange.ts'
import { endRule, ruleById } from './signal.sql.ts'

export default operation(endSignalRule, staff('exchange.change'), async ({ params: { county, id }, actor, now, change }) => {
  const held = reachExchange(actor, county, 'exchange.change')
  await change(county, async (tx) => {
    orRefuse(await ruleById(tx, county, id))
    refuseIf((await endRule(tx, county, id, now)) ? undefined : 'rule.over')
    await tell(tx, { county, subject: id, kind: 'rule.ended', by: { person: actor.person, post: held.post, body: held.body }, at: now })
  })
  return {}
})
