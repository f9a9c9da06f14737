import { listClients } from '#contract/exchange.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { staffNames } from '#server/modules/identity/index.ts'
import { ordersAddress } from './client.ts'
import { clientsOf } from './client.sql.ts'
import { reachExchange } from './reach-exchange.ts'

export default operation(listClients, staff('exchange.read'), async (call) => {
  const { county } = call.params
  reachExchange(call.actor, county, 'exchange.read')
  const rows = await clientsOf(call.db, county, call.query.withdrawn ?? false)
  const names = await staffNames(call, rows.map((row) => row.made_by))
  return {
    items: rows.map((row) => ({
      id: row.id, name: row.name, opens: row.opens, keyEnd: row.key_end, callsPerMinute: row.calls_per_minute, mapping: row.mapping, hookUrl: row.hook_url, ordersAddress: ordersAddress(call.config, row),
      madeBy: names.get(row.made_by) ?? '', madeAt: row.made_at.toISOString(), validTo: row.valid_to?.toISOString() ?? null,
      withdrawnAt: row.withdrawn_at?.toISOString() ?? null, lastUsedAt: row.last_used_at?.toISOString() ?? null,
    })),
  }
})
