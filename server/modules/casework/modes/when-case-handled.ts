import { factsOf } from '#server/kernel/facts.ts'
import { reaction } from '#server/kernel/relay.ts'
import type { CaseDetail } from '../cases/event.ts'
import { handlingUntil } from './handling.ts'
import { addHistory, placedCases, type Delta } from './history.sql.ts'

/** Keeps how matters went, by category and village, so that advice never counts cases while somebody waits. */
export default reaction({
  name: 'keep how matters were handled',
  on: ['case.closed', 'case.reopened', 'case.reopened_by_staff', 'petition.redo_ordered', 'case.dispatched'],
  async run(tx, facts) {
    const sums = new Map<string, Delta>()
    for (const county of new Set(facts.map((fact) => fact.county))) {
      const own = facts.filter((fact) => fact.county === county)
      const places = new Map((await placedCases(tx, county, [...new Set(own.map((fact) => fact.subject))])).map((row) => [row.id, row]))
      for (const fact of own) {
        const row = places.get(fact.subject)
        if (!row?.category) continue
        const key = `${county} ${row.category} ${row.town ?? 0} ${row.village ?? 0}`
        const sum = sums.get(key) ?? { ...nothing, county, category: row.category, town: row.town ?? 0, village: row.village ?? 0 }
        sums.set(key, sum)
        const { values } = fact.detail as CaseDetail
        if (fact.kind === 'case.dispatched' && values?.mode && values.advised) {
          sum.advised += 1
          if (values.mode === values.advised) sum.followed += 1
        }
        if (fact.kind !== 'case.closed' && fact.kind !== 'case.dispatched') sum.reopened += 1
        const handling = fact.kind === 'case.closed' ? handlingUntil(await factsOf(tx, county, fact.subject), fact.seq) : undefined
        if (!handling) continue
        sum.cases += 1
        sum[handling.level] += 1
        if (handling.several) sum.several += 1
        if (handling.returned) sum.returned += 1
      }
    }
    // In one order, so that two workers never wait for each other crosswise.
    const touched = [...sums.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum)
    await addHistory(tx, touched.filter((sum) => counts.some((name) => sum[name] > 0)))
  },
})

const nothing = { cases: 0, several: 0, returned: 0, reopened: 0, self: 0, coordinated: 0, joint: 0, advised: 0, followed: 0 }
const counts = Object.keys(nothing) as (keyof typeof nothing)[]
