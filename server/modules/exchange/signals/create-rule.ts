import { createSignalRule } from '#contract/signals.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { orRefuse, refuseIf } from '#server/kernel/refusal.ts'
import { knownCategories } from '#server/modules/casework/index.ts'
import { reachExchange } from '../clients/reach-exchange.ts'
import { insertRule, ruleById, sourceById } from './signal.sql.ts'

export default operation(createSignalRule, staff('exchange.change'), async (call) => {
  const { params: { county }, body, actor, now } = call
  const held = reachExchange(actor, county, 'exchange.change')
  const category = (await knownCategories(call, county)).get(body.category)
  refuseIf(category && category.ended_at === null ? undefined : 'category.not_found')
  const id = call.key()
  const isNew = await call.change(county, async (tx) => {
    if (body.source) orRefuse(await sourceById(tx, county, body.source))
    const made = await insertRule(tx, {
      county, id, source: body.source ?? null, type: body.type, least_count: body.leastCount, least_severity: body.leastSeverity, category: body.category,
      words: body.words.trim(), made_by: actor.person, made_at: now, sent: call.sent,
    })
    if (made) await tell(tx, { county, subject: id, kind: 'rule.made', by: { person: actor.person, post: held.post, body: held.body }, at: now, detail: { values: { type: body.type } } })
    return made
  })
  if (!isNew) {
    const before = orRefuse(await ruleById(call.db, county, id))
    refuseOtherUse({ sent: before.sent, person: before.made_by }, call)
  }
  return { id }
})
