import { gzipSync } from 'node:zlib'
import type { Mapping } from '#contract/imports.ts'
import { workbookOf } from '#server/test/zip-of.ts'

export type Format = 'csv' | 'jsonl' | 'xlsx'

const columns = ['no', 'time', 'title', 'text', 'who', 'district', 'reply', 'replied'] as const
type Row = Record<(typeof columns)[number], string>

/** A file of another platform, and the lines of it that are damaged. */
export interface ImportFile {
  format: Format
  name: string
  bytes: Buffer
  damaged: Set<number>
}

export const mappingOf = (format: Format): Mapping => ({
  source: `soak-${format}`, format,
  fields: {
    id: 'no', receivedAt: { column: 'time' }, title: 'title', words: ['title', 'text'], person: 'who',
    place: { columns: ['district'], means: 'table', table: { 梧桐: '990101001001', 银杏: '990101001002', 望江: '990101002' } },
    answer: { words: ['reply'], at: { column: 'replied' } },
  },
  unknown: { place: '990101', category: 'not_sorted' },
})

const districts = ['梧桐', '银杏', '望江', '哪里也不是']
const said = '小区东门口的路灯已经坏了半个多月，晚上出行很不方便，老人和孩子都不敢从那里走，希望有关部门尽快安排人员修理，并告知修理的时间。'

function rowAt(i: number): Row {
  const day = String(1 + (i % 28)).padStart(2, '0')
  const month = String(1 + (i % 9)).padStart(2, '0')
  const isAnswered = i % 3 === 0
  return {
    no: `N${i}`, time: `2025-${month}-${day} 09:${String(i % 60).padStart(2, '0')}:00`, title: `第 ${i} 件：路灯不亮`, text: said.repeat(1 + (i % 4)), who: `U${i % 30_000}`,
    district: districts[i % 4]!, reply: isAnswered ? `您好，第 ${i} 件已经修好。` : '', replied: isAnswered ? `2025-12-${day} 16:00:00` : '',
  }
}

/** Every way in which a row is spoilt here. What only one format can suffer comes when it is written. */
const spoil: ((row: Row, i: number) => Row | 'broken')[] = [
  (row) => ({ ...row, time: '去年冬天' }),
  (row) => ({ ...row, time: '2099-01-01 10:00:00' }),
  (row) => ({ ...row, no: '' }),
  (row) => ({ ...row, title: '', text: '' }),
  (row, i) => ({ ...row, no: `N${i - 1}` }),
  (row) => ({ ...row, reply: '已答复', replied: '' }),
  (row) => ({ ...row, reply: '已答复', replied: '2001-01-01 10:00:00' }),
  () => 'broken',
]

/** So many rows, of which every tenth is damaged. */
export function importFile(format: Format, rows: number): ImportFile {
  const damaged = new Set<number>()
  const all = Array.from({ length: rows }, (_, i) => {
    if (i % 10 !== 7) return rowAt(i)
    damaged.add(i + (format === 'jsonl' ? 1 : 2))
    return spoil[Math.floor(i / 10) % (format === 'xlsx' ? spoil.length - 1 : spoil.length)]!(rowAt(i), i)
  })
  const written = { csv: csvOf, jsonl: jsonlOf, xlsx: xlsxOf }[format](all)
  return { format, damaged, name: `soak.${format}${format === 'jsonl' ? '.gz' : ''}`, bytes: written }
}

const csvOf = (rows: readonly (Row | 'broken')[]): Buffer => Buffer.from([
  columns.join(','),
  ...rows.map((row) => (row === 'broken' ? 'N,"a quote that never ends' : columns.map((column) => `"${row[column]}"`).join(','))),
].join('\n'))

const jsonlOf = (rows: readonly (Row | 'broken')[]): Buffer =>
  gzipSync(rows.map((row) => (row === 'broken' ? '{"no": "N", "time":' : JSON.stringify(row))).join('\n'))

function xlsxOf(rows: readonly (Row | 'broken')[]): Buffer {
  const line = (texts: readonly string[], number: number) =>
    `<row r="${number}">${texts.map((text, i) => `<c r="${String.fromCharCode(65 + i)}${number}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
  const body = rows.map((row, i) => line(columns.map((column) => (row as Row)[column]), i + 2))
  return workbookOf(`<worksheet><sheetData>${line(columns, 1)}${body.join('')}</sheetData></worksheet>`)
}
