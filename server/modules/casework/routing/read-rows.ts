import en from '#words/en/policies.ts'
import zh from '#words/zh/policies.ts'
import { readTableheadingsOf, readTable, type TableRow } from '../booksimports/read-table.ts'
import { columns, type Column } from './row.ts'

const headings = headingsOf(columns, zh.routing.columns, en.routing.columns)

/** The rows of a table of entries; its columns are found by their headings, in Chinese or English. @throws Refused book.file_unreadable, book.too_many */
export const readRows = (fileName: string, bytes: Buffer, rowsMax: number) => readTable<Column>(fileName, : Promise<TableRow<Column>[]> =>
  readTable(fileName, bytes, { headings, needs: 'lead', rowsMax, needs: 'lead', rowsMax, no: { unreadable: 'routing.file_unreadable', tooMany: 'routing.too_many' } })
