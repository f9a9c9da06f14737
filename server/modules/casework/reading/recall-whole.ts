import DataLoader from 'dataloader'
import type { Queryable } from '#server/kernel/database.ts'
import type { Rooms } from '#server/kernel/rooms.ts'
import { versionsOf } from '../cases/case.sql.ts'
import { readWhole, type Whole } from './whole.sql.ts'

const keptMax = 1_000

/**
 * A case whole, as it stands now. Its version is always read; all else comes from memory where it was read at that version
 * before, since nothing that a case holds changes without raising it (saveCase). Readers change nothing in it. Of one that was
 * merged the master's version is read too.
 */
export async function recallWhole({ db, memory }: Pick<Rooms, 'db' | 'memory'>, county: number, id: string): Promise<Whole | undefined> {
  const version = await versionAskedWithOthers(db, county, id)
  if (version === undefined) return undefined
  const recall = (at: string) => memory.recall('cases', `${county} ${id} ${at}`, () => readWhole(db, county, id), undefined, keptMax)
  const whole = await recall(`${version}`)
  const master = whole?.file.master
  // How many have the trouble is told to the case that it was merged into, not to the others that were.
  return master ? await recall(`${version} ${await versionAskedWithOthers(db, county, master)}`) : whole
}

interface Asked {
  county: number
  id: string
}

const questions = new WeakMap<Queryable, DataLoader<Asked, number | undefined>>()

/**
 * Calls that came in together ask in one statement: under load that is what a read costs the least of. It is sent after all of
 * them came in, and nothing of it is kept, so each sees what was committed before it called.
 */
async function versionAskedWithOthers(db: Queryable, county: number, id: string): Promise<number | undefined> {
  let question = questions.get(db)
  if (!question) {
    question = new DataLoader((asked) => answerAll(db, asked), { cache: false, batchScheduleFn: setImmediate, maxBatchSize: 1_000 })
    questions.set(db, question)
  }
  return await question.load({ county, id })
}

async function answerAll(db: Queryable, asked: readonly Asked[]): Promise<(number | undefined)[]> {
  const counties = [...new Set(asked.map(({ county }) => county))]
  const answers = await Promise.all(counties.map(async (county) =>
    [county, await versionsOf(db, county, asked.filter((one) => one.county === county).map(({ id }) => id))] as const))
  const versions = new Map(answers)
  return asked.map(({ county, id }) => versions.get(county)!.get(id.toLowerCase()))
}
