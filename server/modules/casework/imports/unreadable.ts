import type { ImportProblem } from '#contract/imports.ts'

/** The file as a whole can't be read. */
export class Unreadable extends Error {
  readonly code: ImportProblem
  readonly values: Record<string, string>
  constructor(code: ImportProblem, values: Record<string, string> = {}) {
    super(code)
    this.code = code
    this.values = values
  }
}

/** Whatever a file claims to hold: more than this is not read. */
export const inflatedBytesMax = 2 * 1024 * 1024 * 1024
export const rowsMax = 1_000_000
