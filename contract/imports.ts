import { Type, type Static } from 'typebox'
import { contract, words } from './operation.ts'
import { Done, Id, InBoth, InCounty, InCountyWithId, Instant, Nullable, OneOf, Page, Paging } from './wire.ts'

/** A file of another platform's appeals is sent in parts of at most this size, so that a broken line costs one part. */
export const importPartBytesMax = 4 * 1024 * 1024
export const importPartsMax = 64

const Column = Type.String({ minLength: 1, maxLength: 100 })
const Columns = Type.Array(Column, { minItems: 1, maxItems: 5 })
const Table = Type.Record(Type.String({ minLength: 1, maxLength: 100 }), Type.String({ minLength: 1, maxLength: 60 }))

/** `format` is made of yyyy MM dd HH mm ss and whatever stands between; without one the usual ways to write a time are read. */
const Time = words({ column: Column, format: Type.Optional(Type.String({ minLength: 4, maxLength: 40 })) })

/** Which column is which field, and where unknown values go. Regions are named by their division code. */
export const Mapping = words({
  source: Type.String({ pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}$', description: 'the other platform; with its own id for an appeal it makes the key' }),
  format: OneOf(['csv', 'xlsx', 'jsonl']),
  encoding: Type.Optional(OneOf(['utf-8', 'gb18030'], { description: 'left out: found out' })),
  delimiter: Type.Optional(OneOf([',', ';', '\t'])),
  sheet: Type.Optional(Type.String({ maxLength: 60, description: 'left out: the first' })),
  zone: Type.Optional(Type.String({ maxLength: 60, description: 'of times that name none; left out: the zone of the installation' })),
  fields: words({
    id: Column,
    receivedAt: Time,
    words: Columns,
    title: Type.Optional(Column),
    person: Type.Optional(Column),
    address: Type.Optional(Column),
    place: Type.Optional(words({
      columns: Columns,
      means: OneOf(['code', 'table', 'mention'], { description: 'the value is a division code; stands in the table; holds a word of the table somewhere' }),
      table: Type.Optional(Table),
    })),
    category: Type.Optional(words({
      columns: Columns,
      means: OneOf(['key', 'names', 'table'], { description: 'the value is a key; the columns are names from the widest on; stands in the table' }),
      table: Type.Optional(Table),
    })),
    answer: Type.Optional(words({ words: Columns, at: Time })),
  }),
  unknown: words({
    place: Type.String({ pattern: '^(refuse|[0-9A-Za-z-]{1,24})$', description: 'refuse the row, or the region that takes it in' }),
    category: OneOf(['refuse', 'not_sorted']),
  }),
  mayLack: Type.Optional(Type.Array(Column, { maxItems: 20, description: 'columns that a file need not have' })),
})

/** sending → checking → checked → running → done; refused: the file as a whole can't be read; stopped: by a person. */
export const importStates = ['sending', 'checking', 'checked', 'running', 'done', 'refused', 'stopped'] as const
export const ImportState = OneOf(importStates)

export const importProblems = [
  'wrong_encoding', 'column_missing', 'column_twice', 'empty', 'too_large', 'too_many_rows', 'damaged_archive', 'not_xlsx', 'bomb', 'sheet_missing',
  'unknown_region', 'not_in_county', 'no_desk', 'bad_zone', 'bad_format', 'table_missing',
] as const

export const rowFaults = [
  'not_json', 'quote_open', 'columns', 'too_long', 'bad_bytes', 'unstorable', 'missing', 'id_too_long', 'words_too_long',
  'time_unreadable', 'time_future', 'time_too_early', 'twice', 'place_unknown', 'place_elsewhere', 'no_desk', 'category_unknown',
  'answer_without_time', 'answer_without_words', 'answer_before_receipt', 'fault',
] as const

export const RowFault = words({ code: OneOf(rowFaults), column: Nullable(Type.String()) })
export const BadRow = words({ line: Type.Integer(), sourceId: Nullable(Type.String()), faults: Type.Array(RowFault) })

const Counts = {
  read: Type.Integer({ description: 'rows read so far' }),
  total: Nullable(Type.Integer({ description: 'rows in the file; known once it was checked' })),
  in: Type.Integer({ description: 'came in, or would' }),
  before: Type.Integer({ description: 'were there already' }),
  bad: Type.Integer(),
}

export const ImportRow = words({
  id: Id,
  source: Type.String(),
  fileName: Type.String(),
  fileBytes: Type.Integer(),
  state: ImportState,
  ...Counts,
  by: Nullable(Type.String({ description: 'the name of who made it; null: the operator' })),
  madeAt: Instant,
  endedAt: Nullable(Instant),
})

export const listImports = contract('listImports', {
  summary: 'Imports of a county, newest first',
  params: InCounty,
  query: words({ ...Paging }),
  reply: Page(ImportRow),
})

export const createImport = contract('createImport', {
  summary: 'Begin an import: what the file is and how to read it. Its parts are sent next. The Idempotency-Key is its id',
  params: InCounty,
  body: words({
    mapping: Mapping,
    fileName: Type.String({ minLength: 1, maxLength: 200 }),
    fileBytes: Type.Integer({ minimum: 1 }),
  }),
  reply: words({ id: Id, parts: Type.Integer(), partBytes: Type.Integer() }),
  refusals: ['key_missing', 'key_used_otherwise', 'import.too_large', 'import.bad_mapping', 'not_allowed'],
})

export const sendImportPart = contract('sendImportPart', {
  summary: 'One part of the file as multipart/form-data, field `part`. Sent again it takes the place of the one before',
  params: words({ county: InCounty.properties.county, id: Id, part: Type.Integer({ minimum: 0, maximum: importPartsMax - 1 }) }),
  reply: Done,
  refusals: ['import.part_wrong', 'import.not_sending'],
})

export const checkImport = contract('checkImport', {
  summary: 'All parts are there: read every row and say which are bad. Writes no case',
  params: InCountyWithId,
  reply: Done,
  refusals: ['import.part_missing', 'import.not_sending'],
})

export const runImport = contract('runImport', {
  summary: 'Take in the rows that are good. What was taken in before is left as it is',
  params: InCountyWithId,
  reply: Done,
  refusals: ['import.not_checked'],
})

export const stopImport = contract('stopImport', {
  summary: 'Stop an import. What came in stays',
  params: InCountyWithId,
  reply: Done,
  refusals: ['import.over'],
})

export const readImport = contract('readImport', {
  summary: 'How far an import is, what is wrong with the file, and the first bad rows',
  params: InCountyWithId,
  reply: words({
    ...ImportRow.properties,
    problem: Nullable(words({ code: OneOf(importProblems), values: Type.Record(Type.String(), Type.String()) })),
    encoding: Nullable(OneOf(['utf-8', 'gb18030'])),
    reasons: Type.Array(words({ ...RowFault.properties, rows: Type.Integer() }), { description: 'how many rows are bad for which reason' }),
    badRows: Type.Array(BadRow, { description: 'the first hundred' }),
    places: Type.Array(words({ county: InBoth, cases: Type.Integer(), answered: Type.Integer() }), { description: 'what came in, by county' }),
  }),
})

export const downloadBadRows = contract('downloadBadRows', {
  summary: 'All bad rows of an import as CSV',
  params: InCountyWithId,
  reply: Type.Unknown(),
})

export const listImported = contract('listImported', {
  summary: 'Cases of this county that an import brought, in the order of the file',
  params: InCountyWithId,
  query: words({ ...Paging }),
  reply: Page(words({ line: Type.Integer(), sourceId: Type.String(), case: Id, number: Type.String(), title: Type.String() })),
})

export type Mapping = Static<typeof Mapping>
export type ImportState = Static<typeof ImportState>
export type ImportProblem = (typeof importProblems)[number]
export type RowFaultCode = (typeof rowFaults)[number]
export type RowFault = Static<typeof RowFault>
export type BadRow = Static<typeof BadRow>
export type ImportRow = Static<typeof ImportRow>
