import type { Actor } from '#server/kernel/reach.ts'
import { orRefuse, type Refusal } from '#server/kernel/refusal.ts'
import { actOnCase, type Acting, type CaseCall } from '../cases/act-on-case.ts'
import type { CaseFile } from '../cases/case.ts'
import type { CaseEvent } from '../cases/event.ts'
import type { Said } from '../cases/record-event.ts'
import type { Request, RequestKind } from './request.ts'

type RequestCall = CaseCall & { params: { request: string } }

/** Which action decides a request of each kind. */
export const actionOf: Record<RequestKind, string> = {
  dispatch: 'gate.decide', close: 'gate.decide', plan: 'case.dispatch', return: 'case.dispatch', extension: 'case.dispatch',
  exclusion: 'case.dispatch', supervision: 'case.note', callback: 'case.callback',
  petition_extension: 'gate.decide', petition_review: 'case.answer', petition_second_review: 'case.answer',
  ownership: 'case.note', ownership_taking: 'case.dispatch', ownership_ruling: 'case.dispatch',
  site_verification: 'case.note', site_check: 'case.note',
}

/** The bodies for which this person decides requests of that kind. */
export const decidesFor = (actor: Actor, kind: RequestKind): string[] =>
  [...new Set(actor.holds.filter((held) => held.action === actionOf[kind]).map((held) => held.body))]

/** The way of every decision on a request of a case. */
export function ruleOnCase(
  call: RequestCall,
  kinds: readonly RequestKind[],
  whyNot: (request: Request, bodies: readonly string[]) => Refusal | undefined,
  decide: (acting: Acting & { request: Request }) => CaseEvent | Promise<CaseEvent>,
  said?: Said,
) {
  const requestIn = (file: CaseFile) => orRefuse(file.requests.find((one) => one.id === call.params.request && kinds.includes(one.kind)))
  return actOnCase(call, {
    action: actionOf[kinds[0]!],
    forBody: (file) => requestIn(file).of,
    said,
    prepare: (acting) => ({ ...acting, request: requestIn(acting.file) }),
    whyNot: ({ request, held }) => whyNot(request, [held.body]),
    decide,
  })
}
