import { listDeliveries } from '#contract/exchange.ts'
import { markOf, markText, pageOf } from '#server/kernel/keyset.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { reachExchange } from '../clients/reach-exchange.ts'
import { newestDeliveries } from './delivery.sql.ts'

export default operation(listDeliveries, staff('exchange.read'), async ({ params: { county }, query, actor, db }) => {
  reachExchange(actor, county, 'exchange.read')
  const { givenUp = false, after, limit = 30 } = query
  const rows = await newestDeliveries(db, county, givenUp, markOf(after), limit)
  return pageOf(rows, limit, (row) => markText(givenUp ? row.given_up_at! : row.made_at, row.id), (row) => ({
    id: row.id, client: row.client_name, type: row.event.type, case: row.case_id, madeAt: row.made_at.toISOString(), tries: row.tries,
    state: row.delivered_at ? ('delivered' as const) : row.given_up_at ? ('given_up' as const) : ('waiting' as const),
    nextAt: row.next_at?.toISOString() ?? null, deliveredAt: row.delivered_at?.toISOString() ?? null, status: row.status, problem: row.problem,
  }))
})
