import { listSignals } from '#contract/signals.ts'
import { markOf, markText, pageOf } from '#server/kernel/keyset.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { caseStands } from '#server/modules/casework/index.ts'
import { reachExchange } from '../clients/reach-exchange.ts'
import { signalShown } from './show-signal.ts'
import { newestSignals } from './signal.sql.ts'

export default operation(listSignals, staff('exchange.read'), async (call) => {
  const { county } = call.params
  reachExchange(call.actor, county, 'exchange.read')
  const { opened, after, limit = 30 } = call.query
  const rows = await newestSignals(call.db, county, opened, markOf(after), limit)
  const stands = await caseStands(call.db, county, rows.flatMap((row) => row.case_id ?? []))
  return pageOf(rows, limit, (row) => markText(row.last_at, row.id), (row) => signalShown(row, stands))
})
