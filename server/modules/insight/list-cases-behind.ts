import { listCasesBehind, type CaseBehind } from '#contract/figures.ts'
import { markOf, markText, pageOf } from '#server/kernel/keyset.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { can, type Actor } from '#server/kernel/reach.ts'
import { numberOf } from '#server/modules/casework/index.ts'
import { linesBehind, type LineRow } from './behind.sql.ts'
import { behind } from './rows-behind.sql.ts'
import { countLines } from './figure.sql.ts'
import { findScope } from './find-scope.ts'
import { nameLines, type LineNames } from './name-lines.ts'

export default operation(listCasesBehind, staff('figures.read'), async (call) => {
  const { actor, config, db, now, query } = call
  const { scope, period, of } = await findScope(call)
  const { figure, over, after, limit = 30 } = query
  const wanted = behind(figure, scope, period, now, over)
  const [rows, total] = await Promise.all([linesBehind(db, wanted, markOf(after), limit), countLines(db, figure, scope, period, config.zone, now, over)])
  const names = await nameLines(call, rows)
  return { ...pageOf(rows, limit, (row) => markText(row.sort_at, row.sort_id), (row) => lineOf(actor, row, names)), total, ...of, period: { from: period.from, to: period.to } }
})

function lineOf(actor: Actor, row: LineRow, names: LineNames): CaseBehind {
  const mayRead = can(actor, 'case.read', { ...row, category: row.category || null, bodies: [row.body] })
  return {
    id: row.case_id,
    number: numberOf(row),
    title: mayRead ? row.title : null,
    state: row.state,
    category: names.category(row),
    place: names.place(row),
    body: names.body(row),
    at: row.sort_at.toISOString(),
    late: row.late,
    endedAt: row.ended_at?.toISOString() ?? null,
    ruledBy: names.ruledBy(row),
    ground: row.ground,
    minutes: row.minutes,
  }
}
