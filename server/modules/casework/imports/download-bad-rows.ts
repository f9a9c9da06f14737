import { Readable } from 'node:stream'
import { downloadBadRows, type BadRow } from '#contract/imports.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { operation, Raw, staff } from '#server/kernel/operation.ts'
import en from '#words/en/imports.ts'
import zh from '#words/zh/imports.ts'
import { badRows } from './import.sql.ts'
import { reachImport } from './reach-import.ts'

const rowsPerRead = 1_000

type Said = Pick<typeof zh, 'faults' | 'badRows'>

export default operation(downloadBadRows, staff('case.import'), async (call) => {
  const { county, id } = call.params
  await reachImport(call.db, call.actor, { county, id })
  const words = call.language === 'en' ? en : zh
  const lines = badRowLines(call.db, county, id, words)
  const name = encodeURIComponent(`${words.badRows.file}.csv`)
  return new Raw('text/csv; charset=utf-8', Readable.from(lines), { 'content-disposition': `attachment; filename*=UTF-8''${name}`, 'cache-control': 'no-store' })
})

async function* badRowLines(db: Queryable, county: number, id: string, words: Said) {
  // Spreadsheets take a file without this mark for one in another encoding.
  yield `\ufeff${[words.badRows.line, words.badRows.sourceId, words.badRows.reasons].map(field).join(',')}\r\n`
  for (let after = 0; ; ) {
    const rows = await badRows(db, county, id, after, rowsPerRead)
    if (rows.length === 0) return
    yield rows.map((row) => lineOf(row, words)).join('')
    after = rows.at(-1)!.line
  }
}

const lineOf = ({ line, sourceId, faults }: BadRow, words: Said): string =>
  `${[String(line), sourceId ?? '', faults.map((fault) => reasonOf(fault, words)).join('; ')].map(field).join(',')}\r\n`

const reasonOf = ({ code, column }: BadRow['faults'][number], words: Said): string => (column ? `${column}: ${words.faults[code]}` : words.faults[code])

/** A field as text: what begins like a formula gets a mark in front, or a spreadsheet would reckon it. */
function field(text: string): string {
  const tame = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame
}
