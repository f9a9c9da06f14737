import { uuidv7 } from '#server/kernel/id.ts'
import { reaction } from '#server/kernel/relay.ts'
import { stateCalendar } from '#server/kernel/state-calendar.ts'
import { loadCase } from '../cases/case.sql.ts'
import { noted, type Deciding } from '../cases/decision.ts'
import type { CaseDetail } from '../cases/event.ts'
import { record } from '../cases/record-event.ts'
import { policiesWithin } from '../policies/recall-policies.ts'
import { entryToCopy, mergedInto } from './merged.sql.ts'
import { answeredAlong } from './decision.ts'

const calendar = stateCalendar()

/** What the residents of a case are told and answered, those of the cases merged into it are too. */
export default reaction({
  name: 'answer merged cases',
  on: ['case.answered', 'case.told'],
  async run(tx, facts, now) {
    for (const fact of facts) {
      const { county, subject } = fact
      const children = await mergedInto(tx, county, subject)
      if (children.length === 0) continue
      const { entry } = fact.detail as CaseDetail
      const said = entry ? await entryToCopy(tx, county, entry) : undefined
      const policies = await policiesWithin(tx, county)
      for (const { id } of children) {
        const loaded = await loadCase(tx, county, id, 'lock')
        if (loaded?.file.state !== 'merged') continue
        const rules = policies.of(loaded)
        const key = said ? uuidv7() : undefined
        const on: Deciding = { file: loaded.file, rules, timing: { calendar, warnShare: rules.warnShare }, now, newId: uuidv7, entry: key }
        const event = fact.kind === 'case.answered' ? answeredAlong(on) : noted(on, true, undefined)
        const by = { ...(fact.person && { person: fact.person }), ...(fact.post && { post: fact.post }), ...(fact.body && { body: fact.body }) }
        await record({ now }, tx, loaded, event, by, key && said ? { kind: said.kind, audience: 'resident', words: said.words ?? undefined, key } : undefined)
      }
    }
  },
})
