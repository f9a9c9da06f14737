import { uuidv7 } from '#server/kernel/id.ts'
import type { Queryable } from '#server/kernel/database.ts'
import { routine } from '#server/kernel/routines.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { calendarOf } from '#server/modules/regions/index.ts'
import { record } from './act-on-case.ts'
import { loadCase, type Loaded } from './case.sql.ts'
import { knownPolicies } from './recall-catalogue.ts'
import { isPaused, nextLook, type Clock } from './clock.ts'
import { casesToLookAt } from './clocks.sql.ts'
import { breached, resumedByTime, warned, type Deciding } from './decision.ts'
import { evolve, type CaseEvent } from './event.ts'

const batchMax = 200

/**
 * Warns, calls breaches and ends pauses that lasted too long. Each case is locked and looked at again before anything
 * is said, so any number of workers may do this and each thing is said once.
 */
export default routine({
  name: 'look at clocks',
  everySeconds: 1,
  async run(rooms, now) {
    const due = await casesToLookAt(rooms.db, now, batchMax)
    const seen = new Set<string>()
    for (const { county, case_id: id } of due) {
      if (seen.has(id)) continue
      seen.add(id)
      await look(rooms, county, id, now)
    }
  },
})

async function look(rooms: Rooms, county: number, id: string, now: Date): Promise<void> {
  const [policies, calendar] = await Promise.all([knownPolicies(rooms, county), calendarOf(rooms, county)])
  await rooms.change(county, async (tx: Queryable) => {
    let loaded = await loadCase(tx, county, id, 'lock')
    // Each event changes the case: look again until nothing is due.
    for (let event = nextEvent(loaded, now); loaded && event; event = nextEvent(loaded, now)) {
      const before: Loaded = loaded
      await record({ now }, tx, before, event, {})
      const file = evolve(before.file, event)
      loaded = { row: { ...before.row, version: file.version }, file }
    }
  })

  function nextEvent(loaded: Loaded | undefined, at: Date): CaseEvent | undefined {
    const clock = loaded?.file.clocks.find((one) => isDue(one, at))
    if (!loaded || !clock) return undefined
    const rules = policies.version(loaded.file.policy)
    const on: Deciding = { file: loaded.file, rules, timing: { calendar, warnShare: rules.warnShare }, now: at, newId: uuidv7 }
    if (isPaused(clock)) return resumedByTime(on)
    return clock.dueAt !== null && clock.dueAt <= at.toISOString() ? breached(on, clock) : warned(on, clock)
  }
}

const isDue = (clock: Clock, now: Date) => {
  const next = nextLook(clock)
  return next !== null && next <= now.toISOString()
}
