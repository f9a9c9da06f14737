import type { Mapping, RowFaultCode } from '#contract/imports.ts'

/** A cell as a file holds it; a number where the file says that it is one. */
export type Cell = string | number | null

/** One row of a file, by column, with the line on which it begins; or why it is none. */
export type FileRow =
  | { line: number; cells: ReadonlyMap<string, Cell> }
  | { line: number; fault: RowFaultCode }

/** How a file is laid out, and the columns that it must have. */
export type Layout = Pick<Mapping, 'format' | 'encoding' | 'delimiter' | 'sheet'> & { needs: readonly string[] }

export const rowCharactersMax = 1_000_000
export const columnsMax = 500
