import type { Rooms } from './rooms.ts'

/** One thing that an operator can have done on the command line. */
export interface Verb {
  name: string
  /** Half a line for --help. */
  summary: string
  /** Arguments are files or folders, seen from where the operator stands. */
  takesFiles?: true
  /** Takes the database as it is: it is not brought up to date first, and no demo is made in it. */
  asItIs?: true
  /** While another process holds the embedded database, that one does it (operator.ts). */
  forwards: boolean
  /** @returns the exit code: 0 done, 1 not (wholly), 2 badly asked */
  run: (rooms: Rooms, args: readonly string[], print: (line: string) => void) => Promise<number>
}
