import { join, resolve } from 'node:path'
import type { Config } from './config.ts'
import { hasDemoPersons } from './demo/demo.sql.ts'
import { makeDemo } from './demo/make-demo.ts'
import { openHouse, storeKeys, verbs as verbsOfModules } from './house.ts'
import { keepingVerbs } from './keeping/verbs.ts'
import { holderOf, lockFolder } from './kernel/lock.ts'
import { migrateDatabase } from './kernel/migrate.ts'
import { forwardVerb, hasOperatorDoor, openOperatorDoor } from './kernel/operator.ts'
import type { Rooms } from './kernel/rooms.ts'
import type { Verb } from './kernel/verb.ts'

const migrate: Verb = {
  name: 'migrate',
  summary: 'bring the database up to date',
  asItIs: true,
  forwards: true,
  async run({ db }, _, print) {
    const ran = await migrateDatabase(db)
    print(ran === 0 ? 'The database is up to date.' : `${ran} migrations ran.`)
    return 0
  },
}

/** What the command line can have done, beside starting; modules bring theirs in their module.ts. */
export const verbs: readonly Verb[] = [migrate, ...keepingVerbs(storeKeys), ...verbsOfModules]

/** Brings the database up to date, with the demo where it is wanted: before anything else uses it. */
export async function prepare(rooms: Rooms): Promise<void> {
  await migrateDatabase(rooms.db)
  if (rooms.config.demo) return await makeDemo(rooms)
  if (await hasDemoPersons(rooms.db)) throw new Error('This database holds demo people, whose passwords are known to everybody. Production needs a database of its own; or set DEMO=1 for a demo.')
}

/** Lets verbs be done by this process, which holds the embedded database. @returns close */
export function openDoorToVerbs(rooms: Rooms): Promise<() => Promise<void>> {
  const forwarded = verbs.filter((verb) => verb.forwards)
  return openOperatorDoor(rooms.config.dataDir, Object.fromEntries(
    forwarded.map((verb) => [verb.name, (args, print) => verb.run(rooms, args, print)]),
  ))
}

/** Does a verb here, or has the process do it that holds the embedded database. @returns the exit code */
export async function runVerb(verb: Verb, config: Config, given: readonly string[], print: (line: string) => void): Promise<number> {
  const args = verb.takesFiles ? given.map((one) => (one.startsWith('--') ? one : resolve(one))) : given
  const isEmbedded = config.databaseUrl === undefined
  const isHeld = isEmbedded && holderOf(join(config.dataDir, 'lock')) !== undefined
  if (isHeld && verb.forwards && hasOperatorDoor(config.dataDir)) return await forwardVerb(config.dataDir, verb.name, args, print)

  const release = isEmbedded ? lockFolder(config.dataDir) : () => {}
  const house = await openHouse(config)
  try {
    if (!verb.asItIs) await prepare(house.rooms)
    return await verb.run(house.rooms, args, print)
  } finally {
    await house.close()
    release()
  }
}
