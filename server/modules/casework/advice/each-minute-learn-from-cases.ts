import { routine } from '#server/kernel/routines.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { faultOf } from '#server/kernel/fault.ts'
import { bookLook, closedSince, countiesToLookAt, type Look } from './advice.sql.ts'
import { categoriesLearntOf, learnFromCases } from './learn-from-cases.ts'

const looksPerRound = 20
const minutesBetweenLooks = 10
/** So many newly closed cases are worth learning anew; every day, one is. */
const enoughNew = 100
const dayMs = 86_400_000

let underWay: { over: Promise<void>; end: AbortController } | undefined

/**
 * Looks where there is something new to learn from, and learns one county at a time, beside the round: a round never waits
 * for it.
 */
export default routine({
  name: 'learn from cases',
  everySeconds: 60,
  async run(rooms, now) {
    if (underWay || !rooms.config.learns) return
    const since = new Date(now.getTime() - minutesBetweenLooks * 60_000)
    for (const look of await countiesToLookAt(rooms.db, since, looksPerRound)) {
      const isBooked = await rooms.change(look.county, (tx) => bookLook(tx, look.county, now, since))
      if (!isBooked || !(await isWorthLearning(rooms, look, now))) continue
      underWay = begin(rooms, look.county, now)
      return
    }
  },
  beside: {
    settle: async () => await underWay?.over,
    async stop() {
      underWay?.end.abort()
      await underWay?.over
    },
  },
})

function begin(rooms: Rooms, county: number, now: Date): NonNullable<typeof underWay> {
  const end = new AbortController()
  const over = learnFromCases(rooms, county, now, end.signal)
    .catch((error) => end.signal.aborted || rooms.log.error({ county, ...faultOf(error) }, 'learning from cases failed'))
    .then(() => {
      underWay = undefined
    })
  return { over, end }
}

async function isWorthLearning(rooms: Rooms, { county, learnt_at, learnt_of }: Look, now: Date): Promise<boolean> {
  if (!learnt_at || learnt_of !== (await categoriesLearntOf(rooms, county))) return true
  const isDayOld = now.getTime() - learnt_at.getTime() >= dayMs
  return (await closedSince(rooms.db, county, learnt_at, enoughNew)) >= (isDayOld ? 1 : enoughNew)
}
