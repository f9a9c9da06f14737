import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync, type Program } from 'oxc-parser'
import { importsOf, type Import } from './imports.ts'

/** A file of code, read once and parsed once. Paths are written from the root, with `/`. */
export interface Source {
  path: string
  text: string
  imports: Import[]
  program: Program
  /** What the parser could not read. */
  unread: string[]
}

/** Everything the judges look at. */
export interface Tree {
  root: string
  folders: string[]
  /** Every file, code or not. */
  files: Set<string>
  sources: Map<string, Source>
}

/** Reads a repository: the name of every file that git keeps, and the text and syntax tree of every file of code. */
export function readTree(root: string): Tree {
  const tree: Tree = { root, folders: [], files: new Set(), sources: new Map() }
  const aliases = aliasesOf(root)
  walk('', new Set(['node_modules', ...ignoredByGit(root)]), tree)
  for (const path of tree.files) {
    if (/\.[cm]?[jt]sx?$/.test(path)) tree.sources.set(path, readSource(root, path, aliases))
  }
  return tree
}

/** The text of any file of the tree. */
export function textOf(tree: Tree, path: string): string {
  return tree.sources.get(path)?.text ?? readFileSync(join(tree.root, path), 'utf8')
}

/** The line, counted from 1, of an offset. */
export function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

function readSource(root: string, path: string, aliases: Record<string, string>): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const parsed = parseSync(path, text)
  return {
    path,
    text,
    imports: importsOf(path, text, parsed, aliases),
    // The tree is carried over from the parser only when somebody asks: most files are judged by their imports alone.
    get program() {
      return parsed.program
    },
    unread: parsed.errors.map((error) => error.message),
  }
}

function walk(folder: string, leftOut: Set<string>, tree: Tree): void {
  for (const entry of readdirSync(join(tree.root, folder), { withFileTypes: true })) {
    if (entry.name.startsWith('.') || leftOut.has(entry.name)) continue
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) {
      tree.folders.push(path)
      walk(path, leftOut, tree)
    } else if (entry.isFile()) {
      tree.files.add(path)
    }
  }
}

/** Plain names of .gitignore (`dist/`, `/data`): what is built or kept by a running server is not the repository's. */
function ignoredByGit(root: string): string[] {
  const path = join(root, '.gitignore')
  if (!existsSync(path)) return []
  const names = readFileSync(path, 'utf8').split('\n').map((line) => line.trim().replace(/^\/|\/$/g, ''))
  return names.filter((name) => /^[\w.-]+$/.test(name))
}

function aliasesOf(root: string): Record<string, string> {
  const path = join(root, 'package.json')
  if (!existsSync(path)) return {}
  const { imports } = JSON.parse(readFileSync(path, 'utf8')) as { imports?: Record<string, string> }
  return imports ?? {}
}
