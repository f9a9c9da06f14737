import { explainClock } from '#contract/casework.ts'
import { calendarOfBody } from '#server/kernel/calendar.ts'
import { operation, staff, type Call } from '#server/kernel/operation.ts'
import { can } from '#server/kernel/reach.ts'
import { orRefuse } from '#server/kernel/refusal.ts'
import { dueWithPauses, type Step } from '#server/kernel/working-time.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { reachedOf } from '../cases/act-on-case.ts'
import { loadCase, type Loaded } from '../cases/case.sql.ts'
import { grantedTo } from '../petitions/petition.ts'
import { isSame } from '../policies/layer.ts'
import { layerNames } from '../policies/name-layers.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { spanFieldOf } from '../policies/span.ts'
import type { Clock } from './clock.ts'

/** Why this due time: the sum done again, step by step. */
export default operation(explainClock, staff('case.read'), async (call) => {
  const { county, id, clock: wanted } = call.params
  const loaded = orRefuse(await loadCase(call.db, county, id, 'look'))
  orRefuse(can(call.actor, 'case.read', reachedOf(loaded.row)))
  const clock = orRefuse(loaded.file.clocks.find((one) => one.id === wanted))
  const pauses = clock.pauses.map(({ from, to }) => ({ from: new Date(from), to: to ? new Date(to) : undefined }))
  const { steps } = dueWithPauses(calendarOfBody(await calendarOf(call, county), clock.body), new Date(clock.startedAt), clock.span, pauses, call.now)
  return {
    kind: clock.kind,
    span: { ...clock.span },
    rule: await ruleOf(call, loaded, clock),
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    provisional: clock.provisional,
    pauses: clock.pauses.map(({ from, to }) => ({ from, to })),
    steps: steps.map(stepShown),
  }
})

/** The rule that gave the clock its time, where it still gives the same. */
async function ruleOf(call: Call<'explainClock'>, loaded: Loaded, clock: Clock) {
  const { county } = call.params
  const field = spanFieldOf(clock.kind, clock.startedAt === loaded.row.received_at.toISOString())
  const decided = field && (await knownPolicies(call, county)).decisionsOf(loaded)[field]
  if (!decided || !isSame(decided.value, spanAtFirst(loaded, clock))) return null
  const { layer } = decided
  const named = layer && (await layerNames(call, county, [layer]))(layer)
  return { version: loaded.file.policy, field, holds: named ? { town: named.townName, category: named.categoryName } : null }
}

/** The law's time as it was before the head of the body lengthened it. */
function spanAtFirst({ file }: Loaded, clock: Clock): Clock['span'] {
  const more = clock.kind === 'petition_handling' ? grantedTo(file, clock)?.wants.days : undefined
  return more && 'days' in clock.span ? { days: clock.span.days - more } : clock.span
}

function stepShown(step: Step) {
  if (step.kind === 'skipped') return { kind: step.kind, from: step.fromDate, to: step.toDate, why: step.why, name: step.name ?? null }
  if (step.kind === 'paused') return { kind: step.kind, from: step.from.toISOString(), to: step.to?.toISOString() ?? null }
  return { kind: 'counted' as const, from: step.from.toISOString(), to: step.to.toISOString(), minutes: step.minutes, left: step.remaining }
}
