import { Readable } from 'node:stream'
import type { Refusal } from '#server/kernel/refusal.ts'
import { Refused } from '#server/kernel/refusal.ts'
import { openFile } from './open-file.ts'
import type { Cell, FileRow } from './record.ts'
import { Unreadable } from './unreadable.ts'

/** A table that people keep in a spreadsheet: what its columns are called, which of them it can't do without, and how long it may be. */
export interface Table<Column extends string> {
  /** By heading in small letters, in whichever language. */
  headings: ReadonlyMap<string, Column>
  needs: Column
  rowsMax: number
  no: { unreadable: Refusal; tooMany: Refusal }
}

export interface TableRow<Column extends string> {
  line: number
  /** Undefined: the line itself could not be read. */
  cells: ReadonlyMap<Column, Cell> | undefined
}

/** Which column each heading stands for. */
export const headingsOf = <Column extends string>(columns: readonly Column[], ...said: Record<Column, string>[]): ReadonlyMap<string, Column> =>
  new Map(columns.flatMap((column) => said.map((words) => [words[column].toLowerCase(), column] as const)))

/** The rows of a small table, CSV or XLSX by its name; empty ones are passed over. @throws Refused where the file as a whole makes no sense, or is too long */
export async function readTable<Column extends string>(fileName: string, bytes: Buffer, table: Table<Column>): Promise<TableRow<Column>[]> {
  const format = /\.xlsx$/i.test(fileName) ? 'xlsx' : 'csv'
  const found: TableRow<Column>[] = []
  try {
    const { rows } = await openFile(() => Readable.from([bytes]), { format, needs: [] })
    for await (const row of rows) {
      if (found.length >= table.rowsMax) throw new Refused(table.no.tooMany)
      const read = tableRow(row, table)
      if (read) found.push(read)
    }
  } catch (error) {
    throw error instanceof Unreadable ? new Refused(table.no.unreadable) : error
  }
  if (found.length === 0) throw new Refused(table.no.unreadable)
  return found
}

function tableRow<Column extends string>(row: FileRow, { headings, needs }: Table<Column>): TableRow<Column> | undefined {
  if ('fault' in row) return { line: row.line, cells: undefined }
  const cells = [...row.cells].flatMap(([heading, cell]) => {
    const column = headings.get(heading.trim().toLowerCase())
    return column ? [[column, cell] as const] : []
  })
  if (!cells.some(([column]) => column === needs)) throw new Unreadable('column_missing')
  return cells.some(([, cell]) => String(cell ?? '').trim() !== '') ? { line: row.line, cells: new Map(cells) } : undefined
}
