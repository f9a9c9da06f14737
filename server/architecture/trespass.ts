import { laws, type Law } from './law.ts'
import { lineOf, type Source } from './read-tree.ts'

/** One breach: where, what was found there (without a full stop), and the law that it breaks. */
export interface Trespass {
  law: Law
  file: string
  /** Counted from 1; absent where the whole file or folder is meant. */
  line?: number
  found: string
}

/** A breach at a place in a file of code. */
export function trespassAt(source: Source, offset: number, law: Law, found: string): Trespass {
  return { law, file: source.path, line: lineOf(source.text, offset), found }
}

/** The sentence that a failing test prints. */
export function tell({ law, file, line, found }: Trespass): string {
  return `${line === undefined ? file : `${file}:${line}`} ${found}. ${laws[law]}.`
}
