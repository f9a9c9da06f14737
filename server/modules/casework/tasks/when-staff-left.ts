import { uuidv7 } from '#server/kernel/id.ts'
import { reaction } from '#server/kernel/relay.ts'
import { stateCalendar } from '#server/kernel/state-calendar.ts'
import { loadCase } from '../cases/case.sql.ts'
import { record } from '../cases/record-event.ts'
import { rehomed } from '../cases/decision.ts'
import { defaultRules } from '../cases/policy.ts'
import { openTasksOf } from './tasks.sql.ts'

const calendar = stateCalendar()

/** Whoever no longer holds a post in the body leaves its tasks to it: nothing waits for somebody who is gone. */
export default reaction({
  name: 're-home tasks',
  on: ['post.ended', 'post.left', 'staff.left', 'grant.withdrawn'],
  async run(tx, facts, now) {
    for (const { county, detail } of facts) {
      const persons = (detail as { persons?: string[] }).persons ?? []
      for (const { case_id: id, id: taskId } of await openTasksOf(tx, county, persons, now)) {
        const loaded = await loadCase(tx, county, id, 'lock')
        const task = loaded?.file.tasks.find((one) => one.id === taskId && one.state === 'taken')
        if (!loaded || !task) continue
        const on = { file: loaded.file, rules: defaultRules, timing: { calendar, warnShare: defaultRules.warnShare }, now, newId: uuidv7 }
        await record({ now }, tx, loaded, rehomed(on, task), {})
      }
    }
  },
})
