import { calendarOfBody, type Calendar } from '#server/kernel/calendar.ts'
import { addWorkingTime, dueWithPauses, warnAt, type Span } from '#server/kernel/working-time.ts'

/**
 * A named deadline, an object of its own: made of a start, pauses and an end. No comment or edit moves it.
 * Instants are ISO 8601 text, so that a clock travels in a fact as it is.
 */
export interface Clock {
  id: string
  kind: ClockKind
  task: string | null
  /** The request that it is the clock of. */
  request?: string | null
  /** Who it counts against while it runs. */
  body: string
  span: Span
  startedAt: string
  /** Null while paused. */
  dueAt: string | null
  /** The sum ran into a year whose working days are not announced yet. */
  provisional: boolean
  pauses: readonly ClockPause[]
  warnAt: string | null
  warnedAt: string | null
  breachedAt: string | null
  endedAt: string | null
}

/**
 * gate: a leader's decision; ruling: an arbiter's; supervision: the plan that was asked for; answer: from closing;
 * review: a matter planned for later; callback: a call to the resident; settle: the minute in which a leader may think
 * again; rate: the days in which the resident may judge. The last two count against nobody: something follows from them.
 * ownership: the word of a body that is asked whose a case is.
 * look: what a body that is asked to look on site finds there.
 * petition_…: what the law gives for a petition matter, beside all others (petitions/petition.ts).
 */
export type ClockKind = 'reply' | 'start' | 'resolve' | 'task' | 'gate' | 'ruling' | 'supervision' | 'answer' | 'review' | 'callback' | 'settle' | 'rate'
  | 'ownership' | 'look' | 'petition_acceptance' | 'petition_handling' | 'petition_review' | 'petition_second_review'

/** `until` is the longest that a pause may last; `to` is null while it does. */
export interface ClockPause {
  from: string
  to: string | null
  until: string
}

/** The calendar of the county; each clock is summed up by the office hours of the body that it counts against. */
export interface Timing {
  calendar: Calendar
  warnShare: number
}

/** A clock that begins to run. */
export function startClock(
  of: { id: string; kind: ClockKind; task?: string | undefined; request?: string | undefined; body: string; span: Span },
  now: Date,
  timing: Timing,
): Clock {
  const calendar = calendarOfBody(timing.calendar, of.body)
  const { dueAt, provisional } = addWorkingTime(calendar, now, of.span)
  return {
    id: of.id, kind: of.kind, task: of.task ?? null, request: of.request ?? null, body: of.body, span: of.span,
    startedAt: now.toISOString(), dueAt: dueAt.toISOString(), provisional, pauses: [],
    warnAt: warnAt(calendar, now, dueAt, timing.warnShare, of.span).toISOString(),
    warnedAt: null, breachedAt: null, endedAt: null,
  }
}

/** Stands still while the resident is asked, and for nothing else. A breached clock no longer stops. */
export function pauseClock(clock: Clock, now: Date, until: Date): Clock {
  const at = now.toISOString()
  if (clock.endedAt || isPaused(clock) || clock.breachedAt || (clock.dueAt && clock.dueAt <= at)) return clock
  return { ...clock, dueAt: null, pauses: [...clock.pauses, { from: at, to: null, until: until.toISOString() }] }
}

/** Goes on with the time that was left. A pause that lasted as long as it may ended then, whenever that is noticed. */
export function resumeClock(clock: Clock, now: Date, timing: Timing): Clock {
  if (clock.endedAt || !isPaused(clock)) return clock
  const pauses = clock.pauses.map((pause) => (pause.to ? pause : { ...pause, to: earlier(pause.until, now.toISOString()) }))
  return { ...clock, pauses, ...sumOf({ ...clock, pauses }, now, timing) }
}

export const endClock = (clock: Clock, now: Date): Clock => (clock.endedAt ? clock : { ...clock, endedAt: now.toISOString() })

/** The due time from the start and the pauses, as a changed calendar would have it too. */
export function sumOf(clock: Clock, now: Date, timing: Timing): Pick<Clock, 'dueAt' | 'provisional' | 'warnAt'> {
  const start = new Date(clock.startedAt)
  const pauses = clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: to ? new Date(to) : undefined }))
  const calendar = calendarOfBody(timing.calendar, clock.body)
  const { dueAt, provisional } = dueWithPauses(calendar, start, clock.span, pauses, now)
  if (!dueAt) return { dueAt: null, provisional, warnAt: clock.warnAt }
  const ended = pauses.filter((pause): pause is { from: Date; to: Date } => pause.to !== undefined)
  const warning = clock.warnedAt ? clock.warnAt : warnAt(calendar, start, dueAt, timing.warnShare, clock.span, ended).toISOString()
  return { dueAt: dueAt.toISOString(), provisional, warnAt: warning }
}

export const isPaused = (clock: Clock): boolean => clock.pauses.some((pause) => pause.to === null)
/** The law's time stands still for nothing. */
export const isStatutory = ({ kind }: Pick<Clock, 'kind'>): boolean => kind.startsWith('petition_')
/** Times for handling, as against those of decisions among bodies. */
export const isOfHandling = ({ kind }: Pick<Clock, 'kind'>): boolean => handlingKinds.includes(kind)
const handlingKinds: readonly ClockKind[] = ['reply', 'start', 'resolve', 'task', 'answer', 'petition_acceptance', 'petition_handling']
/** Its end is nobody's deadline. */
export const isSilent = ({ kind }: Clock): boolean => kind === 'settle' || kind === 'rate'
export const isRunning = (clock: Clock): boolean => clock.endedAt === null

/** When somebody must look at it next: to warn, to call the breach, or to end a pause that lasts too long. */
export function nextLook(clock: Clock): string | null {
  if (clock.endedAt) return null
  const pause = clock.pauses.find((one) => one.to === null)
  if (pause) return pause.until
  if (clock.breachedAt) return null
  if (isSilent(clock)) return clock.dueAt
  return clock.warnedAt ? clock.dueAt : (earlier(clock.warnAt, clock.dueAt) ?? clock.dueAt)
}

const earlier = (one: string | null, other: string | null) => (one && other && one > other ? other : one)

/** The deadlines that a resident is told of: decisions among bodies are not theirs to wait for. */
export const kindsForResident: readonly ClockKind[] = [
  'reply', 'start', 'resolve', 'task', 'answer', 'petition_acceptance', 'petition_handling', 'petition_review', 'petition_second_review',
]

/** The running clock of a case that is due first; a paused one counts where none runs. */
export function firstDue(clocks: readonly Clock[]): Clock | undefined {
  const running = clocks.filter((clock) => isRunning(clock) && !isSilent(clock))
  const due = running.filter((clock) => clock.dueAt !== null).toSorted((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1))
  return due[0] ?? running[0]
}
