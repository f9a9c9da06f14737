import { explainClock } from '#contract/casework.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { dueWithPauses, type Step } from '#server/kernel/working-time.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { loadCase } from '../cases/case.sql.ts'

/** Why this due time: the sum done again, step by step. */
export default operation(explainClock, staff('case.read'), async (call) => {
  const { county, id, clock: wanted } = call.params
  const loaded = orRefuse(await loadCase(call.db, county, id, 'look'))
  orRefuse(can(call.actor, 'case.read', reachedOf(loaded.row)))
  const clock = orRefuse(loaded.file.clocks.find((one) => one.id === wanted))
  const pauses = clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: to ? new Date(to) : undefined }))
  const { steps } = dueWithPauses(await calendarOf(call, county), new Date(clock.startedAt), clock.span, pauses, call.now)
  return {
    kind: clock.kind,
    span: { ...clock.span },
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    pauses: clock.pauses.map(({ from, to }) => ({ from, to })),
    steps: steps.map(stepShown),
  }
})

function stepShown(step: Step) {
  if (step.kind === 'skipped') return { kind: step.kind, from: step.fromDate, to: step.toDate, why: step.why, name: step.name ?? null }
  if (step.kind === 'paused') return { kind: step.kind, from: step.from.toISOString(), to: step.to?.toISOString() ?? null }
  return { kind: 'counted' as const, from: step.from.toISOString(), to: step.to.toISOString(), minutes: step.minutes, left: step.remaining }
}
