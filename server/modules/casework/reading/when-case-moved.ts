import { reaction } from '#server/kernel/relay.ts'
import type { CaseDetail } from '../cases/event.ts'
import { foldTallies, type Delta } from './tallies.sql.ts'

/** Counts are folded from facts, not written by whoever moves a case: a counter row per write would be a queue. */
export default reaction({
  name: 'fold tallies',
  on: [
    'case.received', 'case.accepted', 'case.declined', 'case.dispatched', 'case.escalated', 'case.sent_down', 'task.returned',
    'task.reported', 'case.reworked', 'case.closed', 'case.answered', 'case.filed', 'case.rated', 'case.withdrawn', 'case.reopened', 'case.reopened_by_staff', 'petition.redo_ordered', 'case.rehomed',
    'case.merged', 'case.taken_apart',
  ],
  alsoLate: true,
  async run(tx, facts) {
    const sums = new Map<string, Delta>()
    const add = (county: number, place: { desk: string; state: string }, n: number) => {
      const key = `${county} ${place.desk} ${place.state}`
      const sum = sums.get(key) ?? { county, ...place, n: 0 }
      sums.set(key, { ...sum, n: sum.n + n })
    }
    for (const { county, kind, detail } of facts) {
      const { from, to } = detail as CaseDetail
      if (kind === 'case.received') add(county, { desk: to!.desk!, state: to!.state! }, 1)
      if (!from) continue
      add(county, { desk: from.desk, state: from.state }, -1)
      add(county, { desk: to?.desk ?? from.desk, state: to?.state ?? from.state }, 1)
    }
    const deltas = [...sums.values()].filter((sum) => sum.n !== 0).toSorted((a, b) => (a.desk + a.state < b.desk + b.state ? -1 : 1))
    await foldTallies(tx, deltas)
  },
})
