import type { Held } from '#server/kernel/reach.ts'
import type { Refusal } from '#server/kernel/refusal.ts'
import { whyNotReopenUnderReview } from '../petitions/petition.ts'
import { whyNotByState, type CaseFile } from './case.ts'

/** Why staff with these holdings can't have it handled again: it is not over, it is under review, or they are neither its desk nor above it. */
export function whyNotReopenByStaff(file: CaseFile, holds: readonly Held[], levelOf: (body: string) => number): Refusal | undefined {
  const isTheirs = holds.some(({ action, body }) =>
    (body === file.desk ? action === 'case.triage' || action === 'case.supervise' : action === 'case.supervise' && levelOf(body) < levelOf(file.desk)))
  if (!isTheirs) return 'case.not_your_desk'
  return whyNotByState(file, 'reopen') ?? whyNotReopenUnderReview(file)
}

/** Who has it handled again, as the figures tell it apart: its own desk; or one above, after a call that found it not solved, or without one. */
export function reopenerOf(file: CaseFile, body: string): 'desk' | 'callback' | 'supervision' {
  if (body === file.desk) return 'desk'
  const call = file.requests.findLast((one) => one.kind === 'callback' && one.ruling === 'answered')
  return call?.wants.found && call.wants.found.solved !== 'yes' ? 'callback' : 'supervision'
}
