import type { Refusal } from '#server/kernel/refusal.ts'
import { isOver, whyNotByState, type CaseFile } from '../cases/case.ts'

/** Why a case can't be handled together with another. Each petitioner is told first that they are accepted. @param has whether others were merged into it */
export function whyNotMerge(file: CaseFile, into: CaseFile, has: boolean): Refusal | undefined {
  if (file.id === into.id || into.master !== null || into.state === 'merged') return 'case.merge_into_itself'
  if (isOver(into.state)) return 'case.merge_into_over'
  if (file.tasks.some((task) => task.state === 'assigned' || task.state === 'taken')) return 'case.too_late_to_merge'
  if (file.petition && file.state === 'received') return 'case.petition_not_accepted'
  return whyNotByState(file, 'merge') ?? (has ? 'case.merge_has_others' : undefined)
}
