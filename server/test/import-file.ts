import type { Mapping } from '#contract/imports.ts'
import { county } from '#server/demo/cast.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { photoForm } from './photo-form.ts'
import type { Caller } from './town.ts'

/** A mapping of CSV files with the columns no, time, text, who, district, reply, replied, into the demo county. */
export const mapping: Mapping = {
  source: 'old-platform', format: 'csv',
  fields: {
    id: 'no', receivedAt: { column: 'time' }, words: ['text'], person: 'who',
    place: { columns: ['district'], means: 'table', table: { 梧桐: '990101001001', 春晖: '990101001' } },
    answer: { words: ['reply'], at: { column: 'replied' } },
  },
  unknown: { place: '990101', category: 'not_sorted' },
}

const columns = ['no', 'time', 'text', 'who', 'district', 'reply', 'replied'] as const
export type Row = Partial<Record<(typeof columns)[number], string>>

/** A row that is whole, unless told otherwise. */
export const row = (no: string, more: Row = {}): Row => ({ no, time: '2026-11-02 09:00:00', text: `第 ${no} 件：路灯不亮`, who: `U${no}`, ...more })

export const csvOf = (rows: readonly Row[]): Buffer =>
  Buffer.from([columns.join(','), ...rows.map((one) => columns.map((column) => one[column] ?? '').join(','))].join('\n'))

/** Makes an import and sends its file, as the office does. @returns its id */
export async function upload(by: Caller, file: Buffer, given: Mapping = mapping, where = county): Promise<string> {
  const id = uuidv7()
  const { parts, partBytes } = await by.ask('createImport', { params: { county: where }, key: id, body: { mapping: given, fileName: 'old.csv', fileBytes: file.length } })
  for (let part = 0; part < parts; part++) await by.ask('sendImportPart', { params: { county: where, id, part }, ...photoForm(file.subarray(part * partBytes, (part + 1) * partBytes), 'part') })
  return id
}
