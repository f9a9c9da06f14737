import { reaction } from '#server/kernel/relay.ts'
import { foldCases } from './fold.sql.ts'

/** The rows that figures are counted from follow the facts: whatever moved is made anew. */
export default reaction({
  name: 'fold figures',
  on: [
    'case.received', 'case.accepted', 'case.declined', 'case.asked_back', 'case.sorted', 'case.dispatched', 'case.escalated',
    'case.sent_down', 'case.noted', 'case.told', 'task.returned', 'task.reported', 'task.released', 'case.reworked', 'case.closed',
    'case.answered', 'case.filed', 'case.rated', 'case.withdrawn', 'case.reopened', 'case.reopened_by_staff', 'case.merged', 'case.taken_apart', 'clock.breached',
    'case.excluded', 'request.ruled', 'callback.made', 'petition.redo_ordered', 'case.rehomed',
  ],
  alsoLate: true,
  async run(tx, facts) {
    const moved = Map.groupBy(facts, (fact) => fact.county)
    for (const [county, ofCounty] of [...moved].toSorted(([a], [b]) => a - b)) {
      await foldCases(tx, county, [...new Set(ofCounty.map((fact) => fact.subject))])
    }
  },
})
