import { refusals, type RefusalCode } from '#contract/refusals.ts'

/** A domain rule's no. Undefined is yes. */
export type Refusal = RefusalCode

/** What a refusal carries besides its code; it goes to the caller as it is. */
export type RefusalDetail = Record<string, unknown>

/** Thrown by operations to answer no. Anything else that is thrown is a bug. */
export class Refused extends Error {
  readonly code: RefusalCode
  readonly detail: RefusalDetail
  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(code)
    this.code = code
    this.detail = detail
  }
  get status(): number {
    return refusals[this.code]
  }
}

/** Refuses where a rule says no. */
export function refuseIf(no: Refusal | undefined, detail?: RefusalDetail): void {
  if (no) throw new Refused(no, detail)
}

/** The value, or the refusal where there is none: what lies outside one's reach does not exist. */
export function orRefuse<T>(found: T | undefined | null, code: RefusalCode = 'not_found'): T {
  if (found === undefined || found === null) throw new Refused(code)
  return found
}
