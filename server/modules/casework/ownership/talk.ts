import type { Refusal } from '#server/kernel/refusal.ts'
import type { CaseFile } from '../cases/case.ts'
import { isOpenRequest, waitingFor, whyNotRule, type Request } from '../requests/request.ts'

/**
 * Ownership talk 权属商议. The desk asks bodies whose a case is; each has a word and a clock. One that takes it waits for the desk
 * to agree, and then the case goes there. Where nobody took it, or the desk did not agree with any, the level above all of them
 * rules. All the while it stays where it is: the desk is responsible until another accepts.
 */

/** Why a body can't say its word: it is not asked, has spoken, or another takes the case already. */
export function whyNotSay(file: Pick<CaseFile, 'requests'>, request: Request, bodies: readonly string[], word: { takes: boolean; ground?: string | undefined }): Refusal | undefined {
  const no = whyNotRule(request, bodies)
  if (no) return no
  if (word.takes && waitingFor(file, 'ownership_taking')) return 'request.taken_by_another'
  return word.takes || word.ground ? undefined : 'request.needs_ground'
}

/** Has everybody spoken, or run out of time, and nobody's taking waits for the desk. @param without requests that end now */
export const isSpent = ({ requests }: Pick<CaseFile, 'requests'>, without: string): boolean =>
  !requests.some((one) => one.id !== without && (one.kind === 'ownership' || one.kind === 'ownership_taking') && isOpenRequest(one))
