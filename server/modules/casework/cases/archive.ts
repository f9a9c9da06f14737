import { daysToAsk } from '../petitions/petition.ts'
import { isOpenRequest } from '../requests/request.ts'
import type { CaseFile } from './case.ts'
import type { PolicyRules } from './policy.ts'

interface Happened {
  kind: string
  at: Date | string
}

const dayMs = 86_400_000

/** When it was last answered: a case that was handled again has more than one answer. */
export function lastAnswered(trail: readonly Happened[]): Date | undefined {
  const answer = trail.findLast(({ kind }) => kind === 'case.answered')
  return answer && new Date(answer.at)
}

/**
 * When a case is archived 归档: it was answered, nothing is waiting to be decided in it, and the days are over in which its resident
 * may have it handled again, as of right or by law. Worked out, since nothing but time brings it about; undefined before.
 */
export function archivedAt(file: Pick<CaseFile, 'state' | 'petition' | 'requests'>, trail: readonly Happened[], { reopenWithinDays }: Pick<PolicyRules, 'reopenWithinDays'>, now: Date): Date | undefined {
  const answered = file.state === 'answered' || file.state === 'rated' ? lastAnswered(trail) : undefined
  if (!answered || file.requests.some(isOpenRequest)) return undefined
  // The day of the opinion is not counted, and the last day counts whole.
  const days = file.petition ? Math.max(reopenWithinDays, daysToAsk + 1) : reopenWithinDays
  const over = new Date(answered.getTime() + days * dayMs)
  return now > over ? over : undefined
}
