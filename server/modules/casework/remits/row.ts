import type { RowFaultOfRemits } from '#contract/groups.ts'
import type { Cell } from '../imports/record.ts'
import { isAny, type Finders } from '../routing/row.ts'
import type { Remit } from './remit.ts'

export const columns = ['body', 'category', 'words', 'ground'] as const
export type Column = (typeof columns)[number]
export type Line = Omit<Remit, 'id'>

export interface RowFault {
  code: RowFaultOfRemits
  column: Column | null
  text: string | null
}

const lengthMax = 500

/** One row of a table as a line of a list of duties, or every reason why it is none. */
export function lineOf(cells: ReadonlyMap<Column, Cell>, find: Pick<Finders, 'body' | 'category'>): { line: Line } | { faults: RowFault[] } {
  const faults: RowFault[] = []
  // A table that was written by us marks what begins like a formula.
  const text = (column: Column) => String(cells.get(column) ?? '').trim().replace(/^'(?=[=+\-@])/, '')
  const no = (code: RowFaultOfRemits, column: Column, words: string) => void faults.push({ code, column, text: words.slice(0, 60) })
  const known = (column: 'body' | 'category', words: string): string | null => {
    const found = find[column](words)
    if (typeof found === 'object') return found.is
    no(`${column}_${found}`, column, words)
    return null
  }
  const said = (column: 'words' | 'ground'): string => {
    const words = text(column)
    if (words === '') no(`${column}_missing`, column, '')
    if (words.length > lengthMax) no('too_long', column, words)
    return words
  }
  const [bodyWords, categoryWords] = [text('body'), text('category')]
  if (bodyWords === '') no('body_missing', 'body', '')
  const line = {
    body: bodyWords === '' ? '' : (known('body', bodyWords) ?? ''),
    category: categoryWords === '' || isAny(categoryWords) ? null : known('category', categoryWords),
    words: said('words'),
    ground: said('ground'),
  }
  return faults.length > 0 ? { faults } : { line }
}

/** What a line is about: a body has it once. */
export const sameLine = ({ body, category, words }: Line): string => `${body} ${category ?? ''} ${words}`

export interface Plan {
  added: Line[]
  /** Of these only the ground is another. */
  changed: { was: Remit; line: Line }[]
  same: number
}

/** What a table makes of the lists that stand: what it doesn't name stays as it is, so it can be read as often as one likes. */
export function planOf(known: readonly Remit[], lines: readonly Line[]): Plan {
  const standing = new Map(known.map((one) => [sameLine(one), one]))
  const plan: Plan = { added: [], changed: [], same: 0 }
  for (const line of lines) {
    const was = standing.get(sameLine(line))
    if (!was) plan.added.push(line)
    else if (was.ground !== line.ground) plan.changed.push({ was, line })
    else plan.same++
  }
  return plan
}

/** Rows that say the same of the same: their places in the list, the first left out. */
export function twiceIn(lines: readonly Line[]): number[] {
  const seen = new Set<string>()
  return lines.flatMap((line, i) => {
    const key = sameLine(line)
    if (seen.has(key)) return [i]
    seen.add(key)
    return []
  })
}
