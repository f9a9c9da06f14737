import { importCodes, typesMax } from '#contract/codes.ts'
import type { CodeList, CodeType } from '#contract/site-codes.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import en from '#words/en/codes.ts'
import zh from '#words/zh/codes.ts'
import { draftRow } from '../books/book.sql.ts'
import { changeDraft, reachBook, readDraft } from '../books/edit-draft.ts'
import { readTable } from '../books/read-table.ts'
import { findersFor } from '../routing/recall-finders.ts'
import { catalogueInForce } from '../routing/recall-routing.ts'
import { noCodes, sorted } from './list.ts'
import { columns, twiceIn, typeOf, type Column, type RowFault } from './row.ts'

const headings = new Map<string, Column>(columns.flatMap((column) => [zh.columns[column].toLowerCase(), en.columns[column].toLowerCase(), column.toLowerCase()].map((heading) => [heading, column] as const)))

/** The layout of the draft stands; its lines are replaced, or none is. */
export default operation(importCodes, staff('routing.draft'), async (call) => {
  const { params: { county }, body } = call
  reachBook(call.actor, 'routing.draft', county)
  call.version() // before much is read
  const [{ content }, { content: catalogue }] = await Promise.all([readDraft(call, 'codes', noCodes), catalogueInForce(call, county, call.now)])
  const [rows, find] = await Promise.all([
    readTable<Column>(body.fileName, Buffer.from(body.bytes, 'base64'), { headings, needs: 'class', rowsMax: typesMax }), findersFor(call, county, catalogue),
  ])
  const bad: { line: number; faults: RowFault[] }[] = []
  const good: { line: number; type: CodeType }[] = []
  for (const { line, cells } of rows) {
    const read = cells ? typeOf(cells, content, find) : { faults: [{ code: 'unreadable' as const, text: null }] }
    if ('faults' in read) bad.push({ line, faults: read.faults })
    else good.push({ line, type: read.type })
  }
  for (const i of twiceIn(good.map(({ type }) => type))) bad.push({ line: good[i]!.line, faults: [{ code: 'twice', text: null }] })
  if (bad.length > 0) {
    const { version } = await draftRow(call.db, county, 'codes')
    return { version, types: rows.length, bad: bad.toSorted((a, b) => a.line - b.line) }
  }
  const { version } = await changeDraft<CodeList>(call, 'codes', noCodes, (draft) => ({ ...draft, types: sorted(good.map(({ type }) => type)) }))
  return { version, types: good.length, bad: [] }
})
