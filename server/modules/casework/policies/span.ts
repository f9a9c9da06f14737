import type { PolicyField } from '#contract/policy-fields.ts'

const fields: Record<string, PolicyField> = {
  reply: 'reply', resolve: 'resolve', task: 'task', gate: 'gate', answer: 'answer', callback: 'callback',
  // Whoever has to decide has as long as a leader has.
  ruling: 'gate', supervision: 'gate',
  ownership: 'ownership',
  look: 'look',
  petition_acceptance: 'petition.acceptance', petition_handling: 'petition.handling', petition_review: 'petition.review', petition_second_review: 'petition.secondReview',
}

/** The rule that gives a clock of a kind its time; undefined where none does. A `start` from receipt has another than one from being sent up. */
export function spanFieldOf(kind: string, isFromReceipt: boolean): PolicyField | undefined {
  if (kind === 'start') return isFromReceipt ? 'start' : 'startAfterEscalation'
  return fields[kind]
}
