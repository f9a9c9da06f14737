import { reaction } from '#server/kernel/relay.ts'
import { moveAppeals } from './appeal.sql.ts'

/** What somebody said while they were taken for a newcomer is theirs again. */
export default reaction({
  name: 'appeals of the returned',
  on: ['person.returned'],
  async run(tx, facts) {
    for (const { county, subject, detail } of facts) await moveAppeals(tx, county, (detail as { from: string }).from, subject)
  },
})
