import type { CaseRequest } from '#contract/requests.ts'

type Request = Pick<CaseRequest, 'kind' | 'ruling' | 'effectiveAt'>

/** What leaders decide: with one touch, in effect a minute later. */
export const isGate = ({ kind }: Pick<Request, 'kind'>) => kind === 'dispatch' || kind === 'close' || kind === 'petition_extension'
/** What a resident asks of the level above: it needs a written opinion. */
export const isReview = ({ kind }: Pick<Request, 'kind'>) => kind === 'petition_review' || kind === 'petition_second_review'
/** Whose a case is: what bodies say to each other, shown as one conversation. */
export const isWhose = ({ kind }: Pick<Request, 'kind'>) => kind === 'ownership' || kind === 'ownership_taking' || kind === 'ownership_ruling'
/** Somebody is to look on site: whether it is as reported 核实, or put right 核查. */
export const isOnSite = ({ kind }: Pick<Request, 'kind'>): boolean => kind === 'site_verification' || kind === 'site_check'
export const isOpen = ({ ruling }: Request) => ruling === null
/** Decided, and within the minute in which it can be undone. */
export const isSettling = ({ effectiveAt }: Request) => effectiveAt !== null

export const secondsToUndo = 60
