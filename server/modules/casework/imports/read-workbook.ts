import { Parser } from 'htmlparser2'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { columnsMax, rowCharactersMax, type Cell } from './record.ts'
import { Unreadable } from './unreadable.ts'

/** What an archive may say that it holds; a bomb says more, or lies and is cut off when it comes to more than it said. */
const entryBytesMax = 1024 * 1024 * 1024
const textBytesMax = 400 * 1024 * 1024
const inflationMax = 200
const inflationCountsFrom = 16 * 1024 * 1024
const entriesMax = 10_000
/** All different texts of a workbook are held while it is read. */
const textCharactersMax = 60_000_000

export interface SheetRow {
  number: number
  cells: Cell[]
}

export interface Workbook {
  /** @param sheet its name; undefined is the first */
  rows(sheet: string | undefined): AsyncGenerator<SheetRow>
  close(): void
}

/** @throws Unreadable where it is no workbook, or one that would inflate beyond bounds: that is known before anything is inflated */
export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await yauzl.openPromise(path, { autoClose: false }).catch(() => undefined)
  if (!zip) throw new Unreadable('not_xlsx')
  try {
    const entries = await entriesOf(zip)
    return { rows: (sheet) => sheetRows(zip, entries, sheet), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > entriesMax) throw new Unreadable('bomb')
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry)
  } catch {
    throw new Unreadable('not_xlsx')
  }
  for (const { uncompressedSize, compressedSize } of entries.values()) {
    const swells = uncompressedSize > inflationCountsFrom && uncompressedSize > compressedSize * inflationMax
    if (uncompressedSize > entryBytesMax || swells) throw new Unreadable('bomb')
  }
  return entries
}

async function* sheetRows(zip: ZipFile, entries: Map<string, Entry>, wanted: string | undefined): AsyncGenerator<SheetRow> {
  const book = orNoWorkbook(entries.get('xl/workbook.xml'))
  const links = orNoWorkbook(entries.get('xl/_rels/workbook.xml.rels'))
  const sheets = await tagsOf(zip, book, 'sheet')
  const sheet = wanted === undefined ? sheets[0] : sheets.find(({ name }) => name === wanted)
  if (!sheet) throw new Unreadable('sheet_missing', { sheets: sheets.map(({ name }) => name).join(', ') })
  const targets = new Map((await tagsOf(zip, links, 'Relationship')).map(({ Id, Target }) => [Id, Target]))
  const target = targets.get(sheet['r:id'] ?? '') ?? ''
  const entry = orNoWorkbook(entries.get(target.startsWith('/') ? target.slice(1) : `xl/${target}`))
  const texts = entries.has('xl/sharedStrings.xml') ? await sharedTexts(zip, entries.get('xl/sharedStrings.xml')!) : []
  yield* rowsOf(zip, entry, texts)
}

function orNoWorkbook<T>(found: T | undefined): T {
  if (found === undefined) throw new Unreadable('not_xlsx')
  return found
}

/** The attributes of every such tag. */
async function tagsOf(zip: ZipFile, entry: Entry, tag: string): Promise<Record<string, string>[]> {
  const found: Record<string, string>[] = []
  const parser = new Parser({ onopentag: (name, attributes) => void (name === tag && found.push(attributes)) }, { xmlMode: true })
  for await (const text of textOf(zip, entry)) {
    parser.write(text)
    if (found.length > entriesMax) throw new Unreadable('bomb')
  }
  return found
}

async function sharedTexts(zip: ZipFile, entry: Entry): Promise<string[]> {
  if (entry.uncompressedSize > textBytesMax) throw new Unreadable('bomb')
  const texts: string[] = []
  let sum = 0
  const reader = textReader('si', (text) => {
    texts.push(text)
    sum += text.length
  })
  for await (const text of textOf(zip, entry)) {
    reader.write(text)
    if (sum > textCharactersMax) throw new Unreadable('too_large')
  }
  reader.end()
  return texts
}

/** Reads the text inside every such tag: its <t> parts, without phonetic hints. */
function textReader(tag: string, take: (text: string) => void): Parser {
  let text = ''
  let [isText, isHint] = [false, false]
  return new Parser({
    onopentag(name) {
      if (name === tag) text = ''
      if (name === 'rPh') isHint = true
      if (name === 't') isText = !isHint
    },
    ontext(piece) {
      if (isText && text.length < rowCharactersMax) text += piece
    },
    onclosetag(name) {
      if (name === 't') isText = false
      if (name === 'rPh') isHint = false
      if (name === tag) take(text)
    },
  }, { xmlMode: true })
}

async function* rowsOf(zip: ZipFile, entry: Entry, texts: readonly string[]): AsyncGenerator<SheetRow> {
  let done: SheetRow[] = []
  let isWhole = false
  const reader = sheetReader(texts, (row) => void done.push(row), () => (isWhole = true))
  for await (const text of textOf(zip, entry)) {
    reader.write(text)
    yield* done
    done = []
  }
  reader.end()
  if (!isWhole) throw new Unreadable('damaged_archive')
}

function sheetReader(texts: readonly string[], take: (row: SheetRow) => void, end: () => void): Parser {
  let row: SheetRow = { number: 0, cells: [] }
  let [column, kind, value] = [0, '', '']
  let [isValue, isHint] = [false, false]
  return new Parser({
    onopentag(name, attributes) {
      if (name === 'row') row = { number: Number(attributes.r) || row.number + 1, cells: [] }
      if (name === 'c') {
        column = attributes.r ? columnOf(attributes.r) : row.cells.length
        kind = attributes.t ?? 'n'
        value = ''
      }
      if (name === 'rPh') isHint = true
      if (name === 'v' || name === 't') isValue = !isHint
    },
    ontext(piece) {
      if (isValue && value.length <= rowCharactersMax) value += piece
    },
    onclosetag(name, isImplied) {
      if (name === 'v' || name === 't') isValue = false
      if (name === 'rPh') isHint = false
      if (name === 'c' && column <= columnsMax) put(row.cells, column, cellOf(kind, value, texts))
      if (name === 'row' && !isImplied) take(row)
      if (name === 'worksheet' && !isImplied) end()
    },
  }, { xmlMode: true })
}

function put(cells: Cell[], column: number, cell: Cell): void {
  while (cells.length < column) cells.push(null)
  cells[column] = cell
}

function cellOf(kind: string, value: string, texts: readonly string[]): Cell {
  if (kind === 's') return texts[Number(value)] ?? null
  if (kind === 'n') return value === '' || !Number.isFinite(Number(value)) ? null : Number(value)
  return kind === 'e' ? null : value
}

/** BC12 → 54 */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const at = letter.charCodeAt(0) - 64
    if (at < 1 || at > 26) break
    column = column * 26 + at
  }
  return column - 1
}

async function* textOf(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) yield decoder.decode(chunk as Buffer, { stream: true })
  } catch (error) {
    if (error instanceof Unreadable) throw error
    // The archive's own words: more bytes than it said, or a checksum that is wrong.
    throw new Unreadable(error instanceof Error && error.message.includes('too many bytes') ? 'bomb' : 'damaged_archive')
  }
  yield decoder.decode()
}
