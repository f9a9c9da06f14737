import { begin, moved, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'
import { endClock, isRunning, sumOf, type Clock } from '../clocks/clock.ts'

/**
 * A petition matter 信访件 passes both gates from now on, and the law's own time runs. A mark set late changes nothing of it:
 * the time for acceptance runs from the true receipt, that for the handling from the acceptance, and what ran out is late.
 */
export function petitionMarked(on: Deciding, receivedAt: Date): CaseEvent {
  return moved(on, 'petition', 'case.petition_marked', { clocks: clocksOf(on, receivedAt) }, { petition: true })
}

function clocksOf(on: Deciding, receivedAt: Date): Clock[] {
  const { file: { desk, clocks }, rules: { petition } } = on
  const first = clocks.find((clock) => clock.kind === 'reply')
  const acceptance = begin({ ...on, now: receivedAt }, 'petition_acceptance', first?.body ?? desk, petition.acceptance)
  const accepted = clocks.filter((clock) => clock.kind === 'resolve')
  if (accepted.length === 0) return [{ ...acceptance, body: desk }]
  const told = accepted[0]!.startedAt
  const kept = endClock({ ...acceptance, breachedAt: acceptance.dueAt! < told ? acceptance.dueAt : null }, new Date(told))
  // What was opened again is handled again from then on.
  return [kept, begin({ ...on, now: new Date(accepted.at(-1)!.startedAt) }, 'petition_handling', desk, petition.handling)]
}

/** More of the law's time for the handling opinion; who was warned is warned again. */
export function lengthened(on: Deciding, days: number): CaseEvent {
  const clocks = on.file.clocks.filter((clock) => clock.kind === 'petition_handling' && isRunning(clock)).map((clock) => {
    const more = { ...clock, span: 'days' in clock.span ? { days: clock.span.days + days } : clock.span, warnedAt: null }
    return { ...more, ...sumOf(more, on.now, on.timing) }
  })
  return moved(on, 'lengthen', 'petition.extended', { clocks, values: { days: String(days), until: clocks[0]!.dueAt! } }, {})
}
