import { judgeConfinement } from './judge-confinement.ts'
import { judgeFloors } from './judge-floors.ts'
import { judgeMigrations } from './judge-migrations.ts'
import { judgeReading } from './judge-reading.ts'
import { judgeRooms } from './judge-rooms.ts'
import { judgeRules } from './judge-rules.ts'
import { judgeCycles, judgeFolders, judgeLengths } from './judge-shape.ts'
import { judgeTables } from './judge-tables.ts'
import { readMigrations, type Thing } from './read-migrations.ts'
import { readTree } from './read-tree.ts'
import { tell } from './trespass.ts'

/** What the law found in a repository, and how much of it was read. */
export interface Judgement {
  /** Sentences, each with file, line and the law that is broken; empty where the house is in order. */
  trespasses: string[]
  /** Files of code that were read and parsed. */
  filesRead: number
  tablesRead: number
  /** Files above the aim of 200 lines, for information. */
  aboveAim: string[]
  /** What the migrations create, for the checks of the registry. */
  things: Thing[]
}

/** Holds the repository at `root` to the law in law.ts, by reading it; nothing of it is run. */
export function judge(root: string): Judgement {
  const tree = readTree(root)
  const things = readMigrations(tree)
  const lengths = judgeLengths(tree)
  const trespasses = [
    ...judgeReading(tree),
    ...judgeFloors(tree),
    ...judgeRules(tree),
    ...judgeConfinement(tree),
    ...judgeRooms(tree),
    ...judgeTables(tree, things),
    ...judgeMigrations(tree, things),
    ...judgeCycles(tree),
    ...judgeFolders(tree),
    ...lengths.trespasses,
  ]
  return {
    trespasses: [...new Set(trespasses.map(tell))],
    filesRead: tree.sources.size,
    tablesRead: [...things.values()].filter(({ kind }) => kind === 'table').length,
    aboveAim: lengths.aboveAim,
    things: [...things.values()],
  }
}
