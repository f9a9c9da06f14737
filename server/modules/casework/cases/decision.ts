import type { CaseLevel } from '#contract/casework.ts'
import type { FactKind } from '#server/facts/index.ts'
import type { Span } from '#server/kernel/working-time.ts'
import { transitions, type Act, type CaseFile } from './case.ts'
import { endClock, isRunning, isStatutory, pauseClock, resumeClock, startClock, sumOf, type Clock, type ClockKind, type Timing } from '../clocks/clock.ts'
import type { CaseDetail, CaseEvent, CaseNow } from './event.ts'
import type { PolicyRules } from './policy.ts'
import type { Mode } from '../modes/mode.ts'
import type { Binding } from '../tasks/officer.ts'
import { dissolving, forming } from '../groups/group.ts'
import { isOpen, leadHasReported, type Task } from '../tasks/task.ts'

/**
 * What follows from each act, once the rules allow it. Pure: ids and the time are given.
 * `newId` is called once per task or clock that begins.
 */
export interface Deciding {
  file: CaseFile
  rules: PolicyRules
  timing: Timing
  now: Date
  newId: () => string
  /** The words that go with the act. */
  entry?: string | undefined
}

export function received(on: Deciding): CaseEvent {
  const { file, rules } = on
  const to: CaseNow = { ...file }
  const clocks = [begin(on, 'reply', file.desk, rules.reply), begin(on, 'start', file.desk, rules.start)]
  return { kind: 'case.received', detail: { to: nowOf(to), clocks } }
}

export function accepted(on: Deciding, category: string | undefined, owner?: string | null): CaseEvent {
  const clocks = [...ended(on, 'reply', 'petition_acceptance'), beginAsked(on, 'resolve', on.file.desk, on.rules.resolve), ...handling(on)]
  return moved(on, 'accept', 'case.accepted', { clocks }, { ...(category && { category }), ...(owner !== undefined && { owner }) })
}

export function declined(on: Deciding, ground: string): CaseEvent {
  return moved(on, 'decline', 'case.declined', { clocks: allEnded(on), values: { ground } }, { paused: false, outcome: 'declined' })
}

export function askedBack(on: Deciding, daysMax: number): CaseEvent {
  const until = new Date(on.now.getTime() + Math.min(daysMax, on.rules.askBackDaysMax) * 86_400_000)
  const told = ended(on, 'reply')
  // Decisions among bodies go on meanwhile.
  const paused = on.file.clocks.filter((clock) => clock.kind !== 'reply' && !clock.request && !isStatutory(clock)).map((clock) => pauseClock(clock, on.now, until))
  const clocks = [...told, ...paused.filter((clock) => !on.file.clocks.includes(clock))]
  return moved(on, 'askBack', 'case.asked_back', { clocks, values: { until: until.toISOString() } }, { paused: true })
}

/** The resident adds something; if they were asked, the clocks go on. */
export function addedTo(on: Deciding): CaseEvent {
  return moved(on, 'add', 'case.added_to', { clocks: resumed(on) }, { paused: false })
}

/** A pause that lasted as long as it may. */
export function resumedByTime(on: Deciding): CaseEvent {
  return moved(on, 'add', 'case.resumed', { clocks: resumed(on) }, { paused: false })
}

/** @param owner left out: as it was */
export function sorted(on: Deciding, category: string, owner?: string | null): CaseEvent {
  return moved(on, 'sort', 'case.sorted', {}, { category, ...(owner !== undefined && { owner }) })
}

export function publicationDecided(on: Deciding, publish: boolean): CaseEvent {
  const kind = publish ? 'case.published' : 'case.kept_private'
  return moved(on, 'publish', kind, {}, { publicity: publish ? 'public' : 'kept' })
}

/** @param to.handler the officer to whom it goes straight 点派单: what they have their body has, and `binds` says by what */
export function dispatched(
  on: Deciding,
  to: { lead: string; assists: readonly string[]; workingDays?: number | undefined; handler?: string | undefined; binds?: Binding | undefined; mode?: Mode | undefined; advised?: Mode | undefined },
): CaseEvent {
  const span: Span = to.workingDays ? { workingDays: to.workingDays } : on.rules.task
  const pairs = [to.lead, ...to.assists].map((body, i) => assign(on, body, i === 0 ? 'lead' : 'assist', span))
  const tasks = pairs.map(([task]): Task => (task.role === 'lead' && to.handler ? { ...task, state: 'taken', handler: to.handler } : task))
  const detail = { tasks, clocks: pairs.map(([, clock]) => clock), other: to.lead, ...valuesOf(to) }
  return moved(on, 'dispatch', 'case.dispatched', detail, to.mode === 'group' ? forming(on) : {})
}

/** By what the lead was bound, how they go about it, and what had been advised. */
function valuesOf({ binds, mode, advised }: { binds?: Binding | undefined; mode?: Mode | undefined; advised?: Mode | undefined }): Pick<CaseDetail, 'values'> {
  return binds || mode ? { values: { ...(binds && { binds }), ...(mode && { mode }), ...(advised && { advised }) } } : {}
}

/** One body more, of whatever level: a lower body may call a higher one (块块调动条条). It may return the task, with a ground. */
export function assistCalled(on: Deciding, body: string, workingDays?: number): CaseEvent {
  const [task, clock] = assign(on, body, 'assist', workingDays ? { workingDays } : on.rules.task)
  return moved(on, 'callAssist', 'case.assist_called', { tasks: [task], clocks: [clock], other: body }, {})
}

export function escalated(on: Deciding, to: { desk: string; level: CaseLevel; type: string }): CaseEvent {
  const { file, rules } = on
  const start = begin(on, 'start', to.desk, rules.startAfterEscalation)
  const handedOver = file.clocks.filter((clock) => isRunning(clock) && (clock.kind === 'resolve' || clock.kind === 'petition_handling')).map((clock) => ({ ...clock, body: to.desk }))
  const clocks = [...ended(on, 'start', 'task'), ...handedOver.map((clock) => resumeClock(clock, on.now, on.timing)), start]
  const detail = { tasks: openEnded(on), clocks, other: to.desk, values: { type: to.type } }
  return moved(on, 'escalate', 'case.escalated', detail, { desk: to.desk, level: to.level, paused: false })
}

/** The desk's clocks go with the case; those of assists that are still at work stay with these. */
export function sentDown(on: Deciding, to: { desk: string; level: CaseLevel }): CaseEvent {
  const clocks = on.file.clocks.filter((clock) => isRunning(clock) && clock.task === null && !clock.request).map((clock) => ({ ...clock, body: to.desk }))
  return moved(on, 'sendDown', 'case.sent_down', { clocks, other: to.desk }, { desk: to.desk, level: to.level })
}

/** A note. Work on a task ends the start clock: work has begun, which signing for it is not. */
export function noted(on: Deciding, toResident: boolean, work: Task | undefined): CaseEvent {
  const tasks = work && !work.startedAt ? [{ ...work, startedAt: on.now.toISOString() }] : []
  const clocks = work ? ended(on, 'start') : []
  const kind = toResident ? 'case.told' : 'case.noted'
  return moved(on, 'note', kind, { tasks, clocks, ...(work && { task: work.id }) }, {})
}

export function taken(on: Deciding, task: Task, person: string): CaseEvent {
  return taskChanged(on, 'task.taken', { ...task, state: 'taken', handler: person })
}

export function assigned(on: Deciding, task: Task, person: string): CaseEvent {
  return taskChanged(on, 'task.assigned', { ...task, state: 'taken', handler: person })
}

/** The handler has left: the body must name another. */
export function rehomed(on: Deciding, task: Task): CaseEvent {
  return taskChanged(on, 'task.rehomed', { ...task, state: 'assigned', handler: null })
}

export function returned(on: Deciding, task: Task, ground: string, proposed: string | undefined): CaseEvent {
  const detail = { values: { ground }, ...(proposed && { other: proposed }) }
  const back = { ...task, state: 'returned' as const, endedAt: on.now.toISOString() }
  const to = task.role === 'lead' ? ({ state: 'accepted' } as const) : {}
  return taskChanged(on, 'task.returned', back, to, detail)
}

export function released(on: Deciding, task: Task): CaseEvent {
  return taskChanged(on, 'task.released', { ...task, state: 'ended', endedAt: on.now.toISOString() })
}

export function reported(on: Deciding, task: Task, outcome: string, plannedUntil?: string): CaseEvent {
  const at = on.now.toISOString()
  const done: Task = { ...task, state: 'reported', outcome, endedAt: at, startedAt: task.startedAt ?? at }
  const others = on.file.tasks.filter((one) => one.id !== task.id)
  const to = leadHasReported([...others, done]) ? ({ state: 'reported' } as const) : {}
  return taskChanged(on, 'task.reported', done, to, { values: { outcome, ...(plannedUntil && { plannedUntil }) } }, ended(on, 'start'))
}

/** The lead does it again, with a new clock; what it reported stays in the trail. */
export function reworked(on: Deciding): CaseEvent {
  const lead = on.file.tasks.find((task) => task.role === 'lead' && task.state === 'reported')!
  const clock = beginAsked(on, 'task', lead.body, on.rules.task, lead.id)
  const again: Task = { ...lead, state: lead.handler ? 'taken' : 'assigned', outcome: null, endedAt: null }
  return moved(on, 'rework', 'case.reworked', { tasks: [again], clocks: [clock], other: lead.body }, {})
}

/** The answer's clock begins; what is planned for later 挂账 is looked at again then. The law's runs until the answer. */
export function closed(on: Deciding, outcome: string, plannedUntil?: string): CaseEvent {
  const { desk } = on.file
  const review = plannedUntil ? [begin(on, 'review', desk, { hours: Math.max(0, new Date(plannedUntil).getTime() - on.now.getTime()) / 3_600_000 })] : []
  const clocks = [...allEnded(on, 'petition_handling'), begin(on, 'answer', desk, on.rules.answer), ...review]
  const values = { outcome, ...(plannedUntil && { plannedUntil }) }
  return moved(on, 'close', 'case.closed', { clocks, values }, { outcome, paused: false, ...(plannedUntil && { plannedUntil }) })
}

/** Once as of right, at the desk that had it; it keeps its first start. */
export function reopened(on: Deciding): CaseEvent {
  const { file, rules } = on
  const clocks = [...ended(on, 'review', 'rate'), begin(on, 'start', file.desk, rules.start), begin(on, 'resolve', file.desk, rules.resolve), ...handling(on)]
  return moved(on, 'reopen', 'case.reopened', { tasks: openEnded(on), clocks }, { outcome: null, plannedUntil: null, reopened: file.reopened + 1 })
}

export function answered(on: Deciding): CaseEvent {
  const rate = begin(on, 'rate', on.file.desk, { days: on.rules.rateWithinDays })
  return moved(on, 'answer', 'case.answered', { clocks: [...ended(on, 'answer', 'petition_handling'), rate] }, {})
}

export function rated(on: Deciding, rating: { contacted: boolean; solved: string; satisfied: number }): CaseEvent {
  const values = { contacted: String(rating.contacted), solved: rating.solved, satisfied: String(rating.satisfied) }
  return moved(on, 'rate', 'case.rated', { clocks: ended(on, 'rate'), values }, {})
}

/** The days in which the resident could judge are over. */
export function ratingOver(on: Deciding): CaseEvent {
  return { kind: 'rating.over', detail: { clocks: ended(on, 'rate') } }
}

/** What is taken back is public no longer. */
export function withdrawn(on: Deciding): CaseEvent {
  return moved(on, 'withdraw', 'case.withdrawn', { tasks: openEnded(on), clocks: allEnded(on) }, { paused: false, publicity: 'private' })
}

export function warned(on: Deciding, clock: Clock): CaseEvent {
  return { kind: 'clock.warned', detail: { clocks: [{ ...clock, warnedAt: on.now.toISOString() }], values: { clock: clock.kind }, other: clock.body } }
}

/** The breach counts against the body that held it at that time, and the desk above hears of it. */
export function breached(on: Deciding, clock: Clock, above?: string): CaseEvent {
  const at = on.now.toISOString()
  const late = { ...clock, warnedAt: clock.warnedAt ?? at, breachedAt: clock.dueAt }
  return { kind: 'clock.breached', detail: { clocks: [late], values: { clock: clock.kind }, other: clock.body, ...(above && { above }) } }
}

/** The calendar has changed: running clocks are summed up anew. Undefined where nothing moves. */
export function recomputed(on: Deciding): CaseEvent | undefined {
  const clocks = on.file.clocks.filter((clock) => isRunning(clock) && !clock.breachedAt).map((clock) => ({ ...clock, ...sumOf(clock, on.now, on.timing) }))
  const changed = clocks.filter((clock) => {
    const before = on.file.clocks.find((one) => one.id === clock.id)!
    return before.dueAt !== clock.dueAt || before.provisional !== clock.provisional
  })
  return changed.length > 0 ? { kind: 'clocks.recomputed', detail: { clocks: changed } } : undefined
}

/** What an act makes of the case's whereabouts. */
export function moved(on: Deciding, act: Act, kind: FactKind, detail: CaseDetail, to: Partial<CaseNow>): CaseEvent {
  const { file } = on
  const transition = transitions[act] as { to?: CaseFile['state'] }
  const next = { ...(transition.to && { state: transition.to }), ...to, ...dissolving(on, act) }
  const isMoved = (next.state && next.state !== file.state) || (next.desk && next.desk !== file.desk)
  return {
    kind,
    detail: {
      ...(isMoved && { from: { state: file.state, desk: file.desk } }),
      ...(Object.keys(next).length > 0 && { to: next }),
      ...detail,
      ...(on.entry && { entry: on.entry }),
    },
  }
}

function taskChanged(on: Deciding, kind: FactKind, task: Task, to: Partial<CaseNow> = {}, detail: CaseDetail = {}, clocks: Clock[] = []): CaseEvent {
  const isDone = !isOpen(task)
  const own = isDone ? on.file.clocks.filter((clock) => clock.task === task.id && isRunning(clock)).map((clock) => endClock(clock, on.now)) : []
  const isMoved = to.state !== undefined && to.state !== on.file.state
  return {
    kind,
    detail: {
      ...(isMoved && { from: { state: on.file.state, desk: on.file.desk } }),
      ...(Object.keys(to).length > 0 && { to }),
      tasks: [task],
      clocks: [...own, ...clocks],
      task: task.id,
      ...detail,
      ...(on.entry && { entry: on.entry }),
    },
  }
}

/** A task with its clock. */
export function assign(on: Deciding, body: string, role: Task['role'], span: Span): [Task, Clock] {
  const id = on.newId()
  const clock = beginAsked(on, 'task', body, span, id)
  const at = on.now.toISOString()
  const task: Task = {
    id, body, role, state: 'assigned', handler: null, instruction: on.entry ?? null, assignedBy: on.file.desk, assignedAt: at,
    startedAt: null, endedAt: null, outcome: null,
  }
  return [task, clock]
}

export const begin = (on: Deciding, kind: ClockKind, body: string, span: Span, task?: string, request?: string): Clock =>
  startClock({ id: on.newId(), kind, body, span, task, request }, on.now, on.timing)

/** What begins while the resident is asked stands still with the others, as long as these may. */
function beginAsked(on: Deciding, kind: ClockKind, body: string, span: Span, task?: string): Clock {
  const clock = begin(on, kind, body, span, task)
  if (!on.file.paused) return clock
  const others = on.file.clocks.flatMap((one) => one.pauses.filter((pause) => pause.to === null).map((pause) => pause.until))
  const until = others.toSorted().at(-1)
  return pauseClock(clock, on.now, until ? new Date(until) : new Date(on.now.getTime() + on.rules.askBackDaysMax * 86_400_000))
}

export const ended = (on: Deciding, ...kinds: ClockKind[]): Clock[] =>
  on.file.clocks.filter((clock) => isRunning(clock) && kinds.includes(clock.kind)).map((clock) => endClock(clock, on.now))

/** All but those of an exclusion, which is ruled on whatever becomes of the case, and of some kinds. */
export const allEnded = (on: Deciding, ...but: ClockKind[]): Clock[] => {
  const goesOn = new Set(on.file.requests.filter((one) => one.kind === 'exclusion').map((one) => one.id))
  return on.file.clocks.filter((clock) => isRunning(clock) && !goesOn.has(clock.request ?? '') && !but.includes(clock.kind)).map((clock) => endClock(clock, on.now))
}

/** Of a petition matter: the law's time for the handling opinion. */
const handling = (on: Deciding): Clock[] => (on.file.petition ? [begin(on, 'petition_handling', on.file.desk, on.rules.petition.handling)] : [])

const resumed = (on: Deciding): Clock[] =>
  on.file.clocks.map((clock) => resumeClock(clock, on.now, on.timing)).filter((clock) => !on.file.clocks.includes(clock))

const openEnded = (on: Deciding): Task[] =>
  on.file.tasks.filter((task) => isOpen(task) || task.state === 'reported').map((task) => ({ ...task, state: 'ended', endedAt: task.endedAt ?? on.now.toISOString() }))

/** Where a case begins; what every case begins without is not said. */
const nowOf = ({ state, paused, level, desk, category, owner, code, publicity, outcome, policy }: CaseNow): Partial<CaseNow> =>
  ({ state, paused, level, desk, category, publicity, outcome, policy, ...(owner && { owner }), ...(code && { code }) })
