import { reaction } from '#server/kernel/relay.ts'
import { placeNamed } from './notice.sql.ts'
import { notify } from './notify-persons.ts'

/** The resident is told whether they are in. */
export const whenMembershipDecided = reaction({
  name: 'notices: membership decided',
  on: ['membership.verified', 'membership.refused'],
  async run(tx, facts) {
    for (const { county, kind, subject, at, detail } of facts) {
      const village = await placeNamed(tx, Number(detail.village))
      if (!village) continue
      await notify(tx, [{
        county, person: String(detail.person), app: 'resident', subjectKind: 'membership', subject, at,
        kind: kind === 'membership.verified' ? 'resident.membership_verified' : 'resident.membership_refused',
        detail: { values: { community: village.name } },
      }])
    }
  },
})
