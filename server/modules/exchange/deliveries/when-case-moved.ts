import type { FactKind } from '#server/facts/index.ts'
import { uuidv7 } from '#server/kernel/id.ts'
import { reaction } from '#server/kernel/relay.ts'
import { bookDeliveries } from './delivery.sql.ts'

/** Whoever opened it again: it is open again. */
const toldAs: Partial<Record<FactKind, FactKind>> = { 'case.reopened_by_staff': 'case.reopened', 'petition.redo_ordered': 'case.reopened' }

/** Programs of others hear how their own cases go. Here it is only booked: what leaves the building is sent by a routine. */
export default reaction({
  name: 'book deliveries',
  on: [
    'case.accepted', 'case.declined', 'case.asked_back', 'case.dispatched', 'case.escalated', 'case.closed', 'case.answered', 'case.filed', 'case.reopened',
    'case.reopened_by_staff', 'petition.redo_ordered', 'case.withdrawn', 'case.published',
  ],
  async run(tx, facts, now) {
    const byCounty = Map.groupBy(facts, (fact) => fact.county)
    for (const [county, ofCounty] of [...byCounty].toSorted(([a], [b]) => a - b)) {
      const told = ofCounty.map(({ subject, seq, kind, at, detail }) => {
        const { to, from } = detail as { to?: { state?: string }; from?: { state?: string } }
        return { id: uuidv7(), case: subject, seq, event: { type: `gongzhi.${toldAs[kind] ?? kind}`, state: to?.state ?? from?.state ?? '', at: at.toISOString() } }
      })
      await bookDeliveries(tx, county, told, now)
    }
  },
})
