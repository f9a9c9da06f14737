import { reaction } from '#server/kernel/relay.ts'
import { loadCase } from '../cases/case.sql.ts'
import type { CaseEvent } from '../cases/event.ts'
import { record } from '../cases/record-event.ts'
import { endClock, isRunning } from '../clocks/clock.ts'

/** What a signal opened has nobody to answer: closed, it is over, and waits at no desk. */
export default reaction({
  name: 'file what nobody reported',
  on: ['case.closed'],
  async run(tx, facts, now) {
    for (const { county, subject } of facts) {
      const loaded = await loadCase(tx, county, subject, 'lock')
      if (!loaded || loaded.row.has_appellant || loaded.file.state !== 'closed') continue
      const { state, desk, clocks } = loaded.file
      const event: CaseEvent = {
        kind: 'case.filed',
        detail: { from: { state, desk }, to: { state: 'answered' }, clocks: clocks.filter(isRunning).map((clock) => endClock(clock, now)) },
      }
      await record({ now }, tx, loaded, event, {})
    }
  },
})
