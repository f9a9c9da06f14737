import type { Actor } from '#server/kernel/reach.ts'
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

/** Is this an instruction 批示 that the rules supervise: words of a leader of a subdistrict or of the county. */
export function isInstructed(actor: Actor, { file, rules }: Deciding, bodies: Bodies, words: string | undefined): boolean {
  if (rules.supervision.instruction === 'off' || !words?.trim() || bodies.get(file.desk)!.level > 4) return false
  return actor.holds.some((held) => held.action === 'gate.decide' && held.body === file.desk)
}
