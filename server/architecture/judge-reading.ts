import type { Import } from './imports.ts'
import { rooms } from './law.ts'
import { placeOf } from './place.ts'
import type { Source, Tree } from './read-tree.ts'
import { trespassAt, type Trespass } from './trespass.ts'

/** The law must have read every room and every file of code, and have followed every import to a file that is there. */
export function judgeReading(tree: Tree): Trespass[] {
  return [...emptyRooms(tree), ...[...tree.sources.values()].flatMap((source) => [
    ...source.unread.slice(0, 1).map((message): Trespass => ({
      law: 'read', file: source.path, found: `can't be parsed (${message})`,
    })),
    ...importsToNowhere(source, tree),
  ])]
}

function emptyRooms(tree: Tree): Trespass[] {
  const paths = [...tree.sources.keys()]
  return Object.keys(rooms)
    .filter((room) => !paths.some((path) => path.startsWith(`${room}/`)))
    .map((room) => ({ law: 'read', file: `${room}/`, found: 'holds no file of code that the law could read' }))
}

function importsToNowhere(source: Source, tree: Tree): Trespass[] {
  const { room, kind } = placeOf(source.path, tree)
  // A path that is computed can't be judged: tests and the builder of the screens may compute one, the server may not.
  const mayCompute = room !== 'server' || kind === 'test'
  const isLost = ({ file, package: name, isComputed }: Import) => {
    if (isComputed) return !mayCompute
    return file ? !tree.files.has(file) : !name
  }
  return source.imports.filter(isLost).map((found) => {
    const what = found.isComputed ? `by the computed path ${found.specifier}` : `'${found.specifier}'`
    return trespassAt(source, found.offset, 'read', `imports ${what}, which leads to no file that the law can see`)
  })
}
