import type { Reached } from '#server/kernel/reach.ts'
import { question } from '#server/kernel/question.ts'

/** Does a body hold work that is not ended. Asked inside the change that closes it, with the body's row locked. */
export const hasOpenWork = question<{ county: number; body: string }, boolean>('body.open_work')

export interface HeldValue {
  /** Whose it is. */
  person: string
  /** The rows by which one may reach it: any one that the action covers will do. */
  reached: readonly Reached[]
  /** As it lies in its table: sealed bytes, or plain text. Absent where the field is another module's. */
  value?: Uint8Array | string
  /** The body that must not learn whose it is: somebody complains about it. */
  keptFrom?: string | null
}

export interface ValueAsked {
  county: number
  field: string
  /** The row that holds it: a person for person.name. */
  row: string
  /** The matter in whose course it is asked for. */
  case: string | undefined
  now: Date
}

/**
 * One value of a declared personal field. Answer undefined where the field is not yours or the row is not there. A second
 * module may answer for a field of the first without a value, to lend it a further reach: a case reaches its appellant.
 */
export const heldValue = question<ValueAsked, HeldValue | undefined>('personal.value')

export interface HeldField {
  field: string
  /** How many rows hold it. */
  count: number
  /** The newest, as it lies in its table. */
  value: Uint8Array | string
}

/** Which of a module's personal fields hold something of a person, for the page on which they see it. */
export const heldOnPerson = question<{ person: string }, readonly HeldField[]>('personal.held')

/** In which counties a module holds something that a resident said. */
export const countiesOfPerson = question<{ person: string }, readonly number[]>('person.counties')

/** The numbers by which people know cases, by `<county>/<case>`. */
export const caseNumbers = question<readonly { county: number; case: string }[], ReadonlyMap<string, string>>('case.numbers')
