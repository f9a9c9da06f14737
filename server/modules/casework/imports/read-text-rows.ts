import { fieldsOf } from './csv.ts'
import type { Line } from './split-lines.ts'
import { rowCharactersMax, type Cell, type FileRow, type Layout } from './record.ts'
import { Unreadable } from './unreadable.ts'

const replacement = '\ufffd'

/** JSON Lines: every line is one object. Empty lines are skipped. */
export async function* jsonRows(lines: AsyncIterable<Line>): AsyncGenerator<FileRow> {
  for await (const { number: line, text, isCut } of lines) {
    if (!text.trim()) continue
    if (isCut) yield { line, fault: 'too_long' }
    else if (text.includes(replacement)) yield { line, fault: 'bad_bytes' }
    else yield jsonRow(line, text)
  }
}

function jsonRow(line: number, text: string): FileRow {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return { line, fault: 'not_json' }
    return { line, cells: cellsOf(value) }
  } catch {
    return { line, fault: 'not_json' }
  }
}

/** An object's own values, by name. */
export const cellsOf = (value: object): ReadonlyMap<string, Cell> => new Map(Object.entries(value).map(([column, cell]) => [column, cellOf(cell)]))

/** Ids are often numbers, but a time of a JSON file never counts days as a spreadsheet does. */
const cellOf = (value: unknown): Cell => (value === null || typeof value === 'object' ? null : String(value))

/**
 * CSV: the first line names the columns. A record whose quotes or columns don't come out costs its first line alone; the next
 * line is read as a new record, so one quote too many doesn't swallow what follows.
 */
export async function* csvRows(lines: AsyncIterable<Line>, { delimiter = ',', needs }: Pick<Layout, 'delimiter' | 'needs'>): AsyncGenerator<FileRow> {
  const source = withReturns(lines)
  const head = await source.next()
  if (!head) throw new Unreadable('empty')
  const names = fieldsOf(head.text.replace(/^\ufeff/, ''), delimiter)
  const columns = typeof names === 'string' ? [] : names.map((name) => name.trim())
  refuseColumns(columns, needs)
  for (let first = await source.next(); first; first = await source.next()) {
    if (!first.text.trim()) continue
    const { fields, fault, others } = await recordFrom(first, source, delimiter, columns.length)
    if (fields) yield { line: first.number, cells: new Map(columns.map((column, i) => [column, fields[i]!])) }
    else {
      source.giveBack(others)
      yield { line: first.number, fault }
    }
  }
}

const linesPerRecordMax = 200

/** The record that begins with a line, and the lines that it took beside it. */
async function recordFrom(first: Line, source: Returns, delimiter: string, width: number) {
  const others: Line[] = []
  const no = (fault: 'too_long' | 'bad_bytes' | 'columns' | 'quote_open') => ({ fields: undefined, fault, others })
  let { text, isCut } = first
  let fields = fieldsOf(text, delimiter)
  while (fields === 'open' && !isCut && text.length <= rowCharactersMax) {
    const next = others.length < linesPerRecordMax ? await source.next() : undefined
    if (!next) return no('quote_open')
    others.push(next)
    text += `\n${next.text}`
    isCut = next.isCut
    if (next.text.includes('"')) fields = fieldsOf(text, delimiter)
  }
  if (isCut || fields === 'open') return no('too_long')
  if (fields === 'damaged') return no('quote_open')
  if (fields.length !== width) return no('columns')
  return text.includes(replacement) ? no('bad_bytes') : { fields, fault: 'columns' as const, others }
}

interface Returns {
  next(): Promise<Line | undefined>
  giveBack(lines: readonly Line[]): void
}

function withReturns(lines: AsyncIterable<Line>): Returns {
  const coming = lines[Symbol.asyncIterator]()
  const back: Line[] = []
  return {
    async next() {
      const known = back.pop()
      if (known) return known
      const { value, done } = await coming.next()
      return done ? undefined : value
    },
    giveBack(given) {
      back.push(...given.toReversed())
    },
  }
}

/** @throws Unreadable where the file lacks a column that it needs, or has one twice */
export function refuseColumns(columns: readonly string[], needs: readonly string[]): void {
  const twice = columns.filter((one, i) => one !== '' && columns.indexOf(one) !== i)
  if (twice.length > 0) throw new Unreadable('column_twice', { columns: [...new Set(twice)].join(', ') })
  const missing = needs.filter((one) => !columns.includes(one))
  if (missing.length > 0) throw new Unreadable('column_missing', { columns: missing.join(', ') })
}
