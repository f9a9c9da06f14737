/** One cell of an exported table. */
export type Cell = string | number | null

/** A table that is exported, with its heading. */
export interface Sheet {
  name: string
  rows: readonly (readonly Cell[])[]
}

/** So that a spreadsheet takes the file for UTF-8. */
const byteOrderMark = '\uFEFF'

/** Tables as one CSV text (RFC 4180), one below the other, each under its heading where there are several. */
export function csvOf(sheets: readonly Sheet[]): string {
  const blocks = sheets.map(({ name, rows }) => (sheets.length > 1 ? [[name], ...rows] : rows).map(lineOf).join(''))
  return byteOrderMark + blocks.join('\r\n')
}

const lineOf = (cells: readonly Cell[]): string => `${cells.map(cellOf).join(',')}\r\n`

function cellOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const safe = defused(cell)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A text that a spreadsheet would take for a formula, made a text: names come from people. */
export function defused(text: string): string {
  return /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text
}
