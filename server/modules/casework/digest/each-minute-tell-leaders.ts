import { uuidv7 } from '#server/kernel/id.ts'
import type { Scope } from '#server/kernel/reach.ts'
import { routine } from '#server/kernel/routines.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { instantOfMinute, zoneDayAt } from '#server/kernel/zone-day.ts'
import { countiesWithBodies, holdersOfAction, knownBodies } from '#server/modules/identity/index.ts'
import { notify } from '#server/modules/notices/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { knownPolicies } from '../policies/recall-policies.ts'
import { claimDay } from './told.sql.ts'

/**
 * From the hour that the rules of their town name, each leader is told once a day that the digest is there. Who comes late, be
 * it the worker or the leader, is told then; a day that is over is not told afterwards.
 */
export default routine({
  name: 'tell leaders of the digest',
  everySeconds: 60,
  async run(rooms, now) {
    for (const county of await countiesWithBodies(rooms.db)) await tellLeaders(rooms, county, now)
  },
})

async function tellLeaders(rooms: Rooms, county: number, now: Date): Promise<void> {
  const { db, change } = rooms
  const [{ zone }, policies, bodies, leaders] = await Promise.all([
    calendarOf(rooms, county), knownPolicies(rooms, county), knownBodies(rooms, county), holdersOfAction(db, 'gate.decide', county, now),
  ])
  const today = zoneDayAt(zone, now.getTime())
  const hourOf = ({ town, body }: Scope) => policies.inForce({ town: town ?? bodies.get(body ?? '')?.place.town ?? null, category: null }, now).rules.digestHour
  const due = new Set(leaders.filter(({ scope }) => instantOfMinute(zone, today, hourOf(scope) * 60) <= now.getTime()).map(({ person }) => person))
  if (due.size === 0) return
  await change(county, async (tx) => {
    const persons = await claimDay(tx, county, today.date, [...due])
    const subject = uuidv7()
    await notify(tx, persons.map((person) => ({ county, person, app: 'office', kind: 'staff.digest_ready', subjectKind: 'digest', subject, at: now })))
  })
}
