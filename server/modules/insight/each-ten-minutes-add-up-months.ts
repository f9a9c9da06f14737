import { routine } from '#server/kernel/routines.ts'
import { foldMonths } from './fold-sums.ts'
import { countiesWithCases } from './fold.sql.ts'

/** As with days, by and by. */
const monthsMax = 6

/** Seldomer than days: as long as a month has no sum, its days have theirs. */
export default routine({
  name: 'add up the figures of months',
  everySeconds: 600,
  async run(rooms, now) {
    for (const county of await countiesWithCases(rooms.db)) await foldMonths(rooms, county, now, monthsMax)
  },
})
