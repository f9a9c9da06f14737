import { Readable } from 'node:stream'
import { Refused } from '#server/kernel/refusal.ts'
import { openFile } from '../imports/open-file.ts'
import type { Cell, FileRow } from '../imports/record.ts'
import { Unreadable } from '../imports/unreadable.ts'

export interface TableRow<Column> {
  line: number
  /** Undefined: the line itself could not be read. */
  cells: ReadonlyMap<Column, Cell> | undefined
}

export interface TableShape<Column> {
  /** Under which headings a column is found. */
  headings: ReadonlyMap<string, Column>
  /** Without it, it is another table. */
  needs: Column
  rowsMax: number
}

/** The rows of a table that is to become lines of a book; its ending says what it is. @throws Refused book.file_unreadable, book.too_many */
export async function readTable<Column>(fileName: string, bytes: Buffer, shape: TableShape<Column>): Promise<TableRow<Column>[]> {
  const found: TableRow<Column>[] = []
  try {
    const { rows } = await openFile(() => Readable.from([bytes]), { format: formatOf(fileName), needs: [] })
    for await (const row of rows) {
      if (found.length >= shape.rowsMax) throw new Refused('book.too_many')
      const read = tableRow(row, shape)
      if (read) found.push(read)
    }
  } catch (error) {
    throw error instanceof Unreadable ? new Refused('book.file_unreadable') : error
  }
  if (found.length === 0) throw new Refused('book.file_unreadable')
  return found
}

function formatOf(fileName: string) {
  if (/\.xlsx$/i.test(fileName)) return 'xlsx'
  return /\.(?:jsonl|ndjson|json)$/i.test(fileName) ? 'jsonl' : 'csv'
}

function tableRow<Column>(row: FileRow, { headings, needs }: TableShape<Column>): TableRow<Column> | undefined {
  if ('fault' in row) return { line: row.line, cells: undefined }
  const cells = [...row.cells].flatMap(([heading, cell]) => {
    const column = headings.get(heading.trim().toLowerCase())
    return column === undefined ? [] : [[column, cell] as const]
  })
  if (!cells.some(([column]) => column === needs)) throw new Unreadable('column_missing')
  return cells.some(([, cell]) => String(cell ?? '').trim() !== '') ? { line: row.line, cells: new Map(cells) } : undefined
}
