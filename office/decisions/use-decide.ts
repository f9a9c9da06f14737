import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Operations } from '#contract/index.ts'
import type { CaseRequest } from '#contract/requests.ts'
import { call, Refused } from '#screen/api.ts'
import { markOwn, markOwnVersion } from '../own-acts.ts'
import { reading } from '../reading.ts'
import { isGate, secondsToUndo } from './kinds.ts'

/** The case that a request belongs to, as it was when it was read. */
export interface OnCase {
  county: number
  id: string
  version: number
}

export type Decision =
  | ({ act: 'gate' } & Operations['decideGate']['body'])
  | ({ act: 'rule' } & Operations['ruleOnRequest']['body'])
  | ({ act: 'reply' } & Operations['answerSupervision']['body'])
  | ({ act: 'word' } & Operations['sayWhose']['body'])
  | ({ act: 'settle' } & Operations['settleOwnership']['body'])
  | ({ act: 'look' } & Operations['answerSiteCheck']['body'])
  | ({ act: 'opinion' } & Operations['giveOpinion']['body'])

/** What a decision, or its undoing, has made of a request. */
export type Decided = { version: number } & Pick<CaseRequest, 'ruling' | 'effectiveAt' | 'ruledWords'> & Partial<Pick<CaseRequest, 'lead' | 'assists'>>

/** Deciding one request. Where the case changed meanwhile it is read anew, and `hasChanged` asks to look again. */
export function useDecide(on: OnCase, request: CaseRequest, decided: (after: Decided) => void) {
  const refresh = useReadAnew(on)
  const nameOf = useBodyNames(on.county)
  const sending = useMutation({
    mutationFn: async (decision: Decision) => {
      markOwn(on.id)
      return { decision, ...(await send(on, request.id, decision)) }
    },
    onSuccess: ({ decision, version }) => {
      markOwnVersion(on.id, version)
      decided({ version, ...outcomeOf(request, decision, nameOf) })
      refresh()
    },
    onError: (error) => hasChangedIn(error) && refresh(true),
  })
  return { decide: sending.mutate, ...stateOf(sending) }
}

/** Taking a leader's decision back within the minute. What else happened to the case is no reason against it. */
export function useUndo(on: OnCase, request: CaseRequest, undone: (after: Decided) => void) {
  const refresh = useReadAnew(on)
  const undo = (version: number) => call('undoGate', { params: { county: on.county, id: on.id, request: request.id }, version })
  const sending = useMutation({
    mutationFn: async () => {
      markOwn(on.id)
      try {
        return await undo(on.version)
      } catch (error) {
        if (!hasChangedIn(error)) throw error
        return await undo((error as Refused).problem.version!)
      }
    },
    onSuccess: ({ version }) => {
      markOwnVersion(on.id, version)
      undone({ version, ruling: null, effectiveAt: null, ruledWords: null })
      refresh()
    },
    onError: () => refresh(true),
  })
  return { undo: () => sending.mutate(), ...stateOf(sending) }
}

const stateOf = (sending: { isPending: boolean; error: Error | null; reset: () => void }) => ({
  isSending: sending.isPending,
  hasChanged: hasChangedIn(sending.error),
  error: hasChangedIn(sending.error) ? null : sending.error,
  reset: sending.reset,
})

const hasChangedIn = (error: unknown) => error instanceof Refused && error.problem.code === 'changed_meanwhile'

function send({ county, id, version }: OnCase, request: string, { act, ...body }: Decision) {
  const sent = { params: { county, id, request }, version }
  if (act === 'gate') return call('decideGate', { ...sent, body: body as Operations['decideGate']['body'] })
  if (act === 'rule') return call('ruleOnRequest', { ...sent, body: body as Operations['ruleOnRequest']['body'] })
  if (act === 'word') return call('sayWhose', { ...sent, body: body as Operations['sayWhose']['body'] })
  if (act === 'settle') return call('settleOwnership', { ...sent, body: body as Operations['settleOwnership']['body'] })
  if (act === 'look') return call('answerSiteCheck', { ...sent, body: body as Operations['answerSiteCheck']['body'] })
  if (act === 'opinion') return call('giveOpinion', { ...sent, body: body as Operations['giveOpinion']['body'] })
  return call('answerSupervision', { ...sent, body: body as Operations['answerSupervision']['body'] })
}

function outcomeOf(request: CaseRequest, decision: Decision, nameOf: ReturnType<typeof useBodyNames>): Omit<Decided, 'version'> {
  const ruledWords = decision.words ?? null
  const effectiveAt = isGate(request) ? new Date(Date.now() + secondsToUndo * 1000).toISOString() : null
  if (decision.act === 'reply') return { ruling: 'answered', effectiveAt, ruledWords }
  if (decision.act === 'opinion') return { ruling: ({ uphold: 'refused', change: 'changed', redo: 'granted' } as const)[decision.opinion], effectiveAt, ruledWords }
  if (decision.act === 'look') return { ruling: decision.isSo ? 'granted' : 'refused', effectiveAt, ruledWords }
  if (decision.act === 'word') return { ruling: decision.takes ? 'granted' : 'refused', effectiveAt, ruledWords }
  if (decision.act === 'settle') return { ruling: decision.agreed ? 'granted' : 'refused', effectiveAt, ruledWords, ...(decision.lead && { lead: nameOf(decision.lead) }) }
  if (decision.act === 'rule') return { ruling: decision.granted ? 'granted' : 'refused', effectiveAt, ruledWords }
  const ruling = ({ approve: 'granted', change: 'changed', send_back: 'refused' } as const)[decision.decision]
  return { ruling, effectiveAt, ruledWords, ...(ruling === 'changed' && { lead: nameOf(decision.lead!), assists: (decision.assists ?? []).flatMap((one) => nameOf(one) ?? []) }) }
}

/** The bodies' names, as the choice of another lead has read them. */
function useBodyNames(county: number) {
  const memory = useQueryClient()
  return (id: string) => {
    const body = memory.getQueryData(reading('listBodies', { params: { county } }).queryKey)?.items.find((one) => one.id === id)
    return body ? { id, name: body.name, kind: body.kind } : null
  }
}

/** Lets what is shown elsewhere be read again; the list of decisions only where it no longer fits, so that no card moves. */
export function useReadAnew({ county, id }: Pick<OnCase, 'county' | 'id'>) {
  const memory = useQueryClient()
  return (listToo = false) => {
    for (const key of ['listCases', 'countCases']) void memory.invalidateQueries({ queryKey: [key] })
    void memory.invalidateQueries({ queryKey: ['readCase', { county, id }] })
    void memory.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'listRequests' && (listToo || !queryKey.includes('pages')) })
  }
}
