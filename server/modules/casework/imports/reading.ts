import type { Mapping, RowFault, RowFaultCode } from '#contract/imports.ts'
import { titleOf } from '../cases/number.ts'
import type { Cell } from './record.ts'
import { readTime } from './time.ts'

/** Where a row lies, as far as the mapping could tell. */
export interface PlaceFound {
  county: number
  town: number | null
  village: number | null
  grid: number | null
}

/** What a row says, once it is understood. */
export interface Reading {
  line: number
  sourceId: string
  receivedAt: Date
  title: string
  words: string
  /** A name that the other platform gave; never a phone. Null: nobody in particular. */
  pseudonym: string | null
  address: string | null
  place: PlaceFound
  category: string | null
  answer: { words: string; at: Date } | null
}

/** What there is to compare with. */
export interface Known {
  now: Date
  zone: string
  /** Regions by division code. */
  places: ReadonlyMap<string, PlaceFound>
  /** Undefined: any county, for the operator; else rows of other counties are refused. */
  county: number | undefined
  hasDesk: (place: PlaceFound) => boolean
  /** The key of a category of a county, by key or by names from the widest on. */
  categoryOf: (county: number, by: 'key' | 'names', values: readonly string[]) => string | undefined
}

const idLengthMax = 200
const wordsLengthMax = 20_000
const nameLengthMax = 60
const addressLengthMax = 200
const titleLengthMax = 100
const earliest = new Date('1990-01-01T00:00:00Z')

type Cells = ReadonlyMap<string, Cell>

/** A row of a file as an appeal, or every reason why it can't be one. */
export function readRow(line: number, cells: Cells, mapping: Mapping, known: Known): Reading | { line: number; sourceId: string | null; faults: RowFault[] } {
  const { fields } = mapping
  const faults: RowFault[] = []
  const no = (code: RowFaultCode, column: string | null = null) => void faults.push({ code, column })
  const sourceId = textIn(cells, fields.id)
  if (!sourceId) no('missing', fields.id)
  else if (sourceId.length > idLengthMax) no('id_too_long', fields.id)
  const zone = mapping.zone ?? known.zone
  const receivedAt = timeIn(cells, fields.receivedAt, zone, known.now, no)
  if (receivedAt === 'nothing') no('missing', fields.receivedAt.column)
  const words = wordsIn(cells, fields.words)
  if (!words) no('missing', fields.words.at(-1))
  else if (words.length > wordsLengthMax) no('words_too_long', fields.words.at(-1))
  const answer = answerIn(cells, mapping, zone, known.now, receivedAt, no)
  const place = placeIn(cells, mapping, known, no)
  const category = place ? categoryIn(cells, mapping, known, place.county, no) : null
  for (const [column, cell] of cells) if (typeof cell === 'string' && !isStorable(cell)) no('unstorable', column)
  if (faults.length > 0 || !sourceId || !(receivedAt instanceof Date) || !place) return { line, sourceId: sourceId?.slice(0, idLengthMax) || null, faults }
  const title = (fields.title && textIn(cells, fields.title)) || words
  return {
    line, sourceId, receivedAt, words, place, category, answer,
    title: titleOf(title, titleLengthMax),
    pseudonym: (fields.person && textIn(cells, fields.person)?.slice(0, nameLengthMax)) || null,
    address: (fields.address && textIn(cells, fields.address)?.slice(0, addressLengthMax)) || null,
  }
}

/** Division codes that rows of a file may name: those of the mapping, and what stands in a column of codes. */
export function codesNamed(mapping: Mapping, rows: readonly Cells[]): string[] {
  const { place } = mapping.fields
  const inTable = place?.means === 'code' ? rows.flatMap((cells) => place.columns.map((column) => textIn(cells, column))) : Object.values(place?.table ?? {})
  const codes = [...inTable, mapping.unknown.place === 'refuse' ? undefined : mapping.unknown.place]
  return [...new Set(codes.filter((code) => code !== undefined && code !== ''))] as string[]
}

type No = (code: RowFaultCode, column?: string | null) => void

function textIn(cells: Cells, column: string): string | undefined {
  const cell = cells.get(column)
  return cell === null || cell === undefined ? undefined : String(cell).trim()
}

const wordsIn = (cells: Cells, columns: readonly string[]): string =>
  columns.flatMap((column) => textIn(cells, column) || []).filter((text, i, all) => all.indexOf(text) === i).join('\n')

function timeIn(cells: Cells, { column, format }: { column: string; format?: string }, zone: string, now: Date, no: No): Date | 'nothing' | 'bad' {
  const cell = cells.get(column)
  if (cell === undefined || cell === null || String(cell).trim() === '') return 'nothing'
  const time = readTime(cell, zone, format)
  const fault = !time ? 'time_unreadable' : time > now ? 'time_future' : time < earliest ? 'time_too_early' : undefined
  if (fault) no(fault, column)
  return fault ? 'bad' : time!
}

function answerIn(cells: Cells, { fields }: Mapping, zone: string, now: Date, receivedAt: Date | 'nothing' | 'bad', no: No): Reading['answer'] {
  if (!fields.answer) return null
  const words = wordsIn(cells, fields.answer.words)
  const at = timeIn(cells, fields.answer.at, zone, now, no)
  if (words && at === 'nothing') no('answer_without_time', fields.answer.at.column)
  if (!words && at !== 'nothing') no('answer_without_words', fields.answer.words.at(-1))
  if (words.length > wordsLengthMax) no('words_too_long', fields.answer.words.at(-1))
  if (at instanceof Date && receivedAt instanceof Date && at < receivedAt) no('answer_before_receipt', fields.answer.at.column)
  return words && at instanceof Date ? { words, at } : null
}

function placeIn(cells: Cells, { fields: { place: field }, unknown }: Mapping, known: Known, no: No): PlaceFound | undefined {
  const column = field?.columns.at(-1) ?? null
  const code = field && codeIn(cells, field)
  const found = code === undefined ? undefined : known.places.get(code)
  const otherwise = unknown.place === 'refuse' ? undefined : known.places.get(unknown.place)
  const place = found ?? otherwise
  if (!place) no('place_unknown', column)
  else if (known.county !== undefined && place.county !== known.county) no('place_elsewhere', column)
  else if (!known.hasDesk(place)) no('no_desk', column)
  return place
}

/** The first column that says something decides; of several words in it the one that stands first. */
function codeIn(cells: Cells, { columns, means, table = {} }: NonNullable<Mapping['fields']['place']>): string | undefined {
  for (const column of columns) {
    const text = textIn(cells, column)
    if (!text) continue
    const code = means === 'code' ? text : means === 'table' ? own(table, text) : mentioned(text, table)
    if (code !== undefined) return code
  }
  return undefined
}

function mentioned(text: string, table: Readonly<Record<string, string>>): string | undefined {
  const found = Object.keys(table).map((word) => ({ word, at: text.indexOf(word) })).filter(({ at }) => at !== -1)
  const first = found.toSorted((a, b) => a.at - b.at || b.word.length - a.word.length)[0]
  return first && table[first.word]
}

const own = (table: Readonly<Record<string, string>>, key: string) => (Object.hasOwn(table, key) ? table[key] : undefined)

function categoryIn(cells: Cells, { fields: { category: field }, unknown }: Mapping, known: Known, county: number, no: No): string | null {
  const values = field?.columns.map((column) => textIn(cells, column) ?? '').filter(Boolean) ?? []
  const key = field && values.length > 0 ? keyOf(field, values, known, county) : undefined
  if (key === undefined && unknown.category === 'refuse') no('category_unknown', field?.columns.at(-1) ?? null)
  return key ?? null
}

function keyOf({ means, table = {} }: NonNullable<Mapping['fields']['category']>, values: readonly string[], known: Known, county: number): string | undefined {
  if (means === 'names') return known.categoryOf(county, 'names', values)
  const named = means === 'table' ? values.map((value) => own(table, value)).find((key) => key !== undefined) : values.at(-1)
  return named === undefined ? undefined : known.categoryOf(county, 'key', [named])
}

/** The database keeps no NUL, and no half of a pair of surrogates. */
const isStorable = (text: string) => !text.includes('\0') && text.isWellFormed()
