import { Readable } from 'node:stream'
import { Refused } from '#server/kernel/refusal.ts'
import en from '#words/en/policies.ts'
import zh from '#words/zh/policies.ts'
import { openFile } from '../imports/open-file.ts'
import type { Cell, FileRow } from '../imports/record.ts'
import { Unreadable } from '../imports/unreadable.ts'
import { columns, type Column } from './row.ts'

export interface TableRow {
  line: number
  /** Undefined: the line itself could not be read. */
  cells: ReadonlyMap<Column, Cell> | undefined
}

const byHeading = new Map<string, Column>(columns.flatMap((column) => [zh, en].map((words) => [words.routing.columns[column].toLowerCase(), column] as const)))

/** The rows of a table of entries; its columns are found by their headings, in Chinese or English. @throws Refused routing.file_unreadable */
export async function readRows(fileName: string, bytes: Buffer, rowsMax: number): Promise<TableRow[]> {
  const format = /\.xlsx$/i.test(fileName) ? 'xlsx' : 'csv'
  const found: TableRow[] = []
  try {
    const { rows } = await openFile(() => Readable.from([bytes]), { format, needs: [] })
    for await (const row of rows) {
      if (found.length >= rowsMax) throw new Refused('routing.too_many')
      const read = tableRow(row)
      if (read) found.push(read)
    }
  } catch (error) {
    throw error instanceof Unreadable ? new Refused('routing.file_unreadable') : error
  }
  return found
}

function tableRow(row: FileRow): TableRow | undefined {
  if ('fault' in row) return { line: row.line, cells: undefined }
  const headings = [...row.cells].flatMap(([heading, cell]) => {
    const column = byHeading.get(heading.trim().toLowerCase())
    return column ? [[column, cell] as const] : []
  })
  if (!headings.some(([column]) => column === 'lead')) throw new Unreadable('column_missing')
  return headings.some(([, cell]) => String(cell ?? '').trim() !== '') ? { line: row.line, cells: new Map(headings) } : undefined
}
