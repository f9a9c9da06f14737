import type { RowFaultOfRouting } from '#contract/routing.ts'
import type { Cell } from '../imports/record.ts'
import { sameness } from './fault.ts'
import type { Entry } from './route.ts'

export const columns = ['category', 'placeCode', 'place', 'owner', 'from', 'until', 'lead', 'assists', 'ground'] as const
export type Column = (typeof columns)[number]

/** What a word in a table stands for: itself, nothing known, or several things. */
type Found<T> = { is: T } | 'unknown' | 'several'

/** How the words of a table are understood. */
export interface Finders {
  category: (words: string) => Found<string>
  place: (words: string) => Found<number>
  owner: (words: string) => Found<string>
  body: (words: string) => Found<string>
}

export interface RowFault {
  code: RowFaultOfRouting
  column: Column | null
  text: string | null
}

const groundLengthMax = 500

/** One row of a table as an entry, or every reason why it is none. */
export function entryOf(cells: ReadonlyMap<Column, Cell>, find: Finders): { entry: Omit<Entry, 'id'> } | { faults: RowFault[] } {
  const faults: RowFault[] = []
  const text = (column: Column) => String(cells.get(column) ?? '').trim()
  const no = (code: RowFaultOfRouting, column: Column, words: string) => void faults.push({ code, column, text: words.slice(0, 60) })
  const known = <T>(column: Column, words: string, finder: (words: string) => Found<T>, unknown: RowFaultOfRouting, several: RowFaultOfRouting): T | null => {
    if (words === '' || isAny(words)) return null
    const found = finder(words)
    if (typeof found === 'object') return found.is
    no(found === 'several' ? several : unknown, column, words)
    return null
  }
  const dayOf = (column: 'from' | 'until') => {
    const cell = cells.get(column)
    const day = dayIn(cell ?? null)
    if (day === undefined) no('day_unreadable', column, text(column))
    return day ?? null
  }
  const body = (column: 'lead' | 'assists', words: string) => known(column, words, find.body, 'body_unknown', 'body_several')
  if (text('lead') === '') no('lead_missing', 'lead', '')
  const ground = text('ground')
  if (ground.length > groundLengthMax) no('too_long', 'ground', ground)
  const placeColumn = text('placeCode') === '' ? 'place' : 'placeCode'
  const entry = {
    category: known('category', text('category'), find.category, 'category_unknown', 'category_several'),
    place: known(placeColumn, text(placeColumn), find.place, 'place_unknown', 'place_several'),
    owner: known('owner', text('owner'), find.owner, 'owner_unknown', 'owner_unknown'),
    from: dayOf('from'),
    until: dayOf('until'),
    lead: body('lead', text('lead')) ?? '',
    assists: text('assists').split(/[、,，;；\n]/).map((one) => one.trim()).filter((one) => one !== '').flatMap((one) => body('assists', one) ?? []),
    ground: ground || null,
  }
  return faults.length > 0 ? { faults } : { entry: { ...entry, assists: [...new Set(entry.assists)] } }
}

/** Everything is meant, in words. */
export const isAny = (words: string) => ['全部', '不限', '全域', '全区', '全县', '全市', '*', 'all', 'any'].includes(words.toLowerCase())

/** A day as people and spreadsheets write it; undefined where it is none. */
export function dayIn(cell: Cell): string | null | undefined {
  const text = String(cell ?? '').trim()
  if (text === '') return null
  // A spreadsheet counts days since the end of 1899.
  if (/^\d{5}(\.0+)?$/.test(text)) return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000).toISOString().slice(0, 10)
  const found = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T].*)?$/.exec(text)
  if (!found) return undefined
  const day = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined
}

/** Which of a list bears a name: it must be one alone. */
export function finderOf<T>(list: readonly { names: readonly string[]; is: T }[]): (words: string) => Found<T> {
  const byName = new Map<string, Set<T>>()
  for (const { names, is } of list) for (const name of names) byName.set(tidy(name), (byName.get(tidy(name)) ?? new Set()).add(is))
  return (words) => {
    const found = [...(byName.get(tidy(words)) ?? [])]
    return found.length === 1 ? { is: found[0]! } : found.length === 0 ? 'unknown' : 'several'
  }
}

/** Spaces around strokes, and how strokes are written, make no other name. */
const tidy = (name: string) => name.trim().replace(/\s*[/／>＞—-]\s*/g, '/').toLowerCase()

/** Rows that would be the same entry twice: their places in the list, the first left out. */
export function twiceIn(entries: readonly Pick<Entry, 'category' | 'place' | 'owner' | 'from'>[]): number[] {
  const seen = new Set<string>()
  return entries.flatMap((entry, i) => {
    const key = sameness(entry)
    if (seen.has(key)) return [i]
    seen.add(key)
    return []
  })
}
