import type { Refusal } from '#server/kernel/refusal.ts'

/** policy: the rules 办理规则 · routing: the routing catalogue 派单目录 · codes: the codes of components and events 部件事件编码. */
export type BookKind = 'policy' | 'routing' | 'codes'

/** A published version of a book, as far as time is concerned. */
export interface Dated {
  version: number
  effectiveFrom: Date
}

/** In force is the highest version whose day has come: what is published later counts, whenever the one before would have begun. */
export function inForceAt<One extends Dated>(versions: readonly One[], at: Date): One | undefined {
  return versions.filter((one) => one.effectiveFrom <= at).toSorted((a, b) => b.version - a.version)[0]
}

/** `replaced`: a later version took its place before its day came. */
export function stateOf(one: Dated, all: readonly Dated[], now: Date): 'in_force' | 'coming' | 'past' | 'replaced' {
  const isReplaced = all.some((other) => other.version > one.version && other.effectiveFrom <= one.effectiveFrom)
  if (isReplaced) return 'replaced'
  if (one.effectiveFrom > now) return 'coming'
  return inForceAt(all, now) === one ? 'in_force' : 'past'
}

const clockSkewMs = 60_000

/** A book can't begin in the past: what was decided by then was decided under another. */
export function whyNotBegin(effectiveFrom: Date, now: Date): Refusal | undefined {
  return effectiveFrom.getTime() < now.getTime() - clockSkewMs ? 'book.in_the_past' : undefined
}
