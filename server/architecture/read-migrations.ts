import { withoutTexts } from './names-in-sql.ts'
import { lineOf, textOf, type Tree } from './read-tree.ts'

export const migrationsFolder = 'server/migrations'

/** A table, view or function that the migrations leave behind. */
export interface Thing extends Shape {
  kind: 'table' | 'view' | 'function'
  name: string
  /** The noun of the line `-- module: <noun>` above it, or undefined where there is none. */
  owner: string | undefined
  /** True for a view below `-- published view` and a function below `-- published function`. */
  published: boolean
  file: string
  line: number
}

interface Shape {
  columns: string[]
  /** Those of them that hold bytes. */
  bytes: string[]
  /** The primary key's columns, in order; empty where there is none. */
  key: string[]
}

type Where = Pick<Thing, 'file' | 'line' | 'owner'>
type Things = Map<string, Thing>

/** What the database holds after all migrations, by name. */
export function readMigrations(tree: Tree): Things {
  const things: Things = new Map()
  for (const file of migrationFiles(tree)) {
    const text = textOf(tree, file)
    for (const { sql, raw, offset } of statements(text)) {
      create(things, sql, raw, { file, line: lineOf(text, offset), owner: ownerAt(text, offset) })
      drop(things, sql)
      alter(things, sql)
    }
  }
  return things
}

/** The SQL files of the migrations folder, in the order of their names. */
export function migrationFiles(tree: Tree): string[] {
  return [...tree.files].filter((path) => path.startsWith(`${migrationsFolder}/`) && path.endsWith('.sql')).toSorted()
}

/** A name as the checks compare it: small letters, no quotes, no `public.`. */
export function plainName(name: string): string {
  return name.replaceAll('"', '').toLowerCase().replace(/^public\./, '')
}

/** Statements without comments and texts, and raw with the comments before them. Offsets point at the first word. */
function statements(text: string): { sql: string, raw: string, offset: number }[] {
  const found = []
  let start = 0
  for (const piece of withoutTexts(text).split(';')) {
    const lead = piece.length - piece.trimStart().length
    found.push({ sql: piece.trim(), raw: text.slice(start, start + piece.length), offset: start + lead })
    start += piece.length + 1
  }
  return found.filter(({ sql }) => sql)
}

function ownerAt(text: string, offset: number): string | undefined {
  return [...text.slice(0, offset).matchAll(/^\s*--\s*module:\s*(\S+)/gim)].at(-1)?.[1]
}

const creation = new RegExp([
  /^create\s+(?:or\s+replace\s+)?(?:unlogged\s+|materialized\s+|recursive\s+)*/,
  /(table|view|function|procedure)\s+(?:if\s+not\s+exists\s+)?([\w."]+)(?:\s+partition\s+of\s+([\w."]+))?/,
].map(({ source }) => source).join(''), 'i')

function create(things: Things, sql: string, raw: string, where: Where): void {
  const [, word, written, parent] = creation.exec(sql) ?? []
  if (!word || !written) return
  const name = plainName(written)
  const kind = /^(table|view)$/i.test(word) ? word.toLowerCase() as 'table' | 'view' : 'function'
  const published = kind !== 'table' && new RegExp(`--\\s*published ${kind}\\b`, 'i').test(raw)
  const shape = kind !== 'table' ? undefined : parent ? things.get(plainName(parent)) : shapeOf(sql)
  things.set(name, { columns: [], bytes: [], key: [], ...structuredClone(shape), kind, name, published, ...where })
}

function drop(things: Things, sql: string): void {
  const list = /^drop\s+(?:materialized\s+)?(?:table|view|function|procedure)\s+(?:if\s+exists\s+)?([^;()]+)/i.exec(sql)?.[1]
  for (const name of list?.split(',') ?? []) things.delete(plainName(name.trim().split(/\s/)[0]!))
}

function alter(things: Things, sql: string): void {
  const [, written = '', changes = ''] = /^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?([\w."]+)([\s\S]*)/i.exec(sql) ?? []
  const table = things.get(plainName(written))
  if (!table) return
  for (const [, column, type] of changes.matchAll(/\badd\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?(\w+)\s+(\w+)/gi)) {
    if (noColumn.test(column!)) continue
    table.columns.push(column!.toLowerCase())
    if (/^bytea$/i.test(type!)) table.bytes.push(column!.toLowerCase())
  }
  for (const [, column] of changes.matchAll(/\bdrop\s+column\s+(?:if\s+exists\s+)?(\w+)/gi)) {
    table.columns = table.columns.filter((one) => one !== column!.toLowerCase())
  }
  for (const [, old, now] of changes.matchAll(/\brename\s+(?:column\s+)?(\w+)\s+to\s+(\w+)/gi)) {
    table.columns = table.columns.map((one) => one === old!.toLowerCase() ? now!.toLowerCase() : one)
  }
  const key = keyPattern.exec(changes)
  if (key) table.key = namesOf(key[1]!)
  const renamed = /^\s*rename\s+to\s+(\w+)/i.exec(changes)
  if (!renamed) return
  things.delete(table.name)
  table.name = plainName(renamed[1]!)
  things.set(table.name, table)
}

const noColumn = /^(constraint|primary|unique|check|foreign|exclude|like)$/i
const keyPattern = /\bprimary\s+key\s*\(([^)]*)\)/i

/** The columns between the outermost brackets, and the key, said beside its column or by itself. */
function shapeOf(sql: string): Shape {
  const pieces = ['']
  let depth = 0
  for (const letter of sql.slice(Math.max(sql.indexOf('('), 0))) {
    if (letter === '(' && depth++ === 0) continue
    if (letter === ')' && --depth === 0) break
    if (letter === ',' && depth === 1) pieces.push('')
    else pieces[pieces.length - 1] += letter
  }
  const keyed = pieces.find((piece) => /\bprimary\s+key\b/i.test(piece)) ?? ''
  const list = keyPattern.exec(keyed)?.[1]
  return {
    columns: pieces.flatMap(firstName).filter((name) => !noColumn.test(name)),
    bytes: pieces.filter((piece) => /^\s*"?\w+"?\s+bytea\b/i.test(piece)).flatMap(firstName),
    key: list === undefined ? firstName(keyed) : namesOf(list),
  }
}

function namesOf(list: string): string[] {
  return list.split(',').flatMap(firstName)
}

function firstName(piece: string): string[] {
  const name = /^\s*"?(\w+)/.exec(piece)?.[1]
  return name ? [name.toLowerCase()] : []
}
