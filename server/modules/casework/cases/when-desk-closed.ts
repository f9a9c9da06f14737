import { reaction } from '#server/kernel/relay.ts'
import { bodiesWithin, deskOf } from '#server/modules/identity/index.ts'
import { loadCase, openCasesAt } from './case.sql.ts'
import type { CaseEvent } from './event.ts'
import { levelOf } from './ladder.ts'
import { record } from './record-event.ts'
import { isRunning } from '../clocks/clock.ts'

/**
 * A desk is closed only without open work. What is submitted in that very instant, without a lock on the body's row that
 * every create would pay for, goes to the nearest desk that is open.
 */
export default reaction({
  name: 'cases of a closed desk',
  on: ['body.closed'],
  async run(tx, facts, now) {
    for (const { county, subject } of facts) {
      const ids = await openCasesAt(tx, county, subject)
      const bodies = ids.length > 0 ? await bodiesWithin(tx, county) : undefined
      for (const id of ids) {
        const loaded = await loadCase(tx, county, id, 'lock')
        const desk = loaded && bodies && deskOf(bodies, loaded.row)
        if (!loaded || !desk || loaded.file.desk !== subject) continue
        const { state, clocks } = loaded.file
        const event: CaseEvent = {
          kind: 'case.rehomed',
          detail: {
            from: { state, desk: subject }, to: { desk: desk.id, level: levelOf(desk) }, other: desk.id,
            clocks: clocks.filter((clock) => isRunning(clock) && clock.body === subject).map((clock) => ({ ...clock, body: desk.id })),
          },
        }
        await record({ now }, tx, loaded, event, {})
      }
    }
  },
})
