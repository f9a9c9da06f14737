import type { Rooms } from '#server/kernel/rooms.ts'
import { versionOf } from '../cases/case.sql.ts'
import { readWhole, type Whole } from './whole.sql.ts'

const keptMax = 1_000

/**
 * A case whole, as it stands now. Its version is always read; all else comes from memory where it was read at that version
 * before, since nothing that a case holds changes without raising it (saveCase). Readers change nothing in it.
 */
export async function recallWhole({ db, memory }: Pick<Rooms, 'db' | 'memory'>, county: number, id: string): Promise<Whole | undefined> {
  const version = await versionOf(db, county, id)
  if (version === undefined) return undefined
  return await memory.recall('cases', `${county} ${id} ${version}`, () => readWhole(db, county, id), undefined, keptMax)
}
