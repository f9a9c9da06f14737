import { listSignalSources } from '#contract/signals.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { staffNames } from '#server/modules/identity/index.ts'
import { namesOf } from '#server/modules/regions/index.ts'
import { reachExchange } from '../clients/reach-exchange.ts'
import { sourcesOf } from './signal.sql.ts'

const weekMs = 7 * 86_400_000

export default operation(listSignalSources, staff('exchange.read'), async (call) => {
  const { county } = call.params
  reachExchange(call.actor, county, 'exchange.read')
  const rows = await sourcesOf(call.db, county, new Date(call.now.getTime() - weekMs))
  const [names, regions] = await Promise.all([staffNames(call, rows.map((row) => row.made_by)), namesOf(call, rows.flatMap((row) => row.region ?? []))])
  return {
    items: rows.map((row) => ({
      id: row.id, name: row.name, region: regions.get(row.region ?? 0) ?? null, windowMinutes: row.window_minutes, madeBy: names.get(row.made_by) ?? '',
      madeAt: row.made_at.toISOString(), withdrawnAt: row.withdrawn_at?.toISOString() ?? null, lastEventAt: row.last_event_at?.toISOString() ?? null, signals: row.signals,
    })),
  }
})
