import { rooms, roomsWithoutTypeBox } from './law.ts'
import type { Import } from './imports.ts'
import { placeOf } from './place.ts'
import type { Source, Tree } from './read-tree.ts'
import { trespassAt, type Trespass } from './trespass.ts'

/** Law 4: which room imports from which, and that TypeBox never reaches a resident's browser. */
export function judgeRooms(tree: Tree): Trespass[] {
  const wayToTypeBox = typeBoxFinder(tree)
  return [...tree.sources.values()].flatMap((source) => {
    const { room, kind } = placeOf(source.path, tree)
    if (!rooms[room]) return []
    const isTest = kind === 'test'
    const isLight = roomsWithoutTypeBox.includes(room) && !isTest
    return source.imports.flatMap((found): Trespass[] => {
      const stranger = whyNotInRoom(room, isTest, found, tree)
      if (stranger) return [trespassAt(source, found.offset, 'rooms', `imports '${found.specifier}', ${stranger}`)]
      const way = isLight && !found.typeOnly ? wayToTypeBox(found) : undefined
      if (!way) return []
      const along = `imports '${found.specifier}', which brings TypeBox along (${way.join(' → ')})`
      return [trespassAt(source, found.offset, 'typebox', along)]
    })
  })
}

function whyNotInRoom(room: string, isTest: boolean, found: Import, tree: Tree): string | undefined {
  if (found.package) {
    const isStranger = room === 'contract' && found.package !== 'typebox' && !isTest
    return isStranger ? 'and contract/ knows no package but typebox' : undefined
  }
  if (!found.file) return undefined
  const to = placeOf(found.file, tree).room
  // Files at the root, such as package.json, belong to everybody but the contract; tests may use what is no room.
  const may = to === '' ? room !== 'contract' : rooms[room]!.includes(to) || isTest && !rooms[to]
  return may ? undefined : `and ${room}/ may not import from ${to === '' ? 'the root' : `${to}/`}`
}

/** Finds by which files an import loads TypeBox at run time. Files in rooms without TypeBox are judged by themselves. */
function typeBoxFinder(tree: Tree): (found: Import) => string[] | undefined {
  const known = new Map<string, string[] | undefined>()
  const wayOf = (found: Import): string[] | undefined => {
    if (found.package) return found.package === 'typebox' ? ['typebox'] : undefined
    if (!found.file || roomsWithoutTypeBox.includes(placeOf(found.file, tree).room)) return undefined
    if (!known.has(found.file)) {
      // Said before it is known, so that a circle of files ends here.
      known.set(found.file, undefined)
      const way = firstWay(tree.sources.get(found.file))
      if (way) known.set(found.file, [found.file, ...way])
    }
    return known.get(found.file)
  }
  const firstWay = (source: Source | undefined): string[] | undefined => {
    for (const found of source?.imports ?? []) {
      const way = found.typeOnly ? undefined : wayOf(found)
      if (way) return way
    }
    return undefined
  }
  return wayOf
}
