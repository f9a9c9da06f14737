import { routine } from '#server/kernel/routines.ts'
import { foldDays } from './fold-sums.ts'
import { countiesWithCases } from './fold.sql.ts'

/** Other routines wait for this one: a history of years is added up by and by, the newest days first. */
const daysMax = 6

/** Days in which something came to count otherwise since they were added up, and the day that has ended. */
export default routine({
  name: 'add up the figures of days',
  everySeconds: 15,
  async run(rooms, now) {
    for (const county of await countiesWithCases(rooms.db)) await foldDays(rooms, county, now, daysMax)
  },
})
