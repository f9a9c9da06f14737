import { createSignalSource } from '#contract/signals.ts'
import { tell } from '#server/kernel/facts.ts'
import { operation, refuseOtherUse, staff } from '#server/kernel/operation.ts'
import { orRefuse, Refused } from '#server/kernel/refusal.ts'
import { placeOfRegion } from '#server/modules/regions/index.ts'
import { reachExchange } from '../clients/reach-exchange.ts'
import { newSecret } from '../clients/sign-body.ts'
import { insertSource, sourceById } from './signal.sql.ts'

/** What a source's secret is sealed as. */
export const secretField = 'signal_source.secret'

/** The secret is shown in this reply alone. */
export default operation(createSignalSource, staff('exchange.change'), async (call) => {
  const { params: { county }, body, actor, now, vault, config } = call
  const held = reachExchange(actor, county, 'exchange.change')
  if (body.region !== undefined && (await placeOfRegion(call, body.region))?.place.county !== county) throw new Refused('place.outside')
  const [id, secret] = [call.key(), newSecret()]
  const isNew = await call.change(county, async (tx) => {
    const made = await insertSource(tx, {
      county, id, name: body.name.trim(), secret: vault.seal(secretField, secret), region: body.region ?? null, window_minutes: body.windowMinutes,
      made_by: actor.person, made_at: now, sent: call.sent,
    })
    if (made) await tell(tx, { county, subject: id, kind: 'source.made', by: { person: actor.person, post: held.post, body: held.body }, at: now })
    return made
  })
  const address = `${config.publicUrl}/api/v1/counties/${county}/signal-sources/${id}/events`
  if (isNew) return { id, secret, address }
  const before = orRefuse(await sourceById(call.db, county, id))
  refuseOtherUse({ sent: before.sent, person: before.made_by }, call)
  return { id, secret: null, address }
})
