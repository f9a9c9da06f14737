/** A category as a file of them names it: the names from the widest on. */
export interface NewCategory {
  key: string
  parent: string | null
  name: string
}

const keyLengthMax = 40
const nameLengthMax = 60

/** The key of a category is its names from the widest on, so that the same file always gives the same keys. */
export const keyOfNames = (names: readonly string[]): string => names.join('/')

/** The categories that a row of names stands for, wide ones first; or why it can't. */
export function categoriesOf(names: readonly string[]): NewCategory[] | 'empty' | 'gap' | 'too_long' {
  const given = names.map((name) => name.trim())
  const last = given.findLastIndex((name) => name !== '')
  const chain = given.slice(0, last + 1)
  if (chain.length === 0) return 'empty'
  if (chain.includes('')) return 'gap'
  if (keyOfNames(chain).length > keyLengthMax || chain.some((name) => name.length > nameLengthMax)) return 'too_long'
  return chain.map((name, i) => ({ key: keyOfNames(chain.slice(0, i + 1)), parent: i === 0 ? null : keyOfNames(chain.slice(0, i)), name }))
}

export type Categories = ReadonlyMap<string, { key: string; parent: string | null; name_zh: string; ended_at: Date | null }>

/** A catalogue that leads in a circle must not lead whoever climbs it into one. */
const levelsMax = 8

/** A category and those above it, the narrowest first; empty where there is none. A category never changes its parent. */
export function chainOf(categories: Categories, key: string | null | undefined): string[] {
  const chain: string[] = []
  for (let row = categories.get(key ?? ''); row && chain.length < levelsMax; row = categories.get(row.parent ?? '')) chain.push(row.key)
  return chain
}

const finders = new WeakMap<Categories, ReturnType<typeof newFinder>>()

/** Finds a category that can be chosen: by its key, or by its names from the widest on, as deep as they are known. */
export function keyFinder(categories: Categories): ReturnType<typeof newFinder> {
  const known = finders.get(categories) ?? newFinder(categories)
  finders.set(categories, known)
  return known
}

function newFinder(categories: Categories) {
  const open = [...categories.values()].filter((row) => row.ended_at === null)
  const byKey = new Set(open.map((row) => row.key))
  const below = new Map(open.map((row) => [`${row.parent ?? ''}\n${row.name_zh}`, row.key]))
  return (by: 'key' | 'names', values: readonly string[]): string | undefined => {
    if (by === 'key') return byKey.has(values[0] ?? '') ? values[0] : undefined
    let found: string | undefined
    for (const name of values) {
      const next = below.get(`${found ?? ''}\n${name}`)
      if (next === undefined) break
      found = next
    }
    return found
  }
}
