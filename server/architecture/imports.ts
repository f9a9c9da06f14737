import { posix } from 'node:path'
import { Visitor, type ParseResult } from 'oxc-parser'

/** One import, re-export or import type of a file. It leads to a file, or to a package, or (computed, misspelt) nowhere. */
export interface Import {
  /** As it is written. */
  specifier: string
  /** Where it leads inside the repository, written from the root. */
  file?: string
  /** Or the package it leads to: `pino`, `@fastify/cookie`, `node:fs`. */
  package?: string
  /** True where nothing is left of it at run time: `import type`, `export type`, `import('…').T`. */
  typeOnly: boolean
  /** True for `import(…)`, which runs after its file is loaded. */
  dynamic: boolean
  /** True for `import(…)` of a path that is put together at run time. */
  isComputed: boolean
  offset: number
}

/** Every import of one parsed file, resolved by its own folder and the aliases of package.json. */
export function importsOf(path: string, text: string, parsed: ParseResult, aliases: Record<string, string>): Import[] {
  const found: Import[] = []
  const add = (specifier: string, offset: number, typeOnly: boolean, dynamic = false) =>
    found.push({ specifier, ...leadsTo(path, specifier, aliases), typeOnly, dynamic, isComputed: false, offset })

  // `import { type A }` counts as run time: stripping the type leaves `import {}`, which still loads the file.
  for (const { start, moduleRequest } of parsed.module.staticImports) {
    add(moduleRequest.value, start, /^import\s+type\b(?!\s*(,|from\b))/.test(text.slice(start, start + 40)))
  }
  for (const { start, entries } of parsed.module.staticExports) {
    const request = entries.find((entry) => entry.moduleRequest)?.moduleRequest
    // A re-export of several names is told once for each of them.
    const isKnown = found.some((one) => one.offset === start)
    if (request && !isKnown) add(request.value, start, /^export\s+type\b/.test(text.slice(start, start + 40)))
  }
  for (const { start, moduleRequest } of parsed.module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end)
    const literal = /^(['"`])([^$]*)\1$/s.exec(written)
    if (literal) add(literal[2]!, start, false, true)
    else found.push({ specifier: written, typeOnly: false, dynamic: true, isComputed: true, offset: start })
  }
  if (/\bimport\s*\(/.test(text)) {
    new Visitor({ TSImportType: (node) => add(node.source.value, node.start, true) }).visit(parsed.program)
  }
  return found.toSorted((a, b) => a.offset - b.offset)
}

function leadsTo(from: string, specifier: string, aliases: Record<string, string>): Pick<Import, 'file' | 'package'> {
  const plain = specifier.replace(/\?.*$/, '')
  if (plain.startsWith('.')) return { file: posix.join(posix.dirname(from), plain) }
  if (plain.startsWith('#')) return fileByAlias(plain, aliases)
  return { package: plain.split('/').slice(0, plain.startsWith('@') ? 2 : 1).join('/') }
}

/** By the `imports` of package.json, of which the house uses the form `#room/*`. */
function fileByAlias(specifier: string, aliases: Record<string, string>): Pick<Import, 'file'> {
  for (const [alias, target] of Object.entries(aliases)) {
    const start = alias.replace(/\*$/, '')
    if (alias.endsWith('*') && specifier.startsWith(start)) {
      return { file: posix.normalize(target.replace('*', specifier.slice(start.length))) }
    }
  }
  return {}
}
