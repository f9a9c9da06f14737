import type { FileFormat } from '#contract/figures.ts'
import { Raw } from '#server/kernel/operation.ts'
import writeXlsxFile from 'write-excel-file/node'
import { csvOf, defused, type Sheet } from './csv.ts'

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

/** Tables as a file to be kept. @param name without its ending; letters of any language */
export async function fileOf(format: FileFormat, name: string, sheets: readonly Sheet[]): Promise<Raw> {
  const bytes = format === 'csv' ? Buffer.from(csvOf(sheets)) : await workbookOf(sheets)
  return new Raw(types[format], bytes, {
    'content-disposition': `attachment; filename="figures.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
    'cache-control': 'no-store',
  })
}

/** Texts are cells of text, never formulas; they are defused too, for whoever saves the workbook as CSV. */
async function workbookOf(sheets: readonly Sheet[]): Promise<Buffer> {
  return await writeXlsxFile(sheets.map(({ name, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: widthsOf(rows).map((width) => ({ width })),
    data: rows.map((row, i) => row.map((cell) => {
      if (cell === null) return null
      const bold = i === 0 ? ({ fontWeight: 'bold' } as const) : {}
      return typeof cell === 'number' ? { value: cell, type: Number, ...bold } : { value: defused(cell), type: String, ...bold }
    })),
  }))).toBuffer()
}

/** Wide enough for what the first rows hold; a Han character takes two letters' room. */
function widthsOf(rows: Sheet['rows']): number[] {
  const lengthOf = (cell: unknown) => [...String(cell ?? '')].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)
  const columns = Math.max(1, ...rows.slice(0, 100).map((row) => row.length))
  return Array.from({ length: columns }, (_, i) => Math.min(60, 2 + Math.max(6, ...rows.slice(0, 100).map((row) => lengthOf(row[i])))))
}
