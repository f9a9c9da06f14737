import type { PolicyField, Span } from '#contract/policy-fields.ts'
import { calendarOfBody, type Calendar } from '#server/kernel/calendar.ts'
import { dueWithPauses, type Pause } from '#server/kernel/working-time.ts'
import type { PolicyRules } from '../cases/policy.ts'
import { isSame, valueIn } from './layer.ts'
import { spanFieldOf } from './span.ts'

/** A clock of a past case, as it ran. */
export interface PastClock {
  kind: string
  /** Whom it counted against: by their office hours it is summed up. */
  body: string
  span: Span
  startedAt: Date
  pauses: readonly Pause[]
  endedAt: Date | null
}

export interface PastCase {
  id: string
  number: string
  town: number | null
  category: string | null
  receivedAt: Date
  /** Did it go to a lead, was it closed: only then would it have met the gate. */
  isDispatched: boolean
  isClosed: boolean
  clocks: readonly PastClock[]
}

/** One clock under both books. */
export interface Compared {
  field: PolicyField
  dueBefore: Date
  dueAfter: Date
  lateBefore: boolean
  lateAfter: boolean
}

/** The rule that a clock ran by; undefined where somebody set its time by hand, or no rule does. */
function fieldOf(clock: PastClock, one: PastCase, before: PolicyRules): PolicyField | undefined {
  const field = spanFieldOf(clock.kind, clock.startedAt.getTime() === one.receivedAt.getTime())
  // A dispatch may state a time of its own; a rule would not have changed it.
  if (field === 'task' && !isSame(clock.span, before.task)) return undefined
  return field
}

/**
 * Each clock of a past case under the rules before and after. Both times are summed up from the clock's own start and
 * pauses, so that what is compared is the rules and not what else has changed since.
 */
export function compareClocks(one: PastCase, before: PolicyRules, after: PolicyRules, calendar: Calendar, now: Date): Compared[] {
  return one.clocks.flatMap((clock): Compared[] => {
    const field = fieldOf(clock, one, before)
    if (!field) return []
    const [old, next] = [valueIn(before, field) as Span, valueIn(after, field) as Span]
    const stoppedAt = clock.endedAt ?? now
    const dueBefore = dueBy(clock, old, calendar, stoppedAt)
    const dueAfter = isSame(old, next) ? dueBefore : dueBy(clock, next, calendar, stoppedAt)
    return [{ field, dueBefore, dueAfter, lateBefore: stoppedAt > dueBefore, lateAfter: stoppedAt > dueAfter }]
  })
}

function dueBy(clock: PastClock, span: Span, calendar: Calendar, stoppedAt: Date): Date {
  const { dueAt, notBefore } = dueWithPauses(calendarOfBody(calendar, clock.body), clock.startedAt, span, clock.pauses, stoppedAt)
  return dueAt ?? notBefore
}

const isMoved = (one: Compared) => one.dueBefore.getTime() !== one.dueAfter.getTime()

export interface ClockCounts {
  field: PolicyField
  all: number
  moved: number
  newlyLate: number
  noLongerLate: number
}

export interface GateCounts {
  field: 'gates.dispatch' | 'gates.close'
  all: number
  before: number
  after: number
}

export interface Trial {
  cases: number
  moved: number
  newlyLate: number
  noLongerLate: number
  clocks: Map<PolicyField, ClockCounts>
  gates: GateCounts[]
  examples: (Compared & { of: PastCase })[]
}

export const newTrial = (): Trial => ({
  cases: 0, moved: 0, newlyLate: 0, noLongerLate: 0, clocks: new Map(), examples: [],
  gates: [{ field: 'gates.dispatch', all: 0, before: 0, after: 0 }, { field: 'gates.close', all: 0, before: 0, after: 0 }],
})

const examplesKept = 200

/** Adds a past case to what a trial found. */
export function addCase(trial: Trial, one: PastCase, compared: readonly Compared[], before: PolicyRules, after: PolicyRules): void {
  trial.cases += 1
  if (compared.some(isMoved)) trial.moved += 1
  if (compared.some(isNewlyLate)) trial.newlyLate += 1
  if (compared.some(isNoLongerLate)) trial.noLongerLate += 1
  for (const clock of compared) {
    const counts = trial.clocks.get(clock.field) ?? { field: clock.field, all: 0, moved: 0, newlyLate: 0, noLongerLate: 0 }
    counts.all += 1
    if (isMoved(clock)) counts.moved += 1
    if (isNewlyLate(clock)) counts.newlyLate += 1
    if (isNoLongerLate(clock)) counts.noLongerLate += 1
    trial.clocks.set(clock.field, counts)
    if (isMoved(clock) && (trial.examples.length < examplesKept || clock.lateBefore !== clock.lateAfter)) trial.examples.push({ ...clock, of: one })
  }
  for (const gate of trial.gates) {
    const [isThere, key] = gate.field === 'gates.dispatch' ? [one.isDispatched, 'dispatch' as const] : [one.isClosed, 'close' as const]
    if (!isThere) continue
    gate.all += 1
    if (before.gates[key] !== 'none') gate.before += 1
    if (after.gates[key] !== 'none') gate.after += 1
  }
}

const isNewlyLate = (one: Compared) => one.lateAfter && !one.lateBefore
const isNoLongerLate = (one: Compared) => one.lateBefore && !one.lateAfter

/** The most telling ones first: those that would be late, then those no longer late, then the rest. */
export const tellingExamples = (trial: Trial, max: number) =>
  trial.examples.toSorted((a, b) => weight(b) - weight(a)).slice(0, max)

const weight = (one: Compared) => (isNewlyLate(one) ? 2 : isNoLongerLate(one) ? 1 : 0)
