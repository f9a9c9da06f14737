import { listSignalRules } from '#contract/signals.ts'
import { operation, staff } from '#server/kernel/operation.ts'
import { categoryName, knownCategories } from '#server/modules/casework/index.ts'
import { staffNames } from '#server/modules/identity/index.ts'
import { reachExchange } from '../clients/reach-exchange.ts'
import { rulesOf, sourcesOf } from './signal.sql.ts'

export default operation(listSignalRules, staff('exchange.read'), async (call) => {
  const { county } = call.params
  reachExchange(call.actor, county, 'exchange.read')
  const [rows, sources, categories] = await Promise.all([rulesOf(call.db, county), sourcesOf(call.db, county, call.now), knownCategories(call, county)])
  const names = await staffNames(call, rows.map((row) => row.made_by))
  const sourceNames = new Map(sources.map((source) => [source.id, source.name]))
  return {
    items: rows.map((row) => ({
      id: row.id, source: row.source ? { id: row.source, name: sourceNames.get(row.source) ?? '' } : null, type: row.type, leastCount: row.least_count,
      leastSeverity: row.least_severity, category: { key: row.category, name: categoryName(categories.get(row.category)) ?? { zh: row.category } },
      words: row.words, madeBy: names.get(row.made_by) ?? '', endedAt: row.ended_at?.toISOString() ?? null,
    })),
  }
})
