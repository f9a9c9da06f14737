import en from '#words/en/policies.ts'
import zh from '#words/zh/policies.ts'
import { readTable } from '../books/read-table.ts'
import { columns, type Column } from './row.ts'

const headings = new Map<string, Column>(columns.flatMap((column) => [zh, en].map((words) => [words.routing.columns[column].toLowerCase(), column] as const)))

/** The rows of a table of entries; its columns are found by their headings, in Chinese or English. @throws Refused book.file_unreadable, book.too_many */
export const readRows = (fileName: string, bytes: Buffer, rowsMax: number) => readTable<Column>(fileName, bytes, { headings, needs: 'lead', rowsMax })
