import type { CaseRequest } from '#contract/requests.ts'

type Request = Pick<CaseRequest, 'kind' | 'ruling' | 'effectiveAt'>

/** The leader's gates: decided with one touch, in effect a minute later. */
export const isGate = ({ kind }: Pick<Request, 'kind'>) => kind === 'dispatch' || kind === 'close'
export const isOpen = ({ ruling }: Request) => ruling === null
/** Decided, and within the minute in which it can be undone. */
export const isSettling = ({ effectiveAt }: Request) => effectiveAt !== null

export const secondsToUndo = 60
