import type { PolicyRules } from '../cases/policy.ts'
import type { CaseFile } from '../cases/case.ts'
import { breached, received, type Deciding } from '../cases/decision.ts'
import { evolve, type CaseEvent } from '../cases/event.ts'
import { isRunning, type Clock, type Timing } from '../clocks/clock.ts'

/** One thing that happened to a case on another platform, when it did. */
export interface Happened extends CaseEvent {
  at: Date
}

/**
 * What happened to a case elsewhere, as this house would have told it: received, each clock that ran out when it did, answered.
 * Whoever answered had begun before, but nobody says when: an answered case gets no start clock.
 */
export function historyOf(
  unborn: CaseFile,
  { receivedAt, answer }: { receivedAt: Date; answer: { at: Date; entry: string } | null },
  by: { rules: PolicyRules; timing: Timing; now: Date; newId: () => string; above: string | undefined },
): { file: CaseFile; happened: Happened[] } {
  const { rules, timing, now, newId, above } = by
  const on = (file: CaseFile, at: Date): Deciding => ({ file, rules, timing, now: at, newId })
  const begun = received(on(unborn, receivedAt))
  const clocks = begun.detail.clocks!.filter((clock) => !answer || clock.kind === 'reply')
  const happened: Happened[] = [{ kind: begun.kind, detail: { ...begun.detail, clocks }, at: receivedAt }]
  let file = evolve(unborn, happened[0]!)
  const happen = (event: CaseEvent, at: Date) => {
    happened.push({ ...event, at })
    file = evolve(file, event)
  }
  const until = answer?.at ?? now
  for (const clock of clocks.toSorted(byDue)) {
    const due = new Date(clock.dueAt!)
    if (due < until) happen(breached(on(file, due), clock, above), due)
  }
  if (answer) happen(answeredElsewhere(file, answer), answer.at)
  return { file, happened }
}

const byDue = (one: Clock, other: Clock) => (one.dueAt! < other.dueAt! ? -1 : 1)

function answeredElsewhere(file: CaseFile, { at, entry }: { at: Date; entry: string }): CaseEvent {
  const clocks = file.clocks.filter(isRunning).map((clock) => ({ ...clock, endedAt: at.toISOString() }))
  return { kind: 'case.answered', detail: { from: { state: file.state, desk: file.desk }, to: { state: 'answered' }, clocks, entry } }
}
