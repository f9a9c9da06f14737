import { routine } from '#server/kernel/routines.ts'
import { readBefore, removeNotices } from './notice.sql.ts'

const readKeptDays = 180
const batchMax = 5_000

/** What was read half a year ago is on the matter's timeline; what was never read stays. */
export const dailyRemoveRead = routine({
  name: 'notices: remove old read ones',
  everySeconds: 86_400,
  async run({ db, change }, now) {
    const before = new Date(now.getTime() - readKeptDays * 86_400_000)
    for (;;) {
      const old = await readBefore(db, before, batchMax)
      if (old.length === 0) return
      const ofCounty = Map.groupBy(old, ({ county }) => county)
      for (const [county, rows] of ofCounty) await change(county, (tx) => removeNotices(tx, county, rows.map(({ id }) => id)))
    }
  },
})
