import { emptyFolderNames, fileLinesAim, fileLinesMax, roomsOfAnyLength } from './law.ts'
import { placeOf } from './place.ts'
import { textOf, type Tree } from './read-tree.ts'
import { trespassAt, type Trespass } from './trespass.ts'

/** Law 6 (cycles): files that load each other at run time. What `import(…)` loads later closes no circle at start. */
export function judgeCycles(tree: Tree): Trespass[] {
  return circles(tree).map((circle) => {
    const [first, second] = circle as [string, string]
    const source = tree.sources.get(first)!
    const found = source.imports.find((one) => one.file === second && !one.typeOnly && !one.dynamic)!
    const way = `imports '${found.specifier}', and so imports itself (${circle.join(' → ')})`
    return trespassAt(source, found.offset, 'cycles', way)
  })
}

/** One circle for each knot of files, beginning and ending with the same file (depth first, every file walked once). */
function circles(tree: Tree): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const way: string[] = []
  const walk = (path: string) => {
    const began = way.indexOf(path)
    if (began !== -1) found.push([...way.slice(began), path])
    if (began !== -1 || done.has(path)) return
    way.push(path)
    for (const one of tree.sources.get(path)?.imports ?? []) {
      if (one.file && !one.typeOnly && !one.dynamic) walk(one.file)
    }
    way.pop()
    done.add(path)
  }
  for (const path of tree.sources.keys()) walk(path)
  return found
}

/** Law 6 (folders). */
export function judgeFolders(tree: Tree): Trespass[] {
  return tree.folders
    .filter((folder) => emptyFolderNames.includes(folder.slice(folder.lastIndexOf('/') + 1)))
    .map((folder) => ({ law: 'folders', file: folder, found: 'is a folder whose name says nothing' }))
}

/** Law 6 (length), and the files above the aim, which are told and no trespass. */
export function judgeLengths(tree: Tree): { trespasses: Trespass[], aboveAim: string[] } {
  const long = [...tree.files]
    .filter((path) => /\.([cm]?[jt]sx?|sql)$/.test(path) && !roomsOfAnyLength.includes(placeOf(path, tree).room))
    .map((path) => ({ path, text: textOf(tree, path) }))
    .map(({ path, text }) => ({ path, text, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines, text }) => lines > fileLinesAim && !isGenerated(text))
  const tooLong = long.filter(({ lines }) => lines > fileLinesMax)
  return {
    trespasses: tooLong.map(({ path, lines }) => ({ law: 'length', file: path, found: `has ${lines} lines` })),
    aboveAim: long.filter((one) => !tooLong.includes(one)).map(({ path, lines }) => `${path} (${lines})`),
  }
}

function isGenerated(text: string): boolean {
  return /^\s*(\/\/|\/\*|--).{0,20}\bgenerated\b/i.test(text)
}
