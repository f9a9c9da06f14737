import { reaction } from '#server/kernel/relay.ts'
import { moveNotices } from './notice.sql.ts'

/** What somebody was told while they were taken for a newcomer is told to them. */
export const whenPersonReturned = reaction({
  name: 'notices: person returned',
  on: ['person.returned'],
  async run(tx, facts) {
    for (const { county, subject, detail } of facts) await moveNotices(tx, county, (detail as { from: string }).from, subject)
  },
})
