import { routine } from '#server/kernel/routines.ts'
import { advanceImport, thisWorker } from './advance-import.ts'
import { nextAtWork } from './import.sql.ts'

/** Of each second so much is for imports: notices and live updates wait no longer than that. */
const budgetMs = 700

/** Goes on with the import that has waited longest. One whose worker was killed is taken over when its time is up. */
export default routine({
  name: 'take in imports',
  everySeconds: 1,
  async run(rooms, now) {
    const next = await nextAtWork(rooms.db, now, thisWorker())
    if (next) await advanceImport(rooms, next.county, next.id, budgetMs)
  },
})
