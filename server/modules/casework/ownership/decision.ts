import { breached, dispatched, escalated, sentDown, type Deciding } from '../cases/decision.ts'
import type { CaseLevel } from '#contract/casework.ts'
import type { CaseEvent } from '../cases/event.ts'
import type { Clock } from '../clocks/clock.ts'
import { endClock } from '../clocks/clock.ts'
import { also, asked, clocksEnded, join, lapse, told } from '../requests/decision.ts'
import { isOpenRequest, type Request } from '../requests/request.ts'
import { isSpent } from './talk.ts'

/** Where a case goes that is somebody's: to a desk on the ladder with all that is its own, to any other body as its task. */
export type Way = { to: 'dispatch'; lead: string } | { to: 'up' | 'down'; desk: string; level: CaseLevel }

/** The desk asks them all at once. `arbiter`: the level above them all, which rules where they don't agree. */
export function talkOpened(on: Deciding, bodies: readonly string[], arbiter: string | undefined): CaseEvent {
  const [first, ...others] = bodies.map((of) => asked(on, { kind: 'ownership', of, by: on.file.desk, wants: arbiter ? { arbiter } : {} }))
  return { ...others.reduce(also, first!), kind: 'ownership.asked' }
}

/** The word of one body. Who takes the case waits for the desk to agree; after the last who does not, the arbiter is asked. */
export function wordSaid(on: Deciding, request: Request, word: { takes: boolean; ground?: string | undefined; proposed?: string | undefined }): CaseEvent {
  const { takes, ground, proposed } = word
  const said: Request = {
    ...request, ruling: takes ? 'granted' : 'refused', ruledAt: on.now.toISOString(), ruledEntry: on.entry ?? null,
    wants: { ...request.wants, ...(ground && { ground }), ...(proposed && { proposed }) },
  }
  const event = told(on, 'ownership.said', said, { clocks: clocksEnded(on, request) })
  const values = { takes: takes ? 'yes' : 'no', ...(ground && { ground }) }
  const spoken = { ...event, detail: { ...event.detail, values } }
  if (takes) return also(spoken, asked(on, { kind: 'ownership_taking', of: request.by, by: request.of, wants: { lead: request.of, ...arbiterOf(request) } }))
  return thenArbiter(on, spoken, request)
}

/** Agreed, or ruled: the case goes there at once, and whoever has not spoken need not. */
export function ownershipSettled(on: Deciding, request: Request, way: Way | { gate: string; lead: string }): CaseEvent {
  const lead = 'lead' in way ? way.lead : way.desk
  const decided: Request = { ...request, ruling: 'granted', ruledAt: on.now.toISOString(), ruledEntry: on.entry ?? null, wants: { ...request.wants, lead } }
  const silent = on.file.requests.filter((one) => one.kind === 'ownership' && isOpenRequest(one))
  const clocks = [request, ...silent].flatMap((one) => clocksEnded(on, one))
  return join(gone(on, way), { requests: [decided, ...silent.map((one) => lapse(on, one))], clocks })
}

function gone(on: Deciding, way: Way | { gate: string; lead: string }): CaseEvent {
  if ('gate' in way) return asked(on, { kind: 'dispatch', of: way.gate, by: on.file.desk, wants: { lead: way.lead, assists: [] } })
  if (way.to === 'dispatch') return dispatched(on, { lead: way.lead, assists: [] })
  return way.to === 'up' ? escalated(on, { desk: way.desk, level: way.level, type: 'ownership_unclear' }) : sentDown(on, { desk: way.desk, level: way.level })
}

/** The desk does not agree with who would take it: the others are still asked, or the arbiter is. */
export function takingRefused(on: Deciding, request: Request): CaseEvent {
  const decided: Request = { ...request, ruling: 'refused', ruledAt: on.now.toISOString(), ruledEntry: on.entry ?? null }
  return thenArbiter(on, told(on, 'request.ruled', decided, { clocks: clocksEnded(on, request) }), request)
}

/** A body that was asked said nothing in its time: that is late, and the talk goes on without it. */
export function unspoken(on: Deciding, clock: Clock, above: string | undefined): CaseEvent {
  const request = on.file.requests.find((one) => one.id === clock.request)!
  const late = breached(on, clock, above)
  const over = { ...late, detail: { ...late.detail, clocks: late.detail.clocks!.map((one) => endClock(one, on.now)), requests: [lapse(on, request)] } }
  return thenArbiter(on, over, request)
}

function thenArbiter(on: Deciding, event: CaseEvent, request: Request): CaseEvent {
  const { arbiter } = request.wants
  if (!arbiter || !isSpent(on.file, request.id)) return event
  return also(event, asked(on, { kind: 'ownership_ruling', of: arbiter, by: on.file.desk, wants: {} }))
}

const arbiterOf = ({ wants: { arbiter } }: Request) => (arbiter ? { arbiter } : {})
