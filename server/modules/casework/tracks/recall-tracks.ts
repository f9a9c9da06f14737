import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import { defaultTracks, type Track, type TrackDesk } from './track.ts'
import { trackDesks, trackRows } from './tracks.sql.ts'

/** The tracks of a county in their order, those of the product where it kept none, and who coordinates them. */
export function knownTracks({ db, memory }: { db: Queryable; memory: Memory }, county: number): Promise<{ tracks: readonly Track[]; desks: readonly TrackDesk[] }> {
  return memory.recall('tracks', String(county), async () => {
    const [kept, desks] = [await trackRows(db, county), await trackDesks(db, county)]
    return { tracks: kept.length > 0 ? kept : defaultTracks, desks }
  })
}
