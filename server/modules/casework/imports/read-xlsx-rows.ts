import { mkdtemp, rm } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Bytes } from './inflate-bytes.ts'
import { columnsMax, rowCharactersMax, type Cell, type FileRow, type Layout } from './record.ts'
import { refuseColumns } from './read-text-rows.ts'
import { Unreadable } from './unreadable.ts'
import { openWorkbook, type SheetRow } from './read-workbook.ts'

/**
 * Rows of one sheet, whose first row names the columns. A ZIP archive is read from its end, so the file stands in a folder of
 * its own meanwhile; its sheet is inflated and read as it goes, never whole.
 */
export async function* xlsxRows(bytes: Bytes, layout: Layout): AsyncGenerator<FileRow> {
  const folder = await mkdtemp(join(tmpdir(), 'gongzhi-import-'))
  try {
    const path = join(folder, 'book.xlsx')
    await pipeline(Readable.from(bytes), createWriteStream(path, { mode: 0o600 }))
    const book = await openWorkbook(path)
    try {
      yield* rowsBelowHead(book.rows(layout.sheet), layout.needs)
    } finally {
      book.close()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function* rowsBelowHead(rows: AsyncIterable<SheetRow>, needs: readonly string[]): AsyncGenerator<FileRow> {
  let columns: string[] | undefined
  for await (const { number: line, cells } of rows) {
    if (cells.every((cell) => cell === null || cell === '')) continue
    if (columns) yield rowOf(line, cells, columns)
    else {
      columns = cells.map((cell) => String(cell ?? '').trim())
      refuseColumns(columns, needs)
    }
  }
  if (!columns) throw new Unreadable('empty')
}

function rowOf(line: number, cells: readonly Cell[], columns: readonly string[]): FileRow {
  if (cells.length > columnsMax || cells.some((cell, i) => cell !== null && cell !== '' && !columns[i])) return { line, fault: 'columns' }
  if (cells.reduce<number>((sum, cell) => sum + String(cell ?? '').length, 0) > rowCharactersMax) return { line, fault: 'too_long' }
  return { line, cells: new Map(columns.map((column, i) => [column, cells[i] ?? null])) }
}
