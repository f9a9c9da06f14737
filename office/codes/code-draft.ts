import { isUnread, readCode, writeCode, type CodeFault, type CodeList, type CodeType, type Thing } from '#contract/site-codes.ts'

/** The list as the server gives it: with the county's own code. */
export interface Codes extends CodeList {
  county: string
}

/** What is chosen so far: nothing, step by step, or by keying the whole code in. */
export interface CodeDraft {
  by: 'none' | Thing | 'keyed'
  class: string
  type: string
  serial: string
  keyed: string
}

export const noCode: CodeDraft = { by: 'none', class: '', type: '', serial: '', keyed: '' }

export type CodeChosen = { text: string; type: CodeType; isOne: boolean } | { fault: CodeFault } | undefined

/** The code that is chosen; what is wrong with one that was keyed in; undefined while it is not whole. */
export function codeIn(draft: CodeDraft, codes: Codes): CodeChosen {
  const text = draft.by === 'keyed' ? draft.keyed.trim() : writtenBy(draft, codes)
  if (!text) return undefined
  const read = readCode(codes, codes.county, text)
  return 'fault' in read ? read : { text: read.text, type: read.type, isOne: read.serial !== null && !isUnread(read.serial) }
}

function writtenBy({ by, class: ofClass, type, serial }: CodeDraft, codes: Codes): string | undefined {
  const found = codes.types.find((one) => one.thing === by && one.class === ofClass && one.type === type)
  return found && writeCode(codes, codes.county, found, serial)
}

/** The classes of components or of events, each once. */
export const classesOf = ({ types }: Pick<CodeList, 'types'>, thing: Thing): CodeType[] =>
  types.filter((one, i) => one.thing === thing && types.findIndex((other) => other.thing === thing && other.class === one.class) === i)
