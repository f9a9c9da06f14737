import { importRemits, remitsMax } from '#contract/groups.ts'
import { tell } from '#server/kernel/facts.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import en from '#words/en/office-settings.ts'
import zh from '#words/zh/office-settings.ts'
import { reachBook } from '../books/edit-draft.ts'
import { readTable, type TableRow } from '../books/read-table.ts'
import { findersFor } from '../routing/recall-finders.ts'
import { noCatalogue } from '../routing/route.ts'
import type { Finders } from '../routing/row.ts'
import { forgetRemits } from './recall-remits.ts'
import { endRemits, insertRemits, remitRows } from './remit.sql.ts'
import { columns, lineOf, planOf, twiceIn, type Column, type Line, type RowFault } from './row.ts'

const headings = new Map<string, Column>(columns.flatMap((column) => [zh, en].map((words) => [words.bodies.remits.columns[column].toLowerCase(), column] as const)))

/** Adds what a table names and is not there yet; the same table again adds nothing, also where two send it at once. One bad row and nothing is taken. */
export default operation(importRemits, staff('routing.draft'), async (call) => {
  const { params: { county }, body: { fileName, bytes, dryRun }, actor, db, change, memory, now } = call
  const held = reachBook(actor, 'routing.draft', county)
  const [rows, find] = await Promise.all([
    readTable<Column>(fileName, Buffer.from(bytes, 'base64'), { headings, needs: 'body', rowsMax: remitsMax }),
    findersFor(call, county, noCatalogue),
  ])
  const { lines, bad } = linesOf(rows, find)
  if (dryRun || bad.length > 0) {
    const { added, changed, same } = planOf(await remitRows(db, county), lines)
    return { added: added.length, changed: changed.length, same, bad }
  }
  return await change(county, async (tx) => {
    const plan = planOf(await remitRows(tx, county), lines)
    await endRemits(tx, county, plan.changed.map(({ was }) => was.id), now)
    const insert = (some: readonly Line[]) => insertRemits(tx, county, some.map((line) => ({ id: uuidv7(), ...line, sent: null })), { person: actor.person, now })
    const [added, changed] = [await insert(plan.added), await insert(plan.changed.map(({ line }) => line))]
    if (added + changed > 0) {
      const by = { person: actor.person, post: held.post, body: held.body }
      await tell(tx, { county, subject: uuidv7(), kind: 'remits.imported', by, at: now, detail: { values: { added: `${added}`, changed: `${changed}` } } })
      await forgetRemits(tx, memory, county)
    }
    // What another brought in the same moment is there already.
    return { added, changed, same: lines.length - added - changed, bad }
  })
})

function linesOf(rows: readonly TableRow<Column>[], find: Finders): { lines: Line[]; bad: { line: number; faults: RowFault[] }[] } {
  const bad: { line: number; faults: RowFault[] }[] = []
  const good: { at: number; line: Line }[] = []
  for (const { line: at, cells } of rows) {
    const read = cells ? lineOf(cells, find) : { faults: [{ code: 'unreadable' as const, column: null, text: null }] }
    if ('faults' in read) bad.push({ line: at, faults: read.faults })
    else good.push({ at, line: read.line })
  }
  const twice = new Set(twiceIn(good.map(({ line }) => line)))
  for (const i of twice) bad.push({ line: good[i]!.at, faults: [{ code: 'twice', column: null, text: null }] })
  return { lines: good.flatMap(({ line }, i) => (twice.has(i) ? [] : [line])), bad: bad.toSorted((a, b) => a.line - b.line) }
}
