import type { Span } from '#server/kernel/working-time.ts'

/** The configured rules of a jurisdiction. A case keeps the version that it began under. */
export interface Policy {
  version: number
  rules: PolicyRules
}

export interface PolicyRules {
  /** From receipt to the first word to the resident. */
  reply: Span
  /** From receipt to the first work note. */
  start: Span
  /** The same, from being sent up. */
  startAfterEscalation: Span
  /** From acceptance to closing. */
  resolve: Span
  /** From assignment to the body's report, unless the dispatch says otherwise. */
  task: Span
  /** The share of the time after which a warning comes. */
  warnShare: number
  askBackDaysMax: number
  rateWithinDays: number
}

/** The rules of one subdistrict in district B (SQT-5), where a county has set none of its own. */
export const defaultRules: PolicyRules = {
  reply: { hours: 15 },
  start: { workingDays: 1 },
  startAfterEscalation: { workingDays: 3 },
  resolve: { workingDays: 10 },
  task: { workingDays: 5 },
  warnShare: 0.75,
  askBackDaysMax: 15,
  rateWithinDays: 15,
}
