import { orRefuse } from '#server/kernel/refusal.ts'
import { routine } from '#server/kernel/routines.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { knownBodies } from '#server/modules/identity/index.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { loadCase } from '../cases/case.sql.ts'
import { casesToLookAt } from './clocks.sql.ts'
import { letTimePass } from './let-time-pass.ts'
import { knownPolicies } from '../policies/recall-policies.ts'

const batchMax = 200

/**
 * Warns, calls breaches and ends pauses that lasted too long. Each case is locked and looked at again before anything
 * is said, so any number of workers may do this and each thing is said once. A case that can't be looked at stops no other.
 */
export default routine({
  name: 'look at clocks',
  everySeconds: 1,
  async run(rooms, now) {
    const due = await casesToLookAt(rooms.db, now, batchMax)
    const seen = new Set<string>()
    const failures: unknown[] = []
    for (const { county, case_id: id } of due) {
      if (seen.has(id)) continue
      seen.add(id)
      await look(rooms, county, id, now).catch((error) => failures.push(error))
    }
    if (failures.length > 0) throw failures[0]
  },
})

async function look(rooms: Rooms, county: number, id: string, now: Date): Promise<void> {
  const [policies, calendar, bodies] = await Promise.all([knownPolicies(rooms, county), calendarOf(rooms, county), knownBodies(rooms, county)])
  await rooms.change(county, async (tx) => {
    const loaded = orRefuse(await loadCase(tx, county, id, 'lock'))
    await letTimePass(tx, loaded, { now, policies, calendar, bodies })
  })
}
