import { live, type LiveEvent } from '#contract/notices.ts'
import type { Fact, Position } from '#server/kernel/facts.ts'
import type { Listener, Listening } from '#server/kernel/live.ts'
import { operation, Raw, signedIn, type Call } from '#server/kernel/operation.ts'
import { digestOf } from '#server/kernel/vault.ts'
import { sessionsOf } from '#server/modules/identity/index.ts'
import { eventStream } from './event-stream.ts'

const beatEveryMs = 20_000
const retryAfterMs = 3_000
/** When the authority of all is read again, not all ask the database in the same breath. */
const spreadMs = 1_000

type Following = Call<'live'>

/** Lasts until the session ends, the reader goes or the house closes. Every place in the feed is told, also a quiet one. */
export default operation(live, signedIn, async (call) => {
  let listening: Listening | undefined
  const here = () => listening && textOfPosition(listening.position())
  const stream = eventStream(() => ({ name: 'reset', id: here() }))
  const listener: Listener = {
    actor: call.actor,
    hear: (fact) => stream.send({ name: 'fact', id: textOfPosition(fact), data: eventOf(fact) }),
    reset: () => stream.send({ name: 'reset', id: here() }),
    end: (why) => stream.end(why === 'too many' ? { name: 'end' } : undefined),
  }
  stream.body.push(`retry: ${retryAfterMs}\n\n`)
  const after = positionOf(call.header('last-event-id'))
  if (after === 'unreadable') listener.reset()
  listening = await call.live.listen(listener, after === 'unreadable' ? undefined : after)
  stream.send({ id: here() })

  const stopWatching = watchSession(call, async () => {
    const actor = await call.actorNow()
    if (!actor || actor.until <= call.clock()) stream.end({ name: 'end' })
    else listener.actor = actor
  })
  const beat = setInterval(() => stream.send({ id: here() }), beatEveryMs)
  const stop = () => {
    clearInterval(beat)
    stopWatching()
    listening.stop()
  }
  if (stream.isOver()) stop()
  else stream.body.once('close', stop)
  return new Raw('text/event-stream', stream.body, { 'cache-control': 'no-store', 'x-accel-buffering': 'no' })
})

/** Looks again who listens: when their session or all authority was changed, and from time to time, since both also end by themselves. */
function watchSession({ actor, token, memory, log }: Following, look: () => Promise<void>): () => void {
  const ownKey = digestOf(token ?? '').toString('hex')
  const lookQuietly = () => void look().catch((error: Error) => log.error({ fault: error.name }, 'a live stream could not look who listens'))
  let later: NodeJS.Timeout | undefined
  const lookLater = () => {
    later ??= setTimeout(() => {
      later = undefined
      lookQuietly()
    }, Math.random() * spreadMs)
  }
  const stopHearing = memory.onForgotten((topic, key) => {
    if (topic === sessionsOf(actor.app) && key === ownKey) lookQuietly()
    else if (topic === '' || (topic === sessionsOf(actor.app) && key === '')) lookLater()
  })
  const timer = setInterval(lookQuietly, beatEveryMs)
  return () => {
    stopHearing()
    clearTimeout(later)
    clearInterval(timer)
  }
}

const eventOf = (fact: Fact): LiveEvent => ({ kind: fact.kind, county: fact.county, subject: fact.subject, at: fact.at.toISOString() })

const textOfPosition = ({ moment, seq }: Position) => `${moment}-${seq}`

function positionOf(text: string | undefined): Position | 'unreadable' | undefined {
  if (!text) return undefined
  const found = /^(\d{1,15})-(\d{1,15})$/.exec(text)
  return found ? { moment: Number(found[1]), seq: Number(found[2]) } : 'unreadable'
}
