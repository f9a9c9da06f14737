import type { Rooms } from '#server/kernel/rooms.ts'
import { keptModel, type Kept, type Kind } from './advice.sql.ts'
import type { Model } from './model.ts'
import { unpacked } from './packing.ts'

export const adviceTopic = 'advice'
export const modelKey = (county: number, kind: Kind): string => `${county}-${kind}`
/** A model takes some megabytes: a process keeps those that are asked for. */
const keptMax = 24

export interface KnownModel extends Pick<Kept, 'examples' | 'correct' | 'learnt_at'> {
  model: Model | undefined
}

/** What was learnt last in a county; undefined where nothing was yet. */
export function recallModel({ db, memory }: Pick<Rooms, 'db' | 'memory'>, county: number, kind: Kind): Promise<KnownModel | undefined> {
  return memory.recall(adviceTopic, modelKey(county, kind), async () => {
    const row = await keptModel(db, county, kind)
    return row && { examples: row.examples, correct: row.correct, learnt_at: row.learnt_at, model: row.bytes ? unpacked(row.bytes) : undefined }
  }, undefined, keptMax)
}
