import { codeAbove, levelOfCode, levels } from './region.ts'

/** A node of the state's statistical division, as a file names it. */
export interface Division {
  code: string
  name: string
  level: number
  /** Where it stands in the files, for what is said about it. */
  at: string
  /** Nobody named it, but something below it was: it is called by its code until a file names it. */
  isImplied?: true
}

/** What is wrong with a row, and where it stands. */
export interface BadRow {
  at: string
  why: string
}

const nameLettersMax = 60

/** Which columns hold codes and names, the highest level first. */
export type Columns = readonly { code: number; name: number }[]

/**
 * Knows two kinds of file by their first row: one division a row (code, name, …), or the whole chain a row
 * (village_code, village, street_code, street, …).
 */
export function columnsOf(header: readonly string[]): Columns | undefined {
  const plain = { code: header.indexOf('code'), name: header.indexOf('name') }
  if (plain.code !== -1 && plain.name !== -1) return [plain]
  const chain = ['province', 'city', 'area', 'street', 'village'].flatMap((noun) => {
    const found = { code: header.indexOf(`${noun}_code`), name: header.indexOf(noun) }
    return found.code === -1 || found.name === -1 ? [] : [found]
  })
  return chain.length > 0 ? chain : undefined
}

/** The divisions that a row names, or why it names none. */
export function divisionsOf(columns: Columns, row: readonly string[], at: string): Division[] | BadRow {
  const divisions: Division[] = []
  for (const column of columns) {
    const code = row[column.code] ?? ''
    const name = row[column.name] ?? ''
    const level = levelOfCode(code)
    if (level === undefined) return { at, why: `"${code.slice(0, 40)}" is no division code: 2, 4, 6, 9 or 12 digits` }
    if (name === '' || name.length > nameLettersMax) return { at, why: `the name of ${code} must have 1 to ${nameLettersMax} letters` }
    const above = divisions.at(-1)
    if (above && !code.startsWith(above.code)) return { at, why: `${code} does not lie in ${above.code}` }
    divisions.push({ code, name, level, at })
  }
  return divisions
}

/** Cities and provinces that are named by nobody, but have counties: files of a single city leave them out. */
export function impliedBy(divisions: readonly Division[]): Division[] {
  const named = new Set(divisions.map(({ code }) => code))
  const implied = new Map<string, Division>()
  for (const { code, level, at } of divisions) {
    if (level > levels.county) continue
    for (let above = codeAbove(code); above !== undefined; above = codeAbove(above)) {
      if (!named.has(above)) implied.set(above, { code: above, name: above, level: levelOfCode(above)!, at, isImplied: true })
    }
  }
  return [...implied.values()]
}

/** What is known of a code: the name of the region that bears it now, or that it bears none any more. */
export interface KnownCode {
  code: string
  name: string
  isOpen: boolean
}

export interface Sorted {
  added: Division[]
  renamed: Division[]
  asBefore: number
  bad: BadRow[]
}

/**
 * What becomes of divisions of one level.
 * @param known what bears their codes already
 * @param knownAbove what bears the codes above them
 */
export function sortDivisions(
  divisions: readonly Division[],
  known: ReadonlyMap<string, KnownCode>,
  knownAbove: ReadonlyMap<string, KnownCode>,
): Sorted {
  const sorted: Sorted = { added: [], renamed: [], asBefore: 0, bad: [] }
  for (const one of divisions) {
    const now = known.get(one.code)
    const above = codeAbove(one.code)
    if (now && !now.isOpen) sorted.bad.push({ at: one.at, why: `${one.code} ${one.name} was ended here, and stays so` })
    else if (now && one.isImplied) continue
    else if (now && now.name === one.name) sorted.asBefore += 1
    else if (now) sorted.renamed.push(one)
    else if (above !== undefined && !knownAbove.get(above)?.isOpen) sorted.bad.push({ at: one.at, why: `${one.code} ${one.name} lies in ${above}, which is not there` })
    else sorted.added.push(one)
  }
  return sorted
}
