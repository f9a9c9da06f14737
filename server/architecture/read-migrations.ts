import { withoutTexts } from './names-in-sql.ts'
import { lineOf, textOf, type Tree } from './read-tree.ts'

export const migrationsFolder = 'server/migrations'

/** A table, view or function that the migrations leave behind. */
export interface Thing {
  kind: 'table' | 'view' | 'function'
  name: string
  /** The noun of the line `-- module: <noun>` above it, or undefined where there is none. */
  owner: string | undefined
  /** True for a view below `-- published view` and a function below `-- published function`. */
  published: boolean
  columns: string[]
  /** Those of them that hold bytes. */
  bytes: string[]
  /** The primary key's columns, in order; empty where there is none. */
  key: string[]
  file: string
  line: number
}

/** What the database holds after all migrations, by name. Tables and functions can't share a name with each other here. */
export function readMigrations(tree: Tree): Map<string, Thing> {
  const things = new Map<string, Thing>()
  for (const file of migrationFiles(tree)) {
    const text = textOf(tree, file)
    for (const { sql, raw, offset } of statements(text)) apply(things, sql, raw, { file, line: lineOf(text, offset), owner: ownerAt(text, offset) })
  }
  return things
}

/** The SQL files of the migrations folder, in the order of their names. */
export function migrationFiles(tree: Tree): string[] {
  return [...tree.files].filter((path) => path.startsWith(`${migrationsFolder}/`) && path.endsWith('.sql')).toSorted()
}

type Where = Pick<Thing, 'file' | 'line' | 'owner'>

function apply(things: Map<string, Thing>, sql: string, raw: string, where: Where): void {
  const created = /^create\s+(?:or\s+replace\s+)?(?:unlogged\s+|materialized\s+|recursive\s+)*(table|view|function|procedure)\s+(?:if\s+not\s+exists\s+)?([\w."]+)/i.exec(sql)
  if (created) {
    const name = plainName(created[2]!)
    const word = created[1]!.toLowerCase()
    const kind = word === 'table' || word === 'view' ? word : 'function'
    const parent = /^\s+partition\s+of\s+([\w."]+)/i.exec(sql.slice(created[0].length))
    const { columns, bytes, key } = kind !== 'table' ? nothing : parent ? things.get(plainName(parent[1]!)) ?? nothing : columnsOf(sql)
    const published = kind !== 'table' && new RegExp(`--\\s*published ${kind}\\b`, 'i').test(raw)
    things.set(name, { kind, name, published, columns: [...columns], bytes: [...bytes], key: [...key], ...where })
  }
  const dropped = /^drop\s+(?:materialized\s+)?(?:table|view|function|procedure)\s+(?:if\s+exists\s+)?([^;()]+)/i.exec(sql)
  for (const name of dropped?.[1]!.split(',') ?? []) things.delete(plainName(name.trim().split(/\s/)[0]!))
  const altered = /^alter\s+table\s+(?:if\s+exists\s+)?(?:only\s+)?([\w."]+)([\s\S]*)/i.exec(sql)
  if (altered) alter(things, plainName(altered[1]!), altered[2]!)
}

function alter(things: Map<string, Thing>, name: string, changes: string): void {
  const table = things.get(name)
  if (!table) return
  for (const [, column, type] of changes.matchAll(/\badd\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?(\w+)\s+(\w+)/gi)) {
    if (noColumn.test(column!)) continue
    table.columns.push(column!.toLowerCase())
    if (type!.toLowerCase() === 'bytea') table.bytes.push(column!.toLowerCase())
  }
  for (const [, column] of changes.matchAll(/\bdrop\s+column\s+(?:if\s+exists\s+)?(\w+)/gi)) {
    table.columns = table.columns.filter((one) => one !== column!.toLowerCase())
  }
  for (const [, old, now] of changes.matchAll(/\brename\s+(?:column\s+)?(\w+)\s+to\s+(\w+)/gi)) {
    table.columns = table.columns.map((one) => one === old!.toLowerCase() ? now!.toLowerCase() : one)
  }
  const key = /\bprimary\s+key\s*\(([^)]*)\)/i.exec(changes)
  if (key) table.key = namesOf(key[1]!)
  const renamed = /^\s*rename\s+to\s+(\w+)/i.exec(changes)
  if (!renamed) return
  things.delete(name)
  things.set(plainName(renamed[1]!), { ...table, name: plainName(renamed[1]!) })
}

const noColumn = /^(constraint|primary|unique|check|foreign|exclude|like)$/i

type Shape = Pick<Thing, 'columns' | 'bytes' | 'key'>

const nothing: Shape = { columns: [], bytes: [], key: [] }

/** The columns between the outermost brackets, and the key, said beside its column or by itself. */
function columnsOf(sql: string): Shape {
  const pieces = ['']
  let depth = 0
  for (const letter of sql.slice(Math.max(sql.indexOf('('), 0))) {
    if (letter === '(' && depth++ === 0) continue
    if (letter === ')' && --depth === 0) break
    if (letter === ',' && depth === 1) pieces.push('')
    else pieces[pieces.length - 1] += letter
  }
  const columns = pieces.flatMap(firstName).filter((name) => !noColumn.test(name))
  const keyed = pieces.find((piece) => /\bprimary\s+key\b/i.test(piece)) ?? ''
  const list = /\bprimary\s+key\s*\(([^)]*)\)/i.exec(keyed)
  const bytes = pieces.filter((piece) => /^\s*"?\w+"?\s+bytea\b/i.test(piece)).flatMap(firstName)
  return { columns, bytes, key: list ? namesOf(list[1]!) : firstName(keyed) }
}

function firstName(piece: string): string[] {
  const name = /^\s*"?(\w+)/.exec(piece)?.[1]
  return name ? [name.toLowerCase()] : []
}

function namesOf(list: string): string[] {
  return list.split(',').flatMap(firstName)
}

/** Statements, without comments and texts, and raw with the comments before them. Offsets point at the first word. */
function statements(text: string): { sql: string, raw: string, offset: number }[] {
  const clean = withoutTexts(text)
  const found = []
  let start = 0
  for (const piece of clean.split(';')) {
    const lead = piece.length - piece.trimStart().length
    found.push({ sql: piece.trim(), raw: text.slice(start, start + piece.length), offset: start + lead })
    start += piece.length + 1
  }
  return found.filter(({ sql }) => sql)
}

function ownerAt(text: string, offset: number): string | undefined {
  return [...text.slice(0, offset).matchAll(/^\s*--\s*module:\s*(\S+)/gim)].at(-1)?.[1]
}

/** A name as the checks compare it: small letters, no quotes, no `public.`. */
export function plainName(name: string): string {
  return name.replaceAll('"', '').toLowerCase().replace(/^public\./, '')
}
