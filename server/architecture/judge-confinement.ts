import { Visitor } from 'oxc-parser'
import { confinedPackages, rooms, type Law } from './law.ts'
import type { Import } from './imports.ts'
import { placeOf } from './place.ts'
import type { Source, Tree } from './read-tree.ts'
import { isPlainQuery, lastName, propertyOf } from './syntax.ts'
import { trespassAt, type Trespass } from './trespass.ts'

/** Law 3: SQL only in *.sql.ts and the kernel, the environment only in config.ts, Fastify only in the kernel. */
export function judgeConfinement(tree: Tree): Trespass[] {
  return [...tree.sources.values()].flatMap((source) => {
    const { room, kind } = placeOf(source.path, tree)
    if (!(room in rooms) || kind === 'test') return []
    const rights = [kind, ...(source.path.endsWith('.sql.ts') && room === 'server' ? ['*.sql.ts'] : [])]
    const mayWriteSql = rights.includes('kernel') || rights.includes('*.sql.ts')
    // The build of a screen runs on its maker's machine and may ask it things.
    const mayReadEnvironment = kind === 'config' || room !== 'server'
    return [
      ...confinedImports(source, rights),
      ...(mayWriteSql ? [] : sqlIn(source)),
      ...(mayReadEnvironment ? [] : environmentIn(source)),
    ]
  })
}

function confinedImports(source: Source, rights: string[]): Trespass[] {
  return source.imports.flatMap((found) => {
    const law = lawAgainst(found, rights)
    return law ? [trespassAt(source, found.offset, law, `imports '${found.specifier}'`)] : []
  })
}

function lawAgainst({ package: name }: Import, rights: string[]): Law | undefined {
  if (!name) return undefined
  const isMeant = (confined: string) => confined.endsWith('/') ? name.startsWith(confined) : name === confined
  const confined = confinedPackages.find(({ packages }) => packages.some(isMeant))
  return confined?.to.some((one) => rights.includes(one)) ? undefined : confined?.law
}

function sqlIn(source: Source): Trespass[] {
  if (!/\bsql\b|\.(query|run)\b/.test(source.text)) return []
  const found: Trespass[] = []
  const add = (offset: number, what: string) => found.push(trespassAt(source, offset, 'sql', what))
  new Visitor({
    TaggedTemplateExpression: ({ tag, start }) => {
      if (tag.type === 'Identifier' && tag.name === 'sql') add(start, 'writes SQL in a sql`…` template')
    },
    CallExpression: (call) => {
      if (isPlainQuery(call)) add(call.start, 'hands SQL to the database as plain text')
    },
  }).visit(source.program)
  return found
}

function environmentIn(source: Source): Trespass[] {
  if (!/\benv\b/.test(source.text)) return []
  const found: Trespass[] = []
  const add = (offset: number) => found.push(trespassAt(source, offset, 'environment', 'reads process.env'))
  new Visitor({
    MemberExpression: (node) => {
      if (lastName(node.object) === 'process' && propertyOf(node) === 'env') add(node.start)
    },
    VariableDeclarator: ({ id, init, start }) => {
      const takesEnv = id.type === 'ObjectPattern'
        && id.properties.some((one) => one.type === 'Property' && one.key.type === 'Identifier' && one.key.name === 'env')
      if (takesEnv && init && lastName(init) === 'process') add(start)
    },
    ImportDeclaration: ({ source: from, specifiers, start }) => {
      const takesEnv = specifiers.some((one) => one.type === 'ImportSpecifier'
        && one.imported.type === 'Identifier' && one.imported.name === 'env')
      if (takesEnv && /^(node:)?process$/.test(from.value)) add(start)
    },
  }).visit(source.program)
  return found
}
