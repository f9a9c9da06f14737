import { rooms, roomsWithoutTypeBox } from './law.ts'
import type { Import } from './imports.ts'
import { placeOf } from './place.ts'
import type { Tree } from './read-tree.ts'
import { trespassAt, type Trespass } from './trespass.ts'

/** Law 4: which room imports from which, and that TypeBox never reaches a resident's browser. */
export function judgeRooms(tree: Tree): Trespass[] {
  return [...tree.sources.values()].flatMap((source) => {
    const { room, kind } = placeOf(source.path, tree)
    if (!rooms[room]) return []
    const isTest = kind === 'test'
    const isLight = roomsWithoutTypeBox.includes(room) && !isTest
    return source.imports.flatMap((found): Trespass[] => {
      const stranger = whyNotInRoom(room, isTest, found, tree)
      if (stranger) return [trespassAt(source, found.offset, 'rooms', `imports '${found.specifier}', ${stranger}`)]
      const way = isLight && !found.typeOnly ? wayToTypeBox(found, tree) : undefined
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

/** The shortest way by which an import loads TypeBox at run time. Files in rooms without TypeBox are judged by themselves. */
function wayToTypeBox(found: Import, tree: Tree): string[] | undefined {
  const seen = new Set<string>()
  let ways: { found: Import, way: string[] }[] = [{ found, way: [] }]
  while (ways.length) {
    const arrived = ways.find((one) => one.found.package === 'typebox')
    if (arrived) return [...arrived.way, 'typebox']
    ways = ways.flatMap(({ found: { file }, way }) => {
      if (!file || seen.has(file) || roomsWithoutTypeBox.includes(placeOf(file, tree).room)) return []
      seen.add(file)
      const onward = tree.sources.get(file)?.imports.filter(({ typeOnly }) => !typeOnly) ?? []
      return onward.map((next) => ({ found: next, way: [...way, file] }))
    })
  }
  return undefined
}
