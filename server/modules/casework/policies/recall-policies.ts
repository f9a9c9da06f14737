import type { Queryable } from '#server/kernel/database.ts'
import type { Memory } from '#server/kernel/remembered.ts'
import { publishedRows, type Published } from '../books/book.sql.ts'
import { inForceAt } from '../books/book.ts'
import { recallBooks } from '../books/recall-books.ts'
import { categoryRows } from '../catalogue/catalogue.sql.ts'
import { chainOf, type Categories } from '../catalogue/category.ts'
import { knownCategories } from '../catalogue/recall-catalogue.ts'
import type { Policy, PolicyRules } from '../cases/policy.ts'
import { decide, resolve, type Decisions, type RuleBook } from './layer.ts'

export const noRules: RuleBook = { layers: [] }

/** Whose rules. */
export interface Of {
  town: number | null
  category: string | null | undefined
}

/** A case, as far as its rules depend on it. */
export interface Standing {
  file: { policy: number; category: string | null }
  row: { town: number | null }
}

/** The rules of a county, in every version. */
export interface Policies {
  /** What a case begins under. */
  inForce(of: Of, now: Date): Policy
  /** What a case stands under: the version that it began under, for where it is and what it is about now. */
  of(standing: Standing): PolicyRules
  /** The same, with the layer that each field comes from. */
  decisionsOf(standing: Standing): Decisions
}

/** Remembered: ask before a change begins, never inside. */
export async function knownPolicies(reading: { db: Queryable; memory: Memory }, county: number): Promise<Policies> {
  const [versions, categories] = await Promise.all([recallBooks<RuleBook>(reading, county, 'policy'), knownCategories(reading, county)])
  const known = made.get(versions)
  if (known?.categories === categories) return known.policies
  const policies = policiesOf(versions, categories)
  made.set(versions, { categories, policies })
  return policies
}

/** Made once for as long as both are remembered: rules are asked for by every act on a case. */
const made = new WeakMap<readonly Published<RuleBook>[], { categories: Categories; policies: Policies }>()

/** The same, read inside a change. */
export async function policiesWithin(tx: Queryable, county: number): Promise<Policies> {
  const categories = new Map((await categoryRows(tx, county)).map((row) => [row.key, row]))
  return policiesOf(await publishedRows<RuleBook>(tx, county, 'policy'), categories)
}

function policiesOf(versions: readonly Published<RuleBook>[], categories: Categories): Policies {
  const resolved = new Map<string, PolicyRules>()
  const bookOf = (version: number) => versions.find((one) => one.version === version)?.content ?? noRules
  const asked = ({ town, category }: Of) => ({ town, chain: chainOf(categories, category) })
  const rulesOf = (version: number, of: Of) => {
    const key = `${version} ${of.town} ${of.category}`
    const rules = resolved.get(key) ?? resolve(bookOf(version), asked(of))
    resolved.set(key, rules)
    return rules
  }
  return {
    inForce(of, now) {
      const version = inForceAt(versions, now)?.version ?? 0
      return { version, rules: rulesOf(version, of) }
    },
    of: ({ file, row }) => rulesOf(file.policy, { town: row.town, category: file.category }),
    decisionsOf: ({ file, row }) => decide(bookOf(file.policy), asked({ town: row.town, category: file.category })),
  }
}
