import sql from 'sql-template-tag'
import type { Database } from './database.ts'
import { faultOf } from './fault.ts'
import type { Rooms } from './rooms.ts'

/** Work that comes round again. However many workers there are, each round is done by one. */
export interface Routine {
  name: string
  everySeconds: number
  run: (rooms: Rooms, now: Date) => Promise<void>
  /** What it begins and its round doesn't wait for. */
  beside?: Beside
}

export interface Beside {
  /** Waits until nothing of it is under way. */
  settle(): Promise<void>
  /** Ends it where it stands. */
  stop(): Promise<void>
}

export const routine = (one: Routine): Routine => one

/** Runs every routine whose time has come. The next round is booked before it runs, so a crash does not repeat it at once. */
export async function runRoutines(rooms: Rooms, routines: readonly Routine[]): Promise<void> {
  const now = rooms.clock()
  for (const one of routines) {
    if (!(await book(rooms.db, one, now))) continue
    try {
      await one.run(rooms, now)
      await rooms.db.query(sql`update routines set last_problem = null where name = ${one.name}`)
    } catch (error) {
      rooms.log.error({ routine: one.name, ...faultOf(error) }, 'a routine failed')
      const problem = error instanceof Error ? error.name : 'unknown'
      await rooms.db.query(sql`update routines set last_problem = ${problem} where name = ${one.name}`)
    }
  }
}

async function book(db: Database, one: Routine, now: Date): Promise<boolean> {
  const next = new Date(now.getTime() + one.everySeconds * 1000)
  const booked = await db.query(sql`
    insert into routines as r (name, next_at, last_at) values (${one.name}, ${next}, ${now})
    on conflict (name) do update set next_at = excluded.next_at, last_at = excluded.last_at
    where r.next_at <= ${now} returning name`)
  return booked.length === 1
}
