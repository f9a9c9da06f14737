import { reaction } from '#server/kernel/relay.ts'
import { personsWho } from '#server/modules/identity/index.ts'
import { placeNamed } from './notice.sql.ts'
import { notify } from './notify-persons.ts'

/** Somebody wants to join a community: whoever may verify them there is told. */
export const whenMembershipAsked = reaction({
  name: 'notices: membership asked',
  on: ['membership.asked'],
  async run(tx, facts, now) {
    for (const { county, subject, at, detail } of facts) {
      const village = await placeNamed(tx, Number(detail.village))
      if (!village) continue
      const persons = await personsWho(tx, 'membership.decide', village.place, now)
      await notify(tx, persons.map((person) => ({
        county, person, app: 'office', kind: 'staff.membership_asked', subjectKind: 'membership', subject, at,
        detail: { values: { community: village.name } },
      })))
    }
  },
})
