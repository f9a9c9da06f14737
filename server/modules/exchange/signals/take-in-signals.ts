import { takeInSignals } from '#contract/signals.ts'
import { countTry, type Limit } from '#server/kernel/limits.ts'
import { operation, signed } from '#server/kernel/operation.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { checkSignature } from '../clients/sign-body.ts'
import { eventsOf } from './event.ts'
import { secretField } from './create-source.ts'
import { sourceById } from './signal.sql.ts'
import { takeInEvent } from './take-in-event.ts'

const callsOfSource: Limit = { name: 'calls of a source', triesMax: 1_200, perSeconds: 60, refusal: 'too_many_requests' }

/**
 * A source that is not there, or is withdrawn, is as unknown as a wrong signature. Nothing is taken in of a request in which one
 * event is bad; what was taken in before is told apart, so that sending again is safe.
 */
export default operation(takeInSignals, signed, async (call) => {
  const { params: { county, source: id }, db, vault, now } = call
  const source = await sourceById(db, county, id)
  if (!source || source.withdrawn_at !== null) throw new Refused('signature.wrong')
  const body = call.bytes()
  const given = { id: call.header('webhook-id'), timestamp: call.header('webhook-timestamp'), signature: call.header('webhook-signature') }
  checkSignature(vault.open(secretField, source.secret), given, body, now)
  await countTry(db, vault, callsOfSource, `${county}/${id}`, now)
  const events = eventsOf({ contentType: call.header('content-type') ?? '', header: call.header, text: body.toString('utf8') })
  if ('bad' in events) throw new Refused('event.bad', { fields: [{ path: events.bad < 0 ? '' : `/${events.bad}`, message: 'cloudevents' }] })
  let taken = 0
  for (const event of events) taken += Number(await takeInEvent(call, source, event, now))
  return { taken, before: events.length - taken }
})
