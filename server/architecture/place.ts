import { foldersAbove, namesThatAreNoRule, pureKernelFiles } from './law.ts'
import type { Tree } from './read-tree.ts'

/**
 * What a file is, told by its path alone.
 * rule: a file of a module that is named by a noun: one word (`case.ts`), or a name that has rows (`task-group.ts` beside
 * `task-group.sql.ts`), and none of the names that the law reserves. rows: `*.sql.ts`. door: the module's `index.ts`.
 * sentence: every other file of a module, that is operations, reactions, routines and the steps that they share.
 * above: files directly in server/, and beside: folders that the law puts above the modules; both know the house.
 * elsewhere: other folders of the server.
 */
export type Kind =
  | 'test' | 'outside'
  | 'kernel' | 'facts' | 'house' | 'config' | 'above' | 'beside' | 'elsewhere'
  | 'rule' | 'rows' | 'door' | 'reserved' | 'sentence'

export interface Place {
  /** First folder of the path, empty for files at the root. */
  room: string
  /** The noun, for files of a module. */
  module?: string
  kind: Kind
}

/** Says what a file is and whose. */
export function placeOf(path: string, tree: Pick<Tree, 'files'>): Place {
  const [room, area, noun, ...rest] = path.split('/') as [string, string?, string?, ...string[]]
  if (!path.includes('/')) return { room: '', kind: 'outside' }
  const kindAnywhere: Kind = isTest(path) ? 'test' : 'outside'
  if (room !== 'server') return { room, kind: kindAnywhere }
  if (area === 'modules' && noun && rest.length) return { room, module: noun, kind: kindInModule(path, tree) }
  if (kindAnywhere === 'test') return { room, kind: 'test' }
  return { room, kind: noun ? kindOfFolder(area!) : kindOfProgram(area!) }
}

function kindOfFolder(name: string): Kind {
  if (name === 'kernel' || name === 'facts') return name
  return foldersAbove.includes(name) ? 'beside' : 'elsewhere'
}

function kindOfProgram(name: string): Kind {
  if (name === 'house.ts') return 'house'
  return name === 'config.ts' ? 'config' : 'above'
}

/** True for kernel files that rules may import. */
export function isPureKernel(path: string): boolean {
  return pureKernelFiles.some((name) => path === `server/kernel/${name}.ts`)
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.startsWith('server/test/')
}

function kindInModule(path: string, tree: Pick<Tree, 'files'>): Kind {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (isTest(path)) return 'test'
  if (name.endsWith('.sql.ts')) return 'rows'
  if (/^server\/modules\/[^/]+\/index\.ts$/.test(path)) return 'door'
  const noun = name.replace(/\.[^.]+$/, '')
  if (namesThatAreNoRule.includes(noun)) return 'reserved'
  const hasRows = tree.files.has(path.replace(/\.ts$/, '.sql.ts'))
  return hasRows || !noun.includes('-') ? 'rule' : 'sentence'
}
