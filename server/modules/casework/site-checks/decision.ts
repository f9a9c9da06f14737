import { reworked, type Deciding } from '../cases/decision.ts'
import type { CaseEvent } from '../cases/event.ts'
import { asked, clocksEnded, join, told, valuesOf } from '../requests/decision.ts'
import type { Request } from '../requests/request.ts'
import { kindNow } from './check.ts'

/** The desk asks a body to look on site. */
export const siteCheckAsked = (on: Deciding, of: string): CaseEvent => asked(on, { kind: kindNow(on.file)!, of, by: on.file.desk, wants: {} })

/** What was found there. What is not put right goes back to its lead at once. */
export function siteCheckAnswered(on: Deciding, request: Request, isSo: boolean): CaseEvent {
  const answered: Request = { ...request, ruling: isSo ? 'granted' : 'refused', ruledAt: on.now.toISOString(), ruledEntry: on.entry ?? null }
  const clocks = clocksEnded(on, request)
  if (isSo || request.kind !== 'site_check') return told(on, 'site_check.answered', answered, { clocks })
  const again = reworked(on)
  return join({ ...again, detail: { ...again.detail, values: valuesOf(answered) } }, { requests: [answered], clocks })
}
