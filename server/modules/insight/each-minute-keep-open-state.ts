import { routine } from '#server/kernel/routines.ts'
import { zoneDayAt } from '#server/kernel/zone-day.ts'
import { countiesWithout, keepOpenState } from './snapshot.sql.ts'

/**
 * Once each local day, as soon as a worker is there, what is open is kept as it is then. A day on which no worker ran is
 * missed: nothing is made up for it afterwards.
 */
export default routine({
  name: 'keep the open state of the day',
  everySeconds: 60,
  async run({ db, change, config }, now) {
    const { date } = zoneDayAt(config.zone, now.getTime())
    for (const county of await countiesWithout(db, date)) await change(county, (tx) => keepOpenState(tx, county, date, now))
  },
})
