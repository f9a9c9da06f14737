import { entriesMax, importRouting } from '#contract/routing.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { draftRow } from '../books/book.sql.ts'
import { changeDraft, reachBook, readDraft } from '../books/edit-draft.ts'
import { sameness } from './fault.ts'
import { readRows } from './read-rows.ts'
import { findersFor } from './recall-finders.ts'
import { noCatalogue, type Catalogue, type Entry } from './route.ts'
import { entryOf, twiceIn, type RowFault } from './row.ts'

/** An entry that says the same of the same keeps its id, so that the history shows what really changed. */
export default operation(importRouting, staff('routing.draft'), async (call) => {
  const { params: { county }, body } = call
  reachBook(call.actor, 'routing.draft', county)
  call.version() // before much is read
  const { content } = await readDraft(call, 'routing', noCatalogue)
  const [rows, find] = await Promise.all([readRows(body.fileName, Buffer.from(body.bytes, 'base64'), entriesMax), findersFor(call, county, content)])
  const bad: { line: number; faults: RowFault[] }[] = []
  const good: { line: number; entry: Omit<Entry, 'id'> }[] = []
  for (const { line, cells } of rows) {
    const read = cells ? entryOf(cells, find) : { faults: [{ code: 'unreadable' as const, column: null, text: null }] }
    if ('faults' in read) bad.push({ line, faults: read.faults })
    else good.push({ line, entry: read.entry })
  }
  for (const i of twiceIn(good.map(({ entry }) => entry))) bad.push({ line: good[i]!.line, faults: [{ code: 'twice', column: null, text: null }] })
  if (bad.length > 0) {
    const { version } = await draftRow(call.db, county, 'routing')
    return { version, entries: rows.length, bad: bad.toSorted((a, b) => a.line - b.line) }
  }
  const ids = new Map(content.entries.map((entry) => [sameness(entry), entry.id]))
  const entries = good.map(({ entry }) => ({ id: ids.get(sameness(entry)) ?? uuidv7(), ...entry }))
  const { version } = await changeDraft<Catalogue>(call, 'routing', noCatalogue, (draft) => ({ ...draft, entries }))
  return { version, entries: entries.length, bad: [] }
})
