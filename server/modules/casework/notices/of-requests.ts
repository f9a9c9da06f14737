import type { FactKind } from '#server/facts/index.ts'
import type { NoticeKind } from '#server/modules/notices/index.ts'
import type { CaseDetail } from '../cases/event.ts'
import { isGate, isReview, isSettling, type Request } from '../requests/request.ts'
import { siteKinds } from '../site-checks/check.ts'

/** One notice to staff: to bodies, to named persons, to a body's leaders, or to whoever asked. */
export interface Telling {
  kind: NoticeKind
  bodies?: readonly string[]
  persons?: readonly string[]
  /** The body whose leaders decide. */
  leadersOf?: string
  /** Told to the person who made it. */
  askerOf?: Request
  values?: Record<string, string>
}

/**
 * Who hears of a request: those who decide it, and, once it is decided, those who asked. A leader's decision is told when it
 * takes effect, not in the minute in which it can be undone.
 */
export function tellingsOfRequests(fact: FactKind, { requests = [] }: Pick<CaseDetail, 'requests'>): Telling[] {
  return requests.flatMap((request): Telling[] => {
    const values = { request: request.kind, ...(request.ruling && { ruling: request.ruling }) }
    if (isWhose(request)) return tellingsOfTalk(request)
    if (fact === 'request.made') return [{ kind: 'staff.request_made', values, ...(isGate(request) ? { leadersOf: request.of } : { bodies: [request.of] }) }]
    if (isOnSite(request)) return tellingsOfSite(fact, request)
    // By hand, or by rule with another step.
    if (request.kind === 'supervision' && request.ruling === null) return [{ kind: 'staff.supervised', bodies: [request.of] }]
    // A review is told by facts of its own.
    if (isReview(request) || request.kind === 'callback' || request.ruling === null || request.ruling === 'lapsed' || isSettling(request)) return []
    if (fact === 'supervision.answered') return [{ kind: 'staff.supervision_answered', askerOf: request }]
    return [{ kind: fact === 'request.sent_back' ? 'staff.request_sent_back' : 'staff.request_ruled', askerOf: request, values }]
  })
}

/** Whoever is asked whose a case is, then the desk that asked or the level above; the end of it is told by where the case goes. */
function tellingsOfTalk(request: Request): Telling[] {
  if (request.ruling !== null) return []
  const kind = ({ ownership: 'staff.asked_whose', ownership_taking: 'staff.taken_whose', ownership_ruling: 'staff.rule_whose' } as const)[request.kind as 'ownership']
  return [{ kind, bodies: [request.of] }]
}

/** Whoever is to look, then whoever asked; what is not put right is told as a rework. */
function tellingsOfSite(fact: FactKind, request: Request): Telling[] {
  const values = { request: request.kind }
  if (fact === 'site_check.asked') return [{ kind: 'staff.site_asked', bodies: [request.of], values }]
  return fact === 'site_check.answered' ? [{ kind: request.ruling === 'granted' ? 'staff.site_found' : 'staff.site_not_found', askerOf: request, values }] : []
}

const isOnSite = ({ kind }: Request): boolean => (siteKinds as readonly string[]).includes(kind)
const isWhose = ({ kind }: Request): boolean => kind.startsWith('ownership')

/** Facts that are heard for the sake of a request alone; others, such as a dispatch, may bring one along. */
export const factsOfRequests: readonly FactKind[] = [
  'request.made', 'request.ruled', 'request.sent_back', 'case.supervised', 'supervision.answered', 'task.extended', 'petition.extended', 'case.excluded', 'ownership.asked', 'ownership.said', 'site_check.asked', 'site_check.answered', 'case.dispatched', 'case.escalated', 'case.sent_down', 'case.instructed', 'clock.breached',
]
