import { routine } from '#server/kernel/routines.ts'
import { photoKeys } from './photo-keys.ts'
import { removeTaken, takeAway, unusedSince } from './photo.sql.ts'

const keptUnusedDays = 7
const batchMax = 200

/**
 * Photos that were sent with nothing. First they are taken out of use, then their pictures leave the store, then the
 * rows go: whatever breaks in between, the next hour goes on.
 */
export const hourlyRemoveUnused = routine({
  name: 'files: remove unused photos',
  everySeconds: 3_600,
  async run({ db, change, store }, now) {
    const before = new Date(now.getTime() - keptUnusedDays * 86_400_000)
    for (;;) {
      const unused = await unusedSince(db, before, batchMax)
      if (unused.length === 0) return
      const counties = [...new Set(unused.map(({ county }) => county))]
      const taken = await change(counties, (tx) => takeAway(tx, unused, before))
      for (const { county, id } of taken) {
        for (const key of Object.values(photoKeys(county, id))) await store.remove(key)
      }
      if (taken.length > 0) await change(counties, (tx) => removeTaken(tx, taken, before))
    }
  },
})
