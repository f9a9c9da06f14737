import { uuidv7 } from '#server/kernel/id.ts'
import { reaction } from '#server/kernel/relay.ts'
import { calendarWithin } from '#server/modules/regions/index.ts'
import { loadCase } from '../cases/case.sql.ts'
import { record } from '../cases/record-event.ts'
import { casesWithRunningClocks } from './clocks.sql.ts'
import { recomputed } from '../cases/decision.ts'
import { policiesWithin } from '../policies/recall-policies.ts'

/** A year's working days are announced, or corrected: due times of open cases are summed up anew, closed ones stay. */
export default reaction({
  name: 'recompute clocks',
  on: ['calendar.changed'],
  async run(tx, facts, now) {
    for (const { county, detail } of facts) {
      const calendar = await calendarWithin(tx, county, (detail as { zone: string }).zone)
      const policies = await policiesWithin(tx, county)
      for (const id of await casesWithRunningClocks(tx, county)) {
        const loaded = await loadCase(tx, county, id, 'lock')
        if (!loaded) continue
        const rules = policies.of(loaded)
        const event = recomputed({ file: loaded.file, rules, timing: { calendar, warnShare: rules.warnShare }, now, newId: uuidv7 })
        if (event) await record({ now }, tx, loaded, event, {})
      }
    }
  },
})
