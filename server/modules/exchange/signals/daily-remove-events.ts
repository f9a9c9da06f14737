import { routine } from '#server/kernel/routines.ts'
import { countiesWithSources, removeOldEvents } from './signal.sql.ts'

const keptDays = 30

/** Ids of events tell a second sending from a first; nobody sends again after a month. The signals stay. */
export default routine({
  name: 'remove old events',
  everySeconds: 86_400,
  async run({ db, change }, now) {
    for (const county of await countiesWithSources(db)) await change(county, (tx) => removeOldEvents(tx, county, new Date(now.getTime() - keptDays * 86_400_000)))
  },
})
