import type { Span } from '#server/kernel/working-time.ts'
import { whyNotByState } from '../cases/case.ts'
import { begin, closed, dispatched, moved, returned, type Deciding } from '../cases/decision.ts'
import { evolve, type CaseDetail, type CaseEvent } from '../cases/event.ts'
import { endClock, isRunning, sumOf, type Clock, type ClockKind } from '../clocks/clock.ts'
import { lengthened } from '../petitions/decision.ts'
import { stillLooked } from '../site-checks/check.ts'
import { isOpen } from '../tasks/task.ts'
import { callsMax, isGate, isOpenRequest, isSettling, secondsToUndo, waitingFor, whyNotSupervise, type Found, type Request, type RequestKind, type Ruling, type Wants } from './request.ts'

/** What follows from asking and ruling, once the rules allow it. Pure, as cases/decision.ts is. */

const clockOf: Record<RequestKind, ClockKind> = {
  dispatch: 'gate', close: 'gate', plan: 'ruling', return: 'ruling', extension: 'ruling', exclusion: 'ruling', supervision: 'supervision', callback: 'callback',
  petition_extension: 'gate', petition_review: 'petition_review', petition_second_review: 'petition_second_review',
  ownership: 'ownership', ownership_taking: 'ruling', ownership_ruling: 'ruling',
  site_verification: 'look', site_check: 'look',
}

const spanOf = ({ callback, gate, look, ownership, petition }: Deciding['rules'], kind: RequestKind): Span =>
  ({ callback, ownership, site_verification: look, site_check: look, petition_review: petition.review, petition_second_review: petition.secondReview } as Partial<Record<RequestKind, Span>>)[kind] ?? gate

/** What it is told as, where it is no question between bodies. */
const factOf: Partial<Record<RequestKind, CaseEvent['kind']>> = {
  supervision: 'case.supervised', callback: 'callback.asked', petition_review: 'petition.review_asked', petition_second_review: 'petition.review_asked',
  site_verification: 'site_check.asked', site_check: 'site_check.asked',
}

/** A body asks another; its clock runs against whoever has to decide. */
export function asked(on: Deciding, to: { kind: RequestKind; of: string; by: string; wants: Wants; task?: string | undefined }): CaseEvent {
  const { kind, of } = to
  const request = requestOf(on, to)
  const clock = begin(on, clockOf[kind], of, spanOf(on.rules, kind), undefined, request.id)
  return moved(on, 'supervise', factOf[kind] ?? 'request.made', { requests: [request], clocks: [clock], other: of, values: valuesOf(request) }, {})
}

/** Whoever asks may decide it themselves: nobody asks themselves. */
export function decidedAtOnce(on: Deciding, to: Parameters<typeof asked>[1]): CaseEvent {
  const request: Request = { ...requestOf(on, to), ruling: 'granted', ruledAt: on.now.toISOString() }
  return join(effectOf(on, request), { requests: [request], clocks: [] })
}

const requestOf = (on: Deciding, { kind, of, by, wants, task }: Parameters<typeof asked>[1]): Request => ({
  id: on.newId(), kind, task: task ?? null, by, of, wants, entry: on.entry ?? null, askedAt: on.now.toISOString(),
  ruling: null, ruledAt: null, ruledEntry: null, effectiveAt: null,
})

export interface Decision {
  ruling: Extract<Ruling, 'granted' | 'changed' | 'refused' | 'answered'>
  /** Another lead than was proposed, with its assists. */
  change?: Pick<Wants, 'lead' | 'assists' | 'workingDays'> | undefined
  /** The officer to whom it was to go is off duty meanwhile: it goes to the body. */
  officerLeft?: boolean
}

/** The decision. A leader's takes effect a minute later, so that it can be undone; every other at once. */
export function ruled(on: Deciding, request: Request, { ruling, change, officerLeft }: Decision): CaseEvent {
  const at = on.now.toISOString()
  const wants: Wants = officerLeft ? { ...request.wants, handler: undefined, binds: undefined } : request.wants
  const decided: Request = { ...request, ruling, ruledAt: at, ruledEntry: on.entry ?? null, wants: { ...wants, ...change } }
  if (isGate(request)) {
    const effectiveAt = new Date(on.now.getTime() + secondsToUndo * 1000).toISOString()
    const settle = begin(on, 'settle', request.of, { hours: secondsToUndo / 3600 }, undefined, request.id)
    return told(on, 'request.ruled', { ...decided, effectiveAt }, { clocks: [settle] })
  }
  if (ruling !== 'granted') return told(on, ruling === 'answered' ? 'supervision.answered' : 'request.ruled', decided, { clocks: clocksEnded(on, request) })
  return join(effectOf(on, decided), { requests: [decided], clocks: clocksEnded(on, request) })
}

/** Something is asked for by the same step. */
export const also = (event: CaseEvent, asking: CaseEvent): CaseEvent => join(event, { requests: asking.detail.requests ?? [], clocks: asking.detail.clocks ?? [] })

/** A supervision by rule comes with what happened; a body that holds nothing, or was urged and has not answered, is not urged. */
export function alsoUrged(on: Deciding, event: CaseEvent, { of, by, ground }: { of: string; by: string | undefined; ground: string }): CaseEvent {
  if (!by || by === of || whyNotSupervise(evolve(on.file, event), of)) return event
  return also(event, asked(on, { kind: 'supervision', of, by, wants: { ground } }))
}

/** The minute is over: what the leader decided happens. */
export function settled(on: Deciding, request: Request): CaseEvent {
  const done: Request = { ...request, effectiveAt: null }
  const clocks = clocksEnded(on, request)
  if (request.ruling === 'refused') return { ...told(on, 'request.sent_back', done, { clocks }), body: request.of }
  return { ...join(effectOf(on, done), { requests: [done], clocks }), body: request.by }
}

/** A call to the resident: what they say now; or nobody took it, which is tried some times. */
export function called(on: Deciding, request: Request, found: Found | undefined): CaseEvent {
  const tries = (request.wants.tries ?? 0) + (found ? 0 : 1)
  const tried: Request = { ...request, wants: { ...request.wants, ...(found ? { found } : { tries }) } }
  const isOver = found !== undefined || tries >= callsMax
  const over: Partial<Request> = { ruling: found ? 'answered' : 'lapsed', ruledAt: on.now.toISOString(), ruledEntry: on.entry ?? null }
  const values: Record<string, string> = found ? { reached: 'yes', contacted: String(found.contacted), solved: found.solved, satisfied: String(found.satisfied) } : { reached: 'no' }
  const event = told(on, 'callback.made', { ...tried, ...(isOver && over) }, { clocks: isOver ? clocksEnded(on, request) : [] })
  return { ...event, detail: { ...event.detail, values } }
}

/** Taken back within the minute: it waits for the leader as before. */
export function undone(on: Deciding, request: Request): CaseEvent {
  const clocks = on.file.clocks.filter((clock) => clock.request === request.id && clock.kind === 'settle' && isRunning(clock)).map((clock) => endClock(clock, on.now))
  return told(on, 'request.undone', { ...request, ruling: null, ruledAt: null, ruledEntry: null, effectiveAt: null }, { clocks })
}

/** What can no longer be done: the case went another way meanwhile. */
export function lapsed(on: Deciding, request: Request): CaseEvent {
  return told(on, 'request.lapsed', lapse(on, request), { clocks: clocksEnded(on, request) })
}

/** An event with the end of every request that it leaves without a meaning. */
export function withLapsed(on: Pick<Deciding, 'file' | 'now'>, event: CaseEvent): CaseEvent {
  const after = evolve(on.file, event)
  const gone = after.requests.filter((one) => (isOpenRequest(one) || isSettling(one)) && !stillMeans(after, one))
  return gone.length > 0 ? join(event, { requests: gone.map((one) => lapse(on, one)), clocks: gone.flatMap((one) => clocksEnded({ file: after, now: on.now }, one)) }) : event
}

function stillMeans(file: Deciding['file'], { kind, task, of, by }: Request): boolean {
  if (kind === 'dispatch') return file.state === 'accepted' && file.desk === by
  // A desk that proposes a dispatch of its own has ended the talk.
  if (kind.startsWith('ownership')) return file.state === 'accepted' && file.desk === (kind === 'ownership_taking' ? of : by) && !waitingFor(file, 'dispatch')
  if (kind === 'close' || kind === 'plan') return file.state === 'reported' && file.desk === by
  if (kind === 'return' || kind === 'extension') return file.tasks.some((one) => one.id === task && isOpen(one))
  if (kind === 'exclusion') return true
  if (kind === 'site_verification' || kind === 'site_check') return stillLooked(file, kind, by)
  if (kind === 'callback') return ['answered', 'rated', 'declined'].includes(file.state)
  if (kind === 'petition_extension') return file.desk === by && whyNotByState(file, 'lengthen') === undefined
  if (kind === 'petition_review' || kind === 'petition_second_review') return file.state === 'answered' || file.state === 'rated'
  return !['closed', 'declined', 'withdrawn', 'merged'].includes(file.state) && (file.desk === of || file.tasks.some((one) => one.body === of && isOpen(one)))
}

/** Another lead than was proposed has its own officers. */
const officerOf = ({ ruling, wants }: Request): Pick<Wants, 'handler' | 'binds'> => (ruling === 'changed' ? {} : { handler: wants.handler, binds: wants.binds })

function effectOf(on: Deciding, request: Request): CaseEvent {
  const { kind, wants } = request
  const task = on.file.tasks.find((one) => one.id === request.task)
  const said: Deciding = { ...on, entry: request.ruledEntry ?? request.entry ?? undefined }
  if (kind === 'dispatch') return dispatched({ ...said, entry: request.entry ?? undefined }, { lead: wants.lead!, assists: wants.assists ?? [], workingDays: wants.workingDays, mode: wants.mode, advised: wants.advised, ...officerOf(request) })
  if (kind === 'close') return closed(said, wants.outcome!)
  if (kind === 'plan') return closed(said, 'planned', wants.until)
  if (kind === 'return') return agreed(returned(said, task!, wants.ground!, undefined), task!.body)
  if (kind === 'petition_extension') return lengthened({ ...said, entry: request.entry ?? undefined }, wants.days!)
  if (kind === 'exclusion') return moved(said, 'exclude', 'case.excluded', {}, { excluded: true })
  return moved(said, 'supervise', 'task.extended', { clocks: extended(on, request), task: request.task!, other: request.by, values: { workingDays: String(wants.workingDays) } }, {})
}

/** The step is of whoever agreed: it names the body that gave the task back. */
const agreed = (event: CaseEvent, body: string): CaseEvent => ({ ...event, detail: { ...event.detail, other: body, values: { ...event.detail.values, agreed: 'yes' } } })

/** The task's clock with so many working days more; who was warned is warned again. */
function extended(on: Deciding, { task, wants }: Request): Clock[] {
  return on.file.clocks.filter((clock) => clock.kind === 'task' && clock.task === task && isRunning(clock)).map((clock) => {
    const more = { ...clock, span: longer(clock.span, wants.workingDays ?? 0), warnedAt: null }
    return { ...more, ...sumOf(more, on.now, on.timing) }
  })
}

function longer(span: Clock['span'], workingDays: number): Clock['span'] {
  if ('workingDays' in span) return { workingDays: span.workingDays + workingDays }
  if ('workingHours' in span) return { workingHours: span.workingHours + 8 * workingDays }
  return 'days' in span ? { days: span.days + workingDays } : { hours: span.hours + 24 * workingDays }
}

export const lapse = (on: Pick<Deciding, 'now'>, request: Request): Request => ({ ...request, ruling: 'lapsed', ruledAt: on.now.toISOString(), effectiveAt: null })

export const clocksEnded = (on: Pick<Deciding, 'file' | 'now'>, request: Request): Clock[] =>
  on.file.clocks.filter((clock) => clock.request === request.id && isRunning(clock)).map((clock) => endClock(clock, on.now))

export function told(on: Deciding, kind: CaseEvent['kind'], request: Request, detail: CaseDetail): CaseEvent {
  return moved(on, 'supervise', kind, { ...detail, requests: [request], other: request.by, values: valuesOf(request) }, {})
}

/** What a sentence of the timeline names. */
export const valuesOf = ({ kind, wants, ruling }: Request): Record<string, string> => ({
  request: kind,
  ...(ruling && { ruling }),
  ...(wants.outcome && { outcome: wants.outcome }),
  ...(wants.workingDays && { workingDays: String(wants.workingDays) }),
  ...(wants.days && { days: String(wants.days) }),
  ...(wants.until && { until: wants.until }),
  ...(wants.ground && { ground: wants.ground }),
})

export function join(event: CaseEvent, more: { requests: readonly Request[]; clocks: readonly Clock[] }): CaseEvent {
  const clocks = new Map([...(event.detail.clocks ?? []), ...more.clocks].map((clock) => [clock.id, clock]))
  return { ...event, detail: { ...event.detail, requests: [...(event.detail.requests ?? []), ...more.requests], clocks: [...clocks.values()] } }
}
