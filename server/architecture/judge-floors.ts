import type { Expression, Statement } from 'oxc-parser'
import { floors, rooms, type Law } from './law.ts'
import { placeOf, type Kind, type Place } from './place.ts'
import type { Source, Tree } from './read-tree.ts'
import { trespassAt, type Trespass } from './trespass.ts'

/** Law 1: who may import whom inside the server, and that nobody imports a test. */
export function judgeFloors(tree: Tree): Trespass[] {
  const sources = [...tree.sources.values()]
  return [
    ...modulesOnNoFloor(tree),
    ...sources.flatMap((source) => badImports(source, tree)),
    ...sources.filter((source) => placeOf(source.path, tree).kind === 'facts').flatMap(factsThatAct),
  ]
}

function modulesOnNoFloor(tree: Tree): Trespass[] {
  return tree.folders
    .filter((folder) => /^server\/modules\/[^/]+$/.test(folder) && floorOf(folder.split('/')[2]!) === -1)
    .map((folder) => ({ law: 'floors', file: folder, found: 'is a module that stands on no floor' }))
}

interface No {
  law: Law
  because: string
}

function badImports(source: Source, tree: Tree): Trespass[] {
  const from = placeOf(source.path, tree)
  // Tests may look at everything; journeys and the bench are no product and may borrow the cast of the tests.
  if (from.kind === 'test' || !(from.room in rooms)) return []
  return source.imports.flatMap((found) => {
    const no = found.file === undefined ? undefined : whyNotImport(from, placeOf(found.file, tree))
    return no ? [trespassAt(source, found.offset, no.law, `imports '${found.specifier}', ${no.because}`)] : []
  })
}

const above: readonly Kind[] = ['house', 'above', 'beside']

function whyNotImport(from: Place, to: Place): No | undefined {
  if (to.kind === 'test') return { law: 'tests', because: 'which is test code' }
  if (from.room !== 'server' || from.kind === 'house') return undefined
  if (from.module && to.module) return whyNotEnter(from.module, to.module, to.kind)
  if (to.module) {
    if (from.kind === 'beside') return to.kind === 'door' ? undefined : innerFile(to.module)
    const law = from.kind === 'kernel' || from.kind === 'facts' ? from.kind : 'house'
    return { law, because: `which belongs to the module ${to.module}` }
  }
  if (above.includes(to.kind) && !above.includes(from.kind)) {
    return { law: 'house', because: 'which stands above the modules and knows them all' }
  }
  return undefined
}

function whyNotEnter(own: string, other: string, kind: Kind): No | undefined {
  if (other === own) return undefined
  const [from, to] = [floorOf(own), floorOf(other)]
  if (from === -1 || to === -1) return { law: 'floors', because: `and ${from === -1 ? own : other} stands on no floor` }
  if (to === from) return { law: 'downward', because: `but ${own} and ${other} stand side by side on floor ${from + 1}` }
  if (to > from) {
    return { law: 'downward', because: `but ${own} stands on floor ${from + 1} and ${other} above it on floor ${to + 1}` }
  }
  return kind === 'door' ? undefined : innerFile(other)
}

function innerFile(module: string): No {
  return { law: 'door', because: `which is an inner file of the module ${module}` }
}

function floorOf(module: string): number {
  return floors.findIndex((floor) => floor.includes(module))
}

/** Files of facts hold types, and objects in which everything is written out: nothing that could do something. */
function factsThatAct(source: Source): Trespass[] {
  const foreign = source.imports.filter((found) => !found.typeOnly && !found.file?.startsWith('server/facts/'))
  const acting = source.program.body.filter((statement) => !isDeclared(statement))
  return [
    ...foreign.map((found) => trespassAt(source, found.offset, 'facts', `imports '${found.specifier}' at run time`)),
    ...acting.map(({ start }) => trespassAt(source, start, 'facts', 'does something instead of declaring it')),
  ]
}

function isDeclared(statement: Statement): boolean {
  if (statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration') return true
  if (statement.type === 'ExportNamedDeclaration') return !statement.declaration || isDeclared(statement.declaration)
  if (statement.type === 'VariableDeclaration') return statement.declarations.every(({ init }) => init && isWrittenOut(init))
  return ['TSTypeAliasDeclaration', 'TSInterfaceDeclaration', 'TSModuleDeclaration'].includes(statement.type)
}

function isWrittenOut(node: Expression): boolean {
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression') return isWrittenOut(node.expression)
  if (node.type === 'ObjectExpression') {
    return node.properties.every((one) => isWrittenOut(one.type === 'SpreadElement' ? one.argument : one.value))
  }
  if (node.type === 'ArrayExpression') {
    return node.elements.every((one) => one && isWrittenOut(one.type === 'SpreadElement' ? one.argument : one))
  }
  return node.type === 'Literal' || node.type === 'Identifier'
}
