import { reaction } from '#server/kernel/relay.ts'
import { personsWho } from '#server/modules/identity/index.ts'
import { notify } from './notify-persons.ts'

/** A colleague can't sign in: the county's administrators are told. They look who asks before they give a link. */
export const whenStaffAskedReset = reaction({
  name: 'notices: staff asked reset',
  on: ['staff.asked_reset'],
  async run(tx, facts, now) {
    for (const { county, subject, at } of facts) {
      const persons = await personsWho(tx, 'staff.change', { county }, now)
      const others = persons.filter((person) => person !== subject)
      await notify(tx, others.map((person) => ({
        county, person, app: 'office', kind: 'staff.asked_reset', subjectKind: 'person', subject, at,
      })))
    }
  },
})
