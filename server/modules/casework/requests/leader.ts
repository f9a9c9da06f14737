import type { Actor } from '#server/kernel/reach.ts'
import type { CaseEvent } from '../cases/event.ts'
import type { Deciding } from '../cases/decision.ts'
import { topDesk, type Bodies } from '../cases/ladder.ts'
import type { Gate } from '../cases/policy.ts'
import { gateOf } from './request.ts'

/** The body whose leader must decide first; undefined where nobody must, or where the leader is acting. */
export function leaderFor(actor: Actor, { file }: Deciding, bodies: Bodies, gate: Gate): string | undefined {
  const of = gateOf(file, gate)
  if (of === undefined) return undefined
  const body = of === 'county' ? (topDesk(bodies)?.id ?? file.desk) : file.desk
  return actor.holds.some((held) => held.action === 'gate.decide' && held.body === body) ? undefined : body
}

/** An act that passed the gate under a grant which asks for a report; by a leader of their own it needs none. */
export function passedUnder(actor: Actor, { file }: Deciding, bodies: Bodies, gate: Gate, event: CaseEvent): CaseEvent {
  const of = gateOf(file, gate)
  if (of === undefined) return event
  return ledUnder(actor, of === 'county' ? (topDesk(bodies)?.id ?? file.desk) : file.desk, event)
}

/** What somebody does as the leader of a body, where they are that by a grant which asks for a report. */
export function ledUnder(actor: Actor, body: string, event: CaseEvent): CaseEvent {
  const under = actor.holds.find((held) => held.action === 'gate.decide' && held.body === body)?.reported
  return under ? { ...event, detail: { ...event.detail, under } } : event
}

/** Is this an instruction 批示 that the rules supervise: words of a leader of a subdistrict or of the county. */
export function isInstructed(actor: Actor, { file, rules }: Deciding, bodies: Bodies, words: string | undefined, body = file.desk): boolean {
  if (rules.supervision.instruction === 'off' || !words?.trim() || bodies.get(body)!.level > 4) return false
  return actor.holds.some((held) => held.action === 'gate.decide' && held.body === body)
}

/** The bodies of a county whose leader this person is, or acts for. */
export const ledBy = ({ holds }: Pick<Actor, 'holds'>, county: number): string[] =>
  [...new Set(holds.filter((held) => held.action === 'gate.decide' && held.scope.county === county).map((held) => held.body))]
