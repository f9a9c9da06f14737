import { floors } from './law.ts'
import { withoutTexts } from './names-in-sql.ts'
import { migrationFiles, migrationsFolder, type Thing } from './read-migrations.ts'
import { lineOf, textOf, type Source, type Tree } from './read-tree.ts'
import { writtenText } from './syntax.ts'
import type { Trespass } from './trespass.ts'

/** Laws 4, 5 and 7 on the migrations: owners, counties, numbers, no triggers. */
export function judgeMigrations(tree: Tree, things: Map<string, Thing>): Trespass[] {
  return [...judgeNumbers(tree), ...judgeTriggers(tree), ...judgeOwners(things), ...judgeCounties(tree, things)]
}

function judgeNumbers(tree: Tree): Trespass[] {
  const files = migrationFiles(tree)
  if (!files.length) {
    return [{ law: 'read', file: `${migrationsFolder}/`, found: 'holds no migration that the law could read' }]
  }
  return files.flatMap((file, i): Trespass[] => {
    const name = file.slice(migrationsFolder.length + 1)
    const number = String(i + 1).padStart(4, '0')
    if (!/^\d{4}_[a-z0-9]+(-[a-z0-9]+)*\.sql$/.test(name)) {
      return [{ law: 'migrations', file, found: 'is not named like 0001_regions.sql' }]
    }
    return name.startsWith(number) ? [] : [{ law: 'migrations', file, found: `stands where number ${number} should` }]
  })
}

function judgeTriggers(tree: Tree): Trespass[] {
  return migrationFiles(tree).flatMap((file) => {
    const text = textOf(tree, file)
    const made = withoutTexts(text).matchAll(/\bcreate\s+(?:or\s+replace\s+)?(?:constraint\s+|event\s+)?trigger\b/gi)
    return [...made].map(({ index }): Trespass => ({
      law: 'triggers', file, line: lineOf(text, index), found: 'creates a trigger',
    }))
  })
}

function judgeOwners(things: Map<string, Thing>): Trespass[] {
  const owners = ['kernel', ...floors.flat()]
  // A function above every such line serves them all.
  const badly = [...things.values()].filter(({ kind, owner }) => owner ? !owners.includes(owner) : kind !== 'function')
  return badly.map(({ kind, name, owner, file, line }) => {
    const found = owner
      ? `gives the ${kind} '${name}' to '${owner}', which is no module`
      : `creates the ${kind} '${name}' and says not whose it is`
    return { law: 'owners', file, line, found }
  })
}

const listFile = `${migrationsFolder}/without-county.ts`

function judgeCounties(tree: Tree, things: Map<string, Thing>): Trespass[] {
  const listed = listWithoutCounty(tree.sources.get(listFile))
  const unlisted = [...things.values()].filter((thing) =>
    thing.kind === 'table' && !carriesCounty(thing) && !listed.some(({ table }) => table === thing.name))
  return [
    ...unlisted.map(({ name, file, line }): Trespass => ({
      law: 'county', file, line, found: `creates the table '${name}', whose key doesn't begin with county`,
    })),
    ...listed.flatMap(({ table, reason, line }): Trespass[] => {
      const no = whyNotListed(things.get(table), reason)
      return no ? [{ law: 'county', file: listFile, line, found: `lists '${table}', ${no}` }] : []
    }),
  ]
}

function whyNotListed(thing: Thing | undefined, reason: string): string | undefined {
  if (thing?.kind !== 'table') return 'which no migration creates'
  if (carriesCounty(thing)) return 'which has a county'
  return reason ? undefined : 'without a reason'
}

/** One county's rows lie together by the key; rows that are only appended and have no key carry the column. */
function carriesCounty({ columns, key }: Thing): boolean {
  return key.length ? key[0] === 'county' : columns.includes('county')
}

/** The entries of `export const withoutCounty = { table: 'reason' }`, read and not run. */
function listWithoutCounty(source: Source | undefined): { table: string, reason: string, line: number }[] {
  if (!source) return []
  const declared = source.program.body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration'
      ? statement.declaration.declarations : [])
  const list = declared.find(({ id }) => id.type === 'Identifier' && id.name === 'withoutCounty')?.init
  const object = list?.type === 'TSAsExpression' || list?.type === 'TSSatisfiesExpression' ? list.expression : list
  if (object?.type !== 'ObjectExpression') return []
  return object.properties.flatMap((entry) => {
    if (entry.type !== 'Property') return []
    const table = entry.key.type === 'Identifier' ? entry.key.name : writtenText(entry.key) ?? ''
    return [{ table, reason: writtenText(entry.value)?.trim() ?? '', line: lineOf(source.text, entry.start) }]
  })
}
